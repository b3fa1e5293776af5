"""A search in the rows that are loaded: a projection beside the list, which stays as it is."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from hh_tui.inbox.rows import Row, Rows
from hh_tui.inbox.thread import Thread
from hh_tui.inbox.words import Word, all_in, words
from hh_tui.text import folded

NOTHING = Rows()


def haystack(row: Row, thread: Thread | None = None) -> str:
    """All that is known of a candidate, folded: name, wish, employers, skills, and the letters read."""
    parts: list[str | None] = []
    if (resume := row.negotiation.resume) is not None:
        parts += [resume.last_name, resume.first_name, resume.middle_name, resume.title]
        for job in resume.experience:
            parts += [job.company, job.position]
        parts += resume.skill_set
    if thread is not None:
        parts += [message.text for message in thread.messages]
        parts += [echo.text for echo in thread.sent]
    return folded("\n".join(part for part in parts if part))


class Index:
    """The folded texts of rows, each made once, and the hits found last.

    `made` counts the texts made, `compared` the rows looked into.
    """

    def __init__(self) -> None:
        self.made = 0
        self.compared = 0
        self._texts: dict[str, tuple[Row, Thread | None, str]] = {}
        self._typed = ""
        self._rows = NOTHING
        self._threads: Mapping[str, Thread] = {}
        self._judged: set[Row] = set()
        self._hits = NOTHING

    def hits(self, typed: str, rows: Rows, threads: Mapping[str, Thread]) -> Rows:
        """The rows in which all words stand.

        More letters are looked for in the hits before, and a list that has changed only in what is new in it.
        """
        if not typed.strip():
            return rows
        same_rows, told = rows is self._rows, self._told(threads)
        if typed == self._typed and same_rows and not told:
            return self._hits
        wanted = words(typed)
        if typed == self._typed:
            self._hits = self._after_change(wanted, rows, threads, told)
        elif self._typed and typed.startswith(self._typed) and same_rows and not told:
            self._hits = Rows(tuple(row for row in self._hits if self._has(row, wanted, threads)))
        else:
            self._judged = set(rows)
            self._hits = Rows(tuple(row for row in rows if self._has(row, wanted, threads)))
        self._typed, self._rows, self._threads = typed, rows, threads
        return self._hits

    def _told(self, threads: Mapping[str, Thread]) -> set[str]:
        """Candidates of whose letters more is known by now."""
        if threads is self._threads:
            return set()
        return {key for key, thread in threads.items() if self._threads.get(key) is not thread}

    def _after_change(
        self, wanted: tuple[Word, ...], rows: Rows, threads: Mapping[str, Thread], told: set[str]
    ) -> Rows:
        before = {row for row in self._hits if row.id not in told}
        judged = self._judged if not told else {row for row in self._judged if row.id not in told}
        hits = tuple(
            row for row in rows if row in before or (row not in judged and self._has(row, wanted, threads))
        )
        self._judged = set(rows)
        return Rows(hits)

    def _has(self, row: Row, wanted: tuple[Word, ...], threads: Mapping[str, Thread]) -> bool:
        self.compared += 1
        thread = threads.get(row.id)
        known = self._texts.get(row.id)
        if known is None or known[0] is not row or known[1] is not thread:
            self.made += 1
            known = (row, thread, haystack(row, thread))
            self._texts[row.id] = known
        return all_in(wanted, known[2])


@dataclass(frozen=True, slots=True)
class Search:
    """What was typed; the `index` remembers what looking for it has found out."""

    typed: str = ""
    index: Index = field(default_factory=Index, compare=False, repr=False)

    def hits(self, rows: Rows, threads: Mapping[str, Thread]) -> Rows:
        """The rows that are left."""
        return self.index.hits(self.typed, rows, threads)
