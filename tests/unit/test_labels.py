"""Labels: put on and taken off, kept, and found by a search."""

from hypothesis import given
from hypothesis import strategies as st

from hh_tui.inbox.lists import labels
from hh_tui.inbox.lists.search import Search
from hh_tui.inbox.snapshot.rows import Row, Rows
from tests.factory import negotiation

NAMES = st.text(max_size=40).map(labels.named).filter(bool)
LABELS = st.dictionaries(st.sampled_from("abc"), st.lists(NAMES, min_size=1, unique=True).map(tuple))


def _row(place: int, name: str, owner: str = "") -> Row:
    resume = {"id": f"r{place}", "last_name": name}
    if owner:
        resume |= {"owner": {"id": owner}}  # type: ignore[dict-item]
    return Row(place, negotiation(str(place), resume=resume))


@given(LABELS, st.lists(st.sampled_from("abcd"), min_size=1), NAMES)
def test_twice_toggled_is_on_all_or_on_none(given_: labels.Labels, people: list[str], name: str) -> None:
    once = labels.toggled(given_, people, name)
    twice = labels.toggled(once, people, name)
    worn = [{name in have.get(one, ()) for one in people} for have in (once, twice)]
    assert worn[0] != worn[1]
    assert all(len(one) == 1 for one in worn)


@given(LABELS)
def test_what_is_kept_is_read_back(given_: labels.Labels) -> None:
    assert labels.from_texts({key: labels.to_text(names) for key, names in given_.items()}) == given_


def test_what_can_not_have_been_kept_is_left_out() -> None:
    assert labels.from_texts({"a": "[", "b": "{}", "c": '[1, "  ", "#x"]', "d": "[" * 9999}) == {"c": ("x",)}


def test_a_label_is_of_the_person_over_all_vacancies() -> None:
    rows = [
        _row(0, "Ива", "7"),
        _row(1, "Ива", "7"),
        _row(2, "Ель", "8"),
        Row(3, negotiation("3", resume=None)),
    ]
    given_ = labels.toggled({}, [labels.owner_of(rows[0]), labels.owner_of(rows[3])], "резерв")
    assert [labels.of_row(given_, row) for row in rows] == [("резерв",), ("резерв",), (), ("резерв",)]
    assert [labels.owner(row.negotiation) for row in rows] == [labels.owner_of(row) for row in rows]


def test_a_search_finds_labels_and_follows_their_changes() -> None:
    rows = Rows([_row(0, "Ива", "7"), _row(1, "Ель", "8")])
    given_ = {labels.owner_of(rows[0]): ("горящий",)}
    search = Search("#гор", labels=given_)
    assert list(search.hits(rows, {})) == [rows[0]]
    assert list(Search("№гор", search.index, given_).hits(rows, {})) == [rows[0]]
    both = labels.toggled(given_, [labels.owner_of(rows[1])], "горячий")
    assert list(Search("#гор", search.index, both).hits(rows, {})) == list(rows)
    assert list(Search("#гор ель", search.index, both).hits(rows, {})) == [rows[1]]
    assert list(Search("#гор", search.index, {}).hits(rows, {})) == []
