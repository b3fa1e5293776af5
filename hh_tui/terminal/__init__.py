"""The terminal that the program runs in: what is written to it."""
