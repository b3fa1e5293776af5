"""What is known: the frozen snapshot and its parts."""
