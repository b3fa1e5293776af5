"""Whatever a candidate's name is, the table stays straight and the files stay what they are."""

import csv
import io
import json
import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st
from wcwidth import width as cells

from hh_tui.cli.ls.output import Json, Table, fitted
from hh_tui.inbox.lists.csv_lines import FORMULAS, Csv
from hh_tui.inbox.lists.records import CANDIDATE, candidate
from tests.factory import HERE, negotiation
from tests.listing.openings import OPENING

NAMES = st.one_of(
    st.text(), st.sampled_from(['=cmd|"/c calc"!A1', "+7", "-1", "@SUM(A1)", "＝1", " =1", "a,b", '"', "'"])
)


def _records(names: list[str]) -> list[dict[str, object]]:
    people = [
        negotiation(str(number), resume={"id": "r", "last_name": name}) for number, name in enumerate(names)
    ]
    return [dict(candidate(one, OPENING, HERE)) for one in people]


@given(st.lists(NAMES))
def test_csv_comes_back_as_it_was_and_holds_no_formula(names: list[str]) -> None:
    out, records = io.StringIO(), _records(names)
    writer = Csv(out, CANDIDATE)
    writer.take(records)  # type: ignore[arg-type]
    writer.close()
    header, *lines = csv.reader(io.StringIO(out.getvalue(), newline=""))
    assert header == list(CANDIDATE)
    assert len(lines) == len(records)
    for line, record in zip(lines, records, strict=True):
        told = dict(zip(header, line, strict=True))
        name = record["name"] or ""
        assert told["name"] in {name, f"'{name}"}
        assert not told["name"].lstrip(" ").startswith(FORMULAS)
        assert not any(ord(sign) < 32 or ord(sign) == 127 for cell in line for sign in cell)
    assert out.getvalue().count("\r\n") == len(lines) + 1


@given(st.lists(st.lists(NAMES, max_size=3), max_size=4))
def test_json_is_one_array_however_the_pages_came(pages: list[list[str]]) -> None:
    out = io.StringIO()
    writer = Json(out)
    for names in pages:
        writer.take(_records(names))  # type: ignore[arg-type]
    writer.close()
    told = json.loads(out.getvalue())
    assert [one["name"] for one in told] == [one["name"] for names in pages for one in _records(names)]
    assert all(list(one) == list(CANDIDATE) for one in told)


@given(st.text(st.characters(exclude_categories=["C"])), st.integers(1, 30))
def test_a_cell_is_as_wide_as_it_should_be(text: str, width: int) -> None:
    assert cells(fitted(text, width)) == width


def test_plain_signs_are_measured_as_the_tables_of_widths_do() -> None:
    plain = "".join(map(chr, range(0x20, 0x7F))) + "АБЯабяЁё«»–…—№·●○"
    assert cells(plain) == len(plain)
    for width in (1, 4, len(plain), len(plain) + 3):
        told = fitted(plain, width)
        assert cells(told) == width
        assert told.rstrip().rstrip("…") == plain[: len(told.rstrip().rstrip("…"))]
    assert fitted("да", 4, right=True) == "  да"


def test_a_table_of_plain_signs_imports_no_tables_of_widths() -> None:
    told = (
        "import sys; from hh_tui.cli.ls.output import fitted; fitted('Иванов Иван', 8);"
        "assert 'wcwidth' not in sys.modules; fitted('e\u0301', 2); assert 'wcwidth' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", told], check=True)


def test_joined_signs_and_accents_are_as_wide_as_painted() -> None:
    family, accented = "👩\u200d👩\u200d👧", "е\u0301"
    assert fitted(family, 4) == f"{family}  "
    assert fitted(f"{family}{family}", 3) == f"{family}…"
    assert fitted(f"{accented}{accented}", 3, right=True) == f" {accented}{accented}"


def test_the_table_is_aligned_by_cells_and_gives_way() -> None:
    out = io.StringIO()
    table = Table(out, [("id", "id"), ("name", "Имя"), ("age", "Лет")], 24)
    table.take(_records(["Иванова", "山田太郎さん、とても長い名前", "=cmd"]))  # type: ignore[arg-type]
    table.close()
    lines = out.getvalue().splitlines()
    assert lines[0].split() == ["id", "Имя", "Лет"]
    assert all(cells(line) <= 24 for line in lines)
    assert "…" in lines[2]
    assert lines[3].split() == ["2", "=cmd"]


def test_a_hidden_resume_leaves_its_fields_empty() -> None:
    record = candidate(negotiation("7", resume=None), OPENING, HERE)
    assert record["name"] is None
    assert record["salary"] is None
    assert record["vacancy"] == "Python"
