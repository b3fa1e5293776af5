"""The tokens of a person's profiles, and where they are kept."""
