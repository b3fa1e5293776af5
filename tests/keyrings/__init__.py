"""The program with real keyrings: `make keyrings`, outside of the test suite."""
