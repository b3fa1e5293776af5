"""Rules on times and links."""
