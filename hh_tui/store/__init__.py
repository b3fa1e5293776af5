"""What is kept on disk: decisions and texts, which are precious, and what was read, which can be read again.

store.py        the whole of it, as the program holds it
journal.py      writes, drafts, forms, marks
cache.py        pages, boards, threads, the last place
database.py     an SQLite file: opened, brought up to date, checked
schema.py       the tables of both, version by version
rescue.py       a damaged journal replaced by a fresh one
salvage.py      what can be read of a damaged one
pages.py        rows straight from the pages of an SQLite file
marker.py       how much was open, beside the journal
operations.py   operations and errors as JSON
"""
