"""Decisions from the hold to "done": held, written down, sent once, settled by reading."""
