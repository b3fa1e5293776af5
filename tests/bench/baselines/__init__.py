"""What the program is held against; each runs by itself with `python -m`."""
