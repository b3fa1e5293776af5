"""The terminal that the program runs in: what is written to it, and what it sends.

What it sends: `decoder` makes characters of bytes, `tokenizer` sequences of characters, `sequences` and
`kitty` keys of sequences, `messages` Textual's events. `parser` joins them and knows no terminal: bytes and
moments in, events out. `driver` reads the terminal.
"""
