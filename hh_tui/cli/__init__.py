"""Command line: one command a folder, Textual and HTTP imported inside the command that needs them."""
