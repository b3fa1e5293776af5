"""The person's own editor: what it is called, what it gets, what it leaves behind."""

import stat
import sys
from pathlib import Path

import pytest

from hh_tui.editor import BYTES, edited, editor_command
from hh_tui.errors import EditorFailed, NoEditor
from hh_tui.locale import Catalogue
from hh_tui.view.errors import explain


def _script(folder: Path, body: str) -> list[str]:
    path = folder / "editor.py"
    path.write_text(f"import os, pathlib, sys\npath = pathlib.Path(sys.argv[-1])\n{body}\n", encoding="utf-8")
    return [sys.executable, str(path), "--wait"]


@pytest.fixture(autouse=True)
def _own_temporary_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "tmp"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))


def _left(tmp_path: Path) -> list[Path]:
    return list((tmp_path / "tmp").iterdir())


def test_visual_goes_before_editor_and_both_may_have_arguments() -> None:
    assert editor_command({"EDITOR": "vi"}) == ["vi"]
    assert editor_command({"EDITOR": "vi", "VISUAL": "code --wait 'a b'"}) == ["code", "--wait", "a b"]
    assert editor_command({"EDITOR": "nano", "VISUAL": "  "}) == ["nano"]
    with pytest.raises(NoEditor):
        editor_command({})
    with pytest.raises(EditorFailed):
        editor_command({"EDITOR": "vi 'x"})


def test_the_text_goes_there_and_back(tmp_path: Path) -> None:
    body = "path.write_text(path.read_text('utf-8').upper() + 'ё\\n\\n', 'utf-8')"
    assert edited("привет\nмир", _script(tmp_path, body)) == "ПРИВЕТ\nМИР\nё"
    assert _left(tmp_path) == []


def test_nobody_else_can_read_it_meanwhile(tmp_path: Path) -> None:
    body = "path.write_text(f'{os.stat(path).st_mode} {os.stat(path.parent).st_mode}')"
    file, folder = edited("секрет", _script(tmp_path, body)).split()
    assert stat.S_IMODE(int(file)) == 0o600
    assert stat.S_IMODE(int(folder)) == 0o700


def test_an_editor_may_put_another_file_in_its_place_and_leave_others(tmp_path: Path) -> None:
    body = (
        "new = path.with_name('new'); new.write_text('x')\n"
        "path.with_name('letter.txt~').touch(); new.replace(path)"
    )
    assert edited("y", _script(tmp_path, body)) == "x"
    assert _left(tmp_path) == []


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("sys.exit(3)", "он завершился с кодом 3"),
        ("path.unlink()", "No such file or directory"),
        ("path.write_bytes('привет'.encode('cp1251'))", "текст не в UTF-8"),
        (f"path.write_bytes(b'x' * {BYTES + 1})", "текст длиннее мегабайта"),
        ("path.unlink(); path.mkdir()", "Is a directory"),
    ],
)
def test_what_goes_wrong_is_told_and_leaves_nothing(tmp_path: Path, body: str, why: str) -> None:
    with pytest.raises(EditorFailed) as caught:
        edited("y", _script(tmp_path, body))
    assert why in explain(Catalogue("ru"), caught.value).sentence
    assert _left(tmp_path) == []


def test_an_editor_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(EditorFailed) as caught:
        edited("y", [str(tmp_path / "no-such-editor")])
    assert "No such file" in explain(Catalogue("en"), caught.value).sentence
    assert _left(tmp_path) == []


def test_what_comes_back_is_cleaned(tmp_path: Path) -> None:
    assert edited("y", _script(tmp_path, "path.write_bytes(b'a\\x1b[31mb\\r\\nc')")) == "ab\nc"
