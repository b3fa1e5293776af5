"""A search in the rows that are loaded: a projection beside the list, which stays as it is."""

from collections.abc import Mapping, Sequence
from typing import Final

from msgspec import Struct, field

from hh_tui.i18n.text import folded
from hh_tui.inbox.lists.labels import NO_LABELS, Labels, as_typed, owner_of
from hh_tui.inbox.lists.query_terms import Word, words
from hh_tui.inbox.snapshot.row_words import having_any, words_of
from hh_tui.inbox.snapshot.rows import Row, Rows, difference
from hh_tui.inbox.snapshot.thread import Thread

NOTHING: Final = Rows()

Fits = frozenset[str]
"""Words of the rows in which one typed word stands."""


def letters(thread: Thread) -> str:
    """All that was written in a thread, folded."""
    texts = [*(one.text or "" for one in thread.messages), *(one.text for one in thread.sent)]
    return folded("\n".join(texts))


class SearchResult(Struct, frozen=True):
    """What was typed, the words of rows that fit each typed word, and the rows that have one of each."""

    typed: str
    fits: tuple[Fits, ...]
    hits: Rows


class Index:
    """Looks for what is typed: first in the words that all rows are made of, each of which is looked into
    once, and then for rows that have one of those that fit.

    More letters are looked for in what was found before; what was found with fewer is still known when
    letters are taken back; and of a list that has changed only the changes are looked at. `compared` counts
    the rows looked into, `made` the texts: words of rows, and letters that were read.
    """

    def __init__(self) -> None:
        self.made = 0
        self.compared = 0
        self._vocabulary: set[str] = set()
        self._letters: dict[str, str] = {}
        self._rows = NOTHING
        self._threads: Mapping[str, Thread] = {}
        self._labels: Labels = NO_LABELS
        self._trail: list[SearchResult] = []

    def __eq__(self, other: object) -> bool:
        """What is remembered says nothing of a snapshot: one is as good as another."""
        return isinstance(other, Index)

    def __hash__(self) -> int:
        return hash(Index)

    def hits(self, typed: str, rows: Rows, threads: Mapping[str, Thread], labels: Labels = NO_LABELS) -> Rows:
        """The rows in which all words stand; labels are words with their sign before them."""
        if not typed.strip():
            return rows
        if labels is not self._labels:
            self._labels, self._trail = labels, []
        if rows is not self._rows or threads is not self._threads:
            self._catch_up(rows, threads)
        while self._trail and not typed.startswith(self._trail[-1].typed):
            self._trail.pop()
        before = self._trail[-1] if self._trail else SearchResult("", (), rows)
        if before.typed != typed:
            self._trail.append(self._narrowed(before, typed))
        return self._trail[-1].hits

    def _narrowed(self, before: SearchResult, typed: str) -> SearchResult:
        """With more letters: only words that are new or longer are looked for."""
        known, hits = before.typed.split(), before.hits
        all_fits: list[Fits] = []
        for place, (part, word) in enumerate(zip(typed.split(), words(typed), strict=True)):
            fits = before.fits[place] if place < len(known) else None
            if fits is None or known[place] != part:
                among = self._vocabulary if fits is None else fits
                fits = word.among(among)
                hits = hits.only(self._having(word, fits, hits))
            all_fits.append(fits)
        return SearchResult(typed, tuple(all_fits), hits)

    def _having(self, word: Word, fits: Fits, rows: Sequence[Row]) -> list[Row]:
        self.compared += len(rows)
        wrote = {key for key, text in self._letters.items() if word.stands_in(text)}
        wear = {key for key, names in self._labels.items() if word.stands_in(as_typed(names))}

        def otherwise(row: Row) -> bool:
            return row.id in wrote or (bool(wear) and owner_of(row) in wear)

        return having_any(rows, fits, otherwise if wrote or wear else None)

    def _catch_up(self, rows: Rows, threads: Mapping[str, Thread]) -> None:
        """With what has come into the list and gone from it, and with letters read since."""
        gone, come = difference(self._rows, rows)
        told = self._told(threads)
        self._rows, self._threads = rows, threads
        again = [row for key in told if (at := rows.index_of(key)) is not None and (row := rows[at])]
        come = sorted({*come, *again}, key=lambda row: row.rank)
        fresh = words_of(come) - self._vocabulary
        self._vocabulary |= fresh
        self.made += len(come) - len(again) + len(told)
        self._trail = [self._changed(one, [*gone, *again], come, fresh) for one in self._trail[-1:]]

    def _told(self, threads: Mapping[str, Thread]) -> set[str]:
        """Candidates of whose letters more is known by now."""
        if threads is self._threads:
            return set()
        told = {key for key, thread in threads.items() if self._threads.get(key) is not thread}
        forgotten = self._threads.keys() - threads.keys()
        self._letters |= {key: letters(threads[key]) for key in told}
        for key in forgotten:
            self._letters.pop(key, None)
        return told | forgotten

    def _changed(
        self, found: SearchResult, gone: Sequence[Row], come: Sequence[Row], fresh: set[str]
    ) -> SearchResult:
        all_fits: list[Fits] = []
        for word, fits in zip(words(found.typed), found.fits, strict=True):
            fits |= word.among(fresh)
            come = self._having(word, fits, come) if come else ()
            all_fits.append(fits)
        return SearchResult(found.typed, tuple(all_fits), found.hits.less(gone).inserted(come))


class Search(Struct, frozen=True):
    """What was typed, and the labels it may name; the `index` remembers what looking for it has found out."""

    typed: str = ""
    index: Index = field(default_factory=Index)
    labels: Labels = field(default_factory=dict)

    def hits(self, rows: Rows, threads: Mapping[str, Thread]) -> Rows:
        """The rows that are left."""
        return self.index.hits(self.typed, rows, threads, self.labels)
