"""The list as pages come, shift and are read anew."""

from hypothesis import given
from hypothesis import strategies as st

from hh_tui.api.models import Negotiation, Page
from hh_tui.inbox.snapshot.listing import Listing
from hh_tui.system.structs import replace
from tests.factory import HERE, negotiation, page

PER_PAGE = 5


def _ids(listing: Listing) -> list[str]:
    return [row.id for row in listing.rows]


def _served(server: list[str], number: int) -> Page[Negotiation]:
    part = server[number * PER_PAGE : (number + 1) * PER_PAGE]
    return page(part, number, found=len(server), per_page=PER_PAGE)


@given(st.data())
def test_shifting_pages_show_nobody_twice_and_lose_nobody(data: st.DataObject) -> None:
    """While pages are read, others answer candidates and new ones come in on top."""
    count: int = data.draw(st.integers(0, 40))
    server = [f"c{number}" for number in range(count)]
    listing, delivered, new = Listing(query=HERE), set[str](), 0
    for _ in range(60):
        if listing.complete:
            break
        answer = _served(server, listing.next_page)
        delivered |= {item.id for item in answer.items}
        listing = listing.with_page(answer, frozenset())
        changes: list[bool] = data.draw(st.lists(st.booleans(), max_size=2))
        for leaves in changes:
            if server and leaves:
                place: int = data.draw(st.integers(0, len(server) - 1))
                server.pop(place)
            else:
                new += 1
                server.insert(0, f"n{new}")
    assert len(_ids(listing)) == len(set(_ids(listing)))
    assert set(_ids(listing)) == delivered


@given(st.integers(0, 40), st.data())
def test_those_who_stay_are_all_found_when_others_answer(count: int, data: st.DataObject) -> None:
    """Candidates vanish from the list by other hands while one reads on: the others are not skipped."""
    server = [f"c{number}" for number in range(count)]
    listing = Listing(query=HERE)
    for _ in range(100):
        if listing.complete:
            break
        listing = listing.with_page(_served(server, listing.next_page), frozenset())
        leaves: bool = data.draw(st.booleans())
        if server and leaves:
            place: int = data.draw(st.integers(0, len(server) - 1))
            server.pop(place)
    assert listing.complete
    assert set(server) <= set(_ids(listing))


@given(st.integers(6, 40), st.data())
def test_own_decisions_do_not_skip_anybody(count: int, data: st.DataObject) -> None:
    """Candidates leave because we decided: held ones still stand on the server, settled ones do not."""
    server = [f"c{number}" for number in range(count)]
    listing, gone = Listing(query=HERE), set[str]()
    decided: list[str] = []
    for _ in range(200):
        if listing.complete and not len(listing.rows):
            break
        read_on: bool = data.draw(st.booleans())
        if not listing.complete and (not len(listing.rows) or read_on):
            listing = listing.with_page(_served(server, listing.next_page), gone)
            continue
        if not len(listing.rows):
            continue
        victim = listing.rows[0].id
        listing = listing.without(victim)
        gone.add(victim)
        decided.append(victim)
        settles: bool = data.draw(st.booleans())
        if settles:
            server.remove(victim)
            gone.discard(victim)
            listing = listing.left(victim)
    assert decided == [f"c{number}" for number in range(len(decided))]


def test_a_page_with_gaps_is_not_read_again_and_again() -> None:
    """Null items leave holes; the next page is the next one all the same."""
    listing = Listing(query=HERE).with_page(page(["a", "b"], 0, found=12, per_page=5), frozenset())
    assert listing.next_page == 1


def test_a_known_candidate_is_brought_up_to_date_in_place() -> None:
    listing = Listing(query=HERE).with_page(page(["a", "b", "c"]), frozenset())
    untouched = listing.rows[0]
    newer = page(["a", "b", "c"])
    newer = replace(newer, items=(*newer.items[:1], negotiation("b", has_updates=True)))
    listing = listing.with_page(newer, frozenset())
    assert _ids(listing) == ["a", "b", "c"]
    assert listing.rows[1].negotiation.has_updates
    assert listing.rows[0] is untouched


def test_reading_anew_keeps_the_cursor_on_its_candidate() -> None:
    listing = Listing(query=HERE).with_page(page(["a", "b", "c"]), frozenset()).moved_to(1)
    same = listing.rows[0]
    listing = listing.refreshed((page(["x", "a", "b", "c"]),), frozenset())
    assert _ids(listing) == ["x", "a", "b", "c"]
    assert listing.selected is not None
    assert listing.selected.id == "b"
    listing = listing.refreshed((page(["a", "c"]),), frozenset())
    assert listing.selected is not None
    assert listing.selected.id == "c"
    assert listing.rows[0].negotiation == same.negotiation


def test_the_next_page_is_wanted_near_the_end_only() -> None:
    listing = Listing(query=HERE).with_page(page([f"c{n}" for n in range(50)], found=200), frozenset())
    assert not listing.wants_page()
    assert listing.moved_to(30).wants_page()
    assert listing.wants_page(seen=40)


def test_the_cursor_stays_inside() -> None:
    listing = Listing(query=HERE).with_page(page(["a", "b"]), frozenset())
    assert listing.moved_to(99).cursor == 1
    assert listing.moved_to(-5).cursor == 0
    assert listing.without("a").without("b").cursor == 0
    assert listing.without("a").without("b").selected is None
