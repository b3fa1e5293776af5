"""The keys that help now, at the right of the last line: only such as would do something."""

from collections.abc import Callable

from msgspec import Struct

from hh_tui.i18n import Catalogue

GAP = "  "

SCROLLING = ("page-scroll-down", "page-scroll-up", "page-leaf-down")


class Situation(Struct, frozen=True):
    """Where the person is, and what can be done there.

    `covered`: another window stands above, which tells its own keys. `composing` and `searching`: letters
    are typed; `server`: hh.ru can search this list. `beside`: in the left column. `hits`: the list is
    narrowed down by words; `filtered`: by anything. `across`: it is a list over all vacancies. `marked`: some
    are decided on together. `candidate`: somebody is under the cursor, with `digits` actions (`named`
    beside); one `can_write`. `inside`: one is in their card, `opened` with their messages read. Without a
    candidate the list is `loading`, `failed` or empty; there may be other `vacancies` to go to. `decides`:
    this instance of the program can decide and write. `roomy`: the line has room for more than is needed.
    """

    covered: bool = False
    composing: bool = False
    searching: bool = False
    server: bool = False
    beside: bool = False
    hits: bool = False
    filtered: bool = False
    across: bool = False
    marked: bool = False
    candidate: bool = False
    inside: bool = False
    opened: bool = False
    digits: int = 0
    named: bool = False
    can_write: bool = False
    loading: bool = False
    failed: bool = False
    vacancies: bool = True
    decides: bool = True
    roomy: bool = False


def hints(tr: Catalogue, keys: Callable[[str], str], seen: Situation) -> str:
    """`⏎ open  1–4 decide  r reply  ? help`; empty under another window. `keys` names a command's key.

    Nothing is told of a command without one.
    """
    wanted = [] if seen.covered else _wanted(keys, seen)
    return GAP.join(tr(f"hint.{name}", **values) for name, values in wanted if all(values.values()))


def selecting(tr: Catalogue, keys: Callable[[str], str]) -> str:
    """The key that selects a whole text; empty where it is another command's."""
    return tr("hint.select", key=key) if (key := keys("select-text")) else ""


def closing(tr: Catalogue) -> str:
    """The key that closes a page; empty where it has none."""
    return tr("hint.close", key=key) if (key := tr.key("close-page")) else ""


def page_footer(tr: Catalogue, *own: str) -> str:
    """`j k Space scroll · Esc close` below a page, after commands of its `own`; none that has no key."""
    parts = {**{one: (one,) for one in own}, "scroll": SCROLLING, "close-page": ("close-page",)}
    keys = {name: " ".join(filter(None, map(tr.key, every))) for name, every in parts.items()}
    return " · ".join(tr(f"page.{name}", key=key) for name, key in keys.items() if key)


def _wanted(keys: Callable[[str], str], seen: Situation) -> list[tuple[str, dict[str, str]]]:
    """Names of hints with what stands in them, from left to right."""

    def key(name: str, command: str = "") -> tuple[str, dict[str, str]]:
        return name, {"key": keys(command or name)}

    if seen.composing:
        letter = [key("send"), key("later", "send-later")] if seen.decides else []
        select = [key("select", "select-text")] if seen.roomy and keys("select-text") else []
        return [*letter, key("template"), key("editor"), *select, key("draft", "leave-composer")]
    if seen.searching:
        server = [key("server", "search-server")] if seen.server else []
        return [key("keep", "search-keep"), *server, key("close", "search-leave")]
    if seen.beside:
        return [key("choose", "open"), key("help")]
    back = [key("list", "back")] if seen.across and not seen.inside else []
    if not seen.candidate:
        return [*_without_candidate(key, seen), *back, key("help")]
    if seen.marked:
        all_of_them: list[tuple[str, dict[str, str]]] = [("decide-all", {})] if seen.decides else []
        leave = key("list", "back") if seen.inside else key("unmark", "back")
        return [*all_of_them, key("mark"), key("mark-all"), leave]
    if seen.hits:
        pair = {"next": keys("next-hit"), "previous": keys("previous-hit")}
        return [("hits", pair), key("whole", "back")]
    decide = _deciding(key, seen) if seen.decides else []
    return [*_going_on(key, seen), *decide, *back, key("help")]


def _going_on(
    key: Callable[..., tuple[str, dict[str, str]]], seen: Situation
) -> list[tuple[str, dict[str, str]]]:
    """Where to from here. In a card the keys that move the cursor scroll, and `next` opens what one did not
    ask for: the way back to the list is told first.
    """
    next_one = key("next", "next-candidate")
    if not seen.inside:
        return [next_one if seen.opened else key("open")]
    further = [next_one] if seen.roomy else []
    return [key("to-list", "back"), *(further if seen.opened else [key("open")])]


def _deciding(
    key: Callable[..., tuple[str, dict[str, str]]], seen: Situation
) -> list[tuple[str, dict[str, str]]]:
    """What can be done with the candidate; digits that are named beside are not told once more."""
    found = [key("reply")] if seen.can_write else []
    if seen.named:
        return [*found, key("mark")]
    digits = {"digits": "1" if seen.digits == 1 else f"1–{seen.digits}"}
    return [("decide", digits), *found] if seen.digits else found


def _without_candidate(
    key: Callable[..., tuple[str, dict[str, str]]], seen: Situation
) -> list[tuple[str, dict[str, str]]]:
    """What helps where nobody is under the cursor."""
    vacancy = [key("vacancy")] if seen.vacancies else []
    if seen.loading:
        return vacancy
    if seen.failed or not seen.vacancies:
        return [key("refresh"), *vacancy]
    return [key("clear", "clear-filters")] if seen.filtered else [key("collection"), key("vacancy")]
