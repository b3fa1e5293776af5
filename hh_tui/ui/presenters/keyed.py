"""What a button says: the key that does the same, and what that is."""


def keyed(key: str, words: str) -> str:
    """The words behind their key; alone where the command has none."""
    return f"{key} {words}" if key else words
