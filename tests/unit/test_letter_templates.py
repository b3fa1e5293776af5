"""Own letters on disk: read as they are, the odd ones named, nothing else opened."""

import os
from pathlib import Path

from hh_tui.files.letter_templates import BYTES, BrokenTemplate, OwnTemplate, read_templates
from hh_tui.i18n import Catalogue
from hh_tui.ui.presenters.letter import broken_files


def test_no_folder_is_no_letters(tmp_path: Path) -> None:
    assert read_templates(tmp_path / "none").templates == ()
    (tmp_path / "file").write_text("x")
    assert read_templates(tmp_path / "file").broken == ()


def test_letters_by_the_names_of_their_files(tmp_path: Path) -> None:
    (tmp_path / "Отказ.txt").write_text("\ufeffЖаль, {{имя}}\r\nдо встречи\n", encoding="utf-8")
    (tmp_path / "call.MD").write_text("Созвон", encoding="utf-8")
    (tmp_path / "notes.doc").write_text("нет")
    (tmp_path / ".hidden.txt").write_text("нет")
    shelf = read_templates(tmp_path)
    assert set(shelf.templates) == {
        OwnTemplate("call", "Созвон"),
        OwnTemplate("Отказ", "Жаль, {{имя}}\nдо встречи"),
    }
    assert shelf.broken == ()


def test_what_is_no_letter_is_named_and_never_waited_for(tmp_path: Path) -> None:
    (tmp_path / "big.txt").write_bytes(b"x" * (BYTES + 1))
    (tmp_path / "cp1251.txt").write_bytes("Привет".encode("cp1251"))
    (tmp_path / "empty.txt").write_text(" \n")
    (tmp_path / "folder.txt").mkdir()
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    shelf = read_templates(tmp_path)
    assert shelf.templates == ()
    assert {(broken_one.name, broken_one.why) for broken_one in shelf.broken} == {
        ("big.txt", "size"),
        ("cp1251.txt", "text"),
        ("empty.txt", "empty"),
        ("folder.txt", "file"),
        ("pipe.txt", "file"),
        ("loop.txt", "file"),
    }


def test_names_and_texts_obey_nobody(tmp_path: Path) -> None:
    (tmp_path / "\x1b[31mred\u202e.txt").write_text("a\x1b]52;c;eA==\x07b", encoding="utf-8")
    (tmp_path / os.fsdecode(b"\xff\xfe.txt")).write_text("c")
    found = {(one.name, one.text) for one in read_templates(tmp_path).templates}
    assert ("red", "ab") in found
    assert ("\ufffd\ufffd", "c") in found


def test_many_flaws_are_one_sentence() -> None:
    broken = tuple(BrokenTemplate(f"{number}.txt", "text") for number in range(5))
    said = broken_files(Catalogue("ru"), broken)
    assert said.startswith("Шаблоны не прочитаны: «0.txt» — не UTF-8; ")
    assert said.endswith("и ещё 2 файла.")
