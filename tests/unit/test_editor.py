"""The person's own editor: what it is called, what it gets, what it leaves behind."""

import shutil
import stat
import sys
from errno import EACCES, ENOSPC
from pathlib import Path
from typing import Any

import pytest

from hh_tui.errors import EditorFailed, NoEditor
from hh_tui.files.external_editor import BYTES, Edited, editor_command
from hh_tui.files.external_editor import edited as _edited
from hh_tui.i18n import Catalogue
from hh_tui.ui.presenters.errors import explain


def _script(folder: Path, body: str) -> list[str]:
    path = folder / "editor.py"
    path.write_text(f"import os, pathlib, sys\npath = pathlib.Path(sys.argv[-1])\n{body}\n", encoding="utf-8")
    return [sys.executable, str(path), "--wait"]


@pytest.fixture(autouse=True)
def _own_temporary_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "tmp"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))


def edited(text: str, command: list[str]) -> str:
    return _edited(text, command, Path("unused")).text


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


def test_an_editor_may_replace_the_file(tmp_path: Path) -> None:
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
        ("os.kill(os.getpid(), 9)", "он прерван сигналом 9"),
        ("path.write_text(''); sys.exit(1)", "он завершился с кодом 1"),
        ("path.unlink(); sys.exit(4)", "он завершился с кодом 4"),
        ("path.unlink()", "такого файла или папки нет"),
        ("import shutil; shutil.rmtree(path.parent)", "такого файла или папки нет"),
        ("path.unlink(); path.mkdir()", "это папка, а не файл"),
    ],
)
def test_what_goes_wrong_is_told_and_leaves_nothing(tmp_path: Path, body: str, why: str) -> None:
    with pytest.raises(EditorFailed) as caught:
        edited("y", _script(tmp_path, body))
    sentence = explain(Catalogue("ru"), caught.value).sentence
    assert why in sentence
    assert "Письмо осталось прежним" in sentence
    assert _left(tmp_path) == []


LETTER = "Ждём вас в среду — «Меридиан», офис №3.\nДо встречи!"


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (f"path.write_text({LETTER!r}, 'utf-8'); sys.exit(1)", Edited(LETTER, "code", 1)),
        (f"path.write_text({LETTER!r}, 'utf-8'); os.kill(os.getpid(), 15)", Edited(LETTER, "signal", 15)),
        (f"path.write_bytes({LETTER!r}.encode('cp1251'))", Edited(LETTER, "cp1251", 0)),
        (f"path.write_bytes({LETTER!r}.encode('utf-16'))", Edited(LETTER, "", 0)),
        (f"path.write_bytes({LETTER!r}.encode('utf-8-sig'))", Edited(LETTER, "", 0)),
    ],
)
def test_a_changed_text_is_taken_however_it_came(tmp_path: Path, body: str, found: Edited) -> None:
    assert _edited("y", _script(tmp_path, body), tmp_path / "keep") == found
    assert _left(tmp_path) == []
    assert not (tmp_path / "keep").exists()


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"x" * (BYTES + 1), "текст длиннее мегабайта"),
        (b"\xef\xf0\xe8\x98", "текст не в UTF-8"),
        ("письмо".encode("koi8-r"), "текст не в UTF-8"),
        (b"caf\xe9 cr\xe8me", "текст не в UTF-8"),
        (b"\0\1\2\xff", "текст не в UTF-8"),
    ],
    ids=("long", "broken", "koi8-r", "latin-1", "binary"),
)
def test_what_is_no_letter_is_kept_and_named(tmp_path: Path, content: bytes, why: str) -> None:
    (tmp_path / "content").write_bytes(content)
    body = f"import shutil; shutil.copyfile({str(tmp_path / 'content')!r}, path)"
    with pytest.raises(EditorFailed) as caught:
        _edited("y", _script(tmp_path, body), tmp_path / "keep")
    (kept,) = (tmp_path / "keep").iterdir()
    sentence = explain(Catalogue("ru"), caught.value).sentence
    assert why in sentence
    assert str(kept) in sentence
    assert kept.read_bytes() == content
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert stat.S_IMODE(kept.parent.stat().st_mode) == 0o700
    assert _left(tmp_path) == []


def test_where_the_folder_takes_nothing_the_text_stays(tmp_path: Path) -> None:
    (tmp_path / "keep").write_text("a file, and no folder")
    with pytest.raises(EditorFailed) as caught:
        _edited("y", _script(tmp_path, "path.write_bytes(b'evening\\0')"), tmp_path / "keep")
    (folder,) = _left(tmp_path)
    assert (folder / "letter.txt").read_bytes() == b"evening\0"
    assert str(folder / "letter.txt") in explain(Catalogue("ru"), caught.value).sentence


def test_a_full_disk_leaves_the_text_where_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(ENOSPC, "No space left on device")

    monkeypatch.setattr(shutil, "copyfileobj", full)
    with pytest.raises(EditorFailed) as caught:
        _edited("y", _script(tmp_path, "path.write_bytes(b'evening\\0')"), tmp_path / "keep")
    (folder,) = _left(tmp_path)
    assert (folder / "letter.txt").read_bytes() == b"evening\0"
    assert str(folder / "letter.txt") in explain(Catalogue("ru"), caught.value).sentence
    assert list((tmp_path / "keep").iterdir()) == [], "nothing is left of the copy"


def test_what_can_not_be_read_is_not_deleted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = Path.open

    def refused(path: Path, *how: Any) -> Any:
        if path.name == "letter.txt":
            raise PermissionError(EACCES, "Permission denied")
        return opened(path, *how)

    editor = _script(tmp_path, "path.write_text('evening')")
    with monkeypatch.context() as patched:
        patched.setattr(Path, "open", refused)
        with pytest.raises(EditorFailed) as caught:
            edited("y", editor)
    (folder,) = _left(tmp_path)
    assert (folder / "letter.txt").read_text() == "evening"
    sentence = explain(Catalogue("ru"), caught.value).sentence
    assert str(folder / "letter.txt") in sentence
    assert "нет прав" in sentence


def test_the_editor_does_not_get_our_secrets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HH_TUI_TOKEN", "secret")
    monkeypatch.setenv("HH_TUI_CLIENT_SECRET", "secret")
    monkeypatch.setenv("EDITOR_THEME", "dark")
    body = "path.write_text(' '.join(sorted(os.environ)) + ' ' + os.environ['EDITOR_THEME'])"
    found = edited("y", _script(tmp_path, body))
    assert found.endswith("dark")
    assert "HH_TUI" not in found


def test_an_editor_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(EditorFailed) as caught:
        edited("y", [str(tmp_path / "no-such-editor")])
    assert "no such file" in explain(Catalogue("en"), caught.value).sentence
    assert _left(tmp_path) == []


def test_what_comes_back_is_cleaned(tmp_path: Path) -> None:
    assert edited("y", _script(tmp_path, "path.write_bytes(b'a\\x1b[31mb\\r\\nc')")) == "ab\nc"
