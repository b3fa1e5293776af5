"""Physical keys in real terminals on a virtual screen, and what they are taken for: `make terminals`."""
