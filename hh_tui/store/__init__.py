"""What is kept on disk: decisions and texts, which are precious, and what was read, which can be read again.

store.py        the whole of it, as the program holds it
journal.py      writes, drafts, forms, what was opened, marks
cache.py        pages, boards, threads, the last place
database.py     an SQLite file: opened, brought up to date, checked
schema.py       the tables of both, version by version
operations.py   operations and errors as JSON
"""
