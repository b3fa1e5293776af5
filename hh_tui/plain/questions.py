"""Questions that are answered with a line: one of several, yes or no, a text."""

from collections.abc import Awaitable, Callable, Container, Sequence
from datetime import datetime, tzinfo

from hh_tui.i18n import Catalogue
from hh_tui.i18n.text import folded, one_line
from hh_tui.inbox.lists.query_terms import all_in, words
from hh_tui.inbox.rules.send_times import TimeError, understood
from hh_tui.plain.line_terminal import ESCAPE, LineTerminal
from hh_tui.plain.typed_line import CANCEL, NO, YES, is_answer, number_of

END_OF_TEXT = "."
ESCAPES = frozenset({"esc", "escape"})
"""What leaves a text at any line of it: no letter has such a line."""


class Questions:
    """Asks again until it is understood; None is no answer, and the end of the input is none."""

    def __init__(self, terminal: LineTerminal, tr: Catalogue) -> None:
        self._terminal = terminal
        self._tr = tr

    async def choose(
        self,
        title: str,
        labels: Sequence[str],
        *,
        numbers: Sequence[int] | None = None,
        whole: Container[int] = (),
        keyed: Callable[[str], int | None] | None = None,
    ) -> int | None:
        """The place of one of these, by its number or a part of its name that only one has.

        `numbers` are those of the labels, else they are counted from 1. What stands at the places in `whole`
        has consequences: it is not guessed from a part. `keyed` is the place of what a key answers, where
        the labels have keys. "No" is none of them, unless one is called so.
        """
        say, tr = self._terminal.say, self._tr
        by_number = {one: place for place, one in enumerate(numbers or range(1, len(labels) + 1))}
        say(title, *(f"{number}. {labels[place]}" for number, place in sorted(by_number.items())))
        is_exact = all(place in whole for place in range(len(labels)))
        prompt = tr("plain.choose.key" if keyed else "plain.choose.whole" if is_exact else "plain.choose")
        while True:
            line = await self._line(prompt)
            if not line:
                say(tr("plain.nothing-chosen"))
                return None
            if keyed is not None and (place := keyed(line)) is not None:
                return place
            if (number := number_of(line)) is not None:
                if number in by_number:
                    return by_number[number]
                say(tr("plain.choose.out", row=number))
                continue
            exact = [place for place, one in enumerate(labels) if folded(line) in _names(one)]
            if not exact and folded(line) in NO:
                say(tr("plain.nothing-chosen"))
                return None
            part = () if is_answer(line) else words(line)
            found = exact or [place for place, one in enumerate(labels) if part and all_in(part, folded(one))]
            if len(found) == 1 and (exact or found[0] not in whole):
                return found[0]
            said = "plain.choose.part" if is_exact or len(found) == 1 else "plain.choose.again"
            say(tr("plain.choose.part-key" if keyed else said, n=len(found)))

    async def confirm(self, question: str) -> bool:
        """Yes, and nothing else, is yes."""
        while True:
            line = folded(await self._line(f"{question} {self._tr('plain.yes-no')}") or "n")
            if line in YES:
                return True
            if line in NO:
                return False
            self._terminal.say(self._tr("plain.yes-or-no"))

    async def when(
        self,
        question: str,
        clock: Callable[[], datetime],
        zone: tzinfo,
        theirs: Callable[[], Awaitable[tzinfo | None]],
        told: Callable[[datetime, tzinfo | None], str],
    ) -> datetime | bool:
        """Now (True), not at all (False), or at a moment in UTC that is told as people say it.

        It is understood by `clock` once it was typed, which may be long after the question, and has to lie
        ahead still when the person has agreed to it as it is `told`.
        Days are those of `zone`. `theirs` reads the zone of the times of day once such a moment is typed.
        """
        say, tr = self._terminal.say, self._tr
        while True:
            line = await self._line(f"{question} {tr('plain.when')}")
            if not line or folded(line) in NO:
                return False
            if folded(line) in YES:
                return True
            moment = understood(line, clock(), zone)
            if moment is not TimeError.UNCLEAR:
                there = await theirs()
                moment = understood(line, clock(), zone, there)
                if not isinstance(moment, TimeError):
                    if not await self.confirm(told(moment, there)):
                        return False
                    if moment > clock():
                        return moment
                    moment = TimeError.PAST
            say(tr(f"later.wrong.{moment}"))

    async def moment(self, question: str, clock: Callable[[], datetime], zone: tzinfo) -> datetime | None:
        """A moment of this zone, in UTC, as people say it, understood by `clock` when it has been told."""
        say, tr = self._terminal.say, self._tr
        while True:
            line = await self._line(f"{question} {tr('plain.moment')}")
            if not line:
                return None
            moment = understood(line, clock(), zone)
            if not isinstance(moment, TimeError):
                return moment
            say(tr(f"later.wrong.{moment}"))

    async def line(self, title: str) -> str | None:
        """A text on one line, maybe an empty one."""
        return await self._line(f"{title}: ", is_text=True)

    async def text(self, title: str, keep: Callable[[str], None]) -> str | None:
        """A text of several lines, which ends with a dot alone on its line.

        `keep` gets what is there after each line: what is left before its end is not lost. None then.
        """
        self._terminal.say(self._tr("plain.text", title=title))
        lines: list[str] = []
        while (line := await self._terminal.ask("", is_text=True)) is not None:
            text = "\n".join(lines).strip("\n")
            if line.strip() == END_OF_TEXT:
                return text
            word = folded(line.strip())
            if line == ESCAPE or word in ESCAPES or (word in CANCEL and not lines):
                break
            lines.append(line)
            keep("\n".join(lines).strip("\n"))
        if any(one.strip() for one in lines):
            self._terminal.say(self._tr("plain.kept"))
        return None

    async def _line(self, prompt: str, *, is_text: bool = False) -> str | None:
        line = await self._terminal.ask(prompt if prompt.endswith(" ") else f"{prompt} ")
        if line is None or line == ESCAPE or folded(line.strip()) in CANCEL:
            return None
        return line.strip() if is_text else one_line(line)


def _names(label: str) -> tuple[str, str]:
    """What stands for a label as a whole: with the count behind it, or without."""
    return folded(label), folded(label.rpartition(" (")[0] or label)
