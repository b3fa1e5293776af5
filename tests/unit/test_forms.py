"""The form is what the server listed, nothing else."""

from hypothesis import given
from hypothesis import strategies as st

from hh_tui.inbox.decisions.forms import FieldKind, Form
from tests.factory import action, negotiation

CANDIDATE = negotiation("1", resume={"id": "r1"})


def _argument(id_: str, *, required: bool = False, needs: tuple[str, ...] = ()) -> dict[str, object]:
    return {"id": id_, "required": required, "required_arguments": [{"id": need} for need in needs]}


def _form(*arguments: dict[str, object]) -> Form:
    return Form.of(action("later", "1", arguments=list(arguments)), CANDIDATE, "77")


OPTIONAL = _form(
    _argument("message"),
    _argument("send_sms", needs=("message",)),
    _argument("address_id", needs=("message",)),
    _argument("priority"),
)


def test_unknown_arguments_become_fields_of_their_own_name() -> None:
    assert [(field.id, field.kind) for field in OPTIONAL.fields] == [
        ("message", FieldKind.LETTER),
        ("send_sms", FieldKind.SWITCH),
        ("address_id", FieldKind.ADDRESS),
        ("priority", FieldKind.LINE),
    ]


def test_an_action_without_arguments_has_nothing_to_ask() -> None:
    assert _form().fields == ()
    assert _form().body({}) == ()


def test_ids_that_are_known_are_not_asked_for() -> None:
    form = _form(_argument("vacancy_id", required=True), _argument("resume_id", required=True))
    assert form.fields == ()
    assert form.body({}) == (("vacancy_id", "77"), ("resume_id", "r1"))


def test_the_way_with_a_letter_needs_the_letter() -> None:
    assert [missing.field for missing in OPTIONAL.missing({})] == ["message"]
    assert [missing.field for missing in OPTIONAL.missing({"message": "  \n"})] == ["message"]
    assert OPTIONAL.missing({"message": "Здравствуйте"}) == ()


def test_the_silent_way_leaves_out_the_letter_and_what_needs_it() -> None:
    values: dict[str, str | bool] = {
        "message": "Здравствуйте",
        "send_sms": True,
        "address_id": "5",
        "priority": "high",
    }
    assert OPTIONAL.can_be_silent
    assert OPTIONAL.missing(values, silent=True) == ()
    assert OPTIONAL.body(values, silent=True) == (("priority", "high"),)
    assert OPTIONAL.body(values) == (
        ("message", "Здравствуйте"), ("send_sms", "true"), ("address_id", "5"), ("priority", "high"),
    )  # fmt: skip


def test_a_required_letter_leaves_no_silent_way() -> None:
    form = _form(_argument("message", required=True))
    assert not form.can_be_silent


def test_what_needs_another_says_so() -> None:
    form = _form(_argument("priority"), _argument("reason", needs=("priority",)))
    missing = form.missing({"reason": "x"})
    assert [(one.field, one.needed_by) for one in missing] == [("priority", "reason")]


@given(
    st.dictionaries(
        st.sampled_from(["message", "send_sms", "address_id", "priority"]),
        st.one_of(st.booleans(), st.text(max_size=5)),
    ),
    st.booleans(),
)
def test_nothing_empty_is_ever_sent(values: dict[str, str | bool], silent: bool) -> None:
    for name, value in OPTIONAL.body(values, silent=silent):
        assert value.strip()
        assert not (silent and name in {"message", "send_sms", "address_id"})
