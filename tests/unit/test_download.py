"""Names of files, and files that are whole or not there at all."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hh_tui.errors import UnusableFile
from hh_tui.files.download import LONGEST, PartFile, safe_name


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        (("Иванова Мария", "Backend developer"), "Иванова Мария - Backend developer"),
        (("../../etc/passwd", ""), "etc passwd"),
        (("..", "."), "resume"),
        ((".bashrc",), "bashrc"),
        (("C:\\Users\\x", "a\x00b\nc"), "C Users x - a b c"),
        (("con",), "_con"),
        (("", ""), "resume"),
    ],
)
def test_a_name_is_safe(parts: tuple[str, ...], name: str) -> None:
    assert safe_name(*parts) == name


@given(st.text(), st.text())
def test_any_name_is_safe(one: str, other: str) -> None:
    name = safe_name(one, other)
    assert name
    assert not set(name) & set('/\\:*?"<>|\n\r\x00')
    assert not name.startswith((".", " "))
    assert not name.endswith((".", " "))
    assert len(name.encode()) <= LONGEST + 1


@pytest.mark.parametrize("sign", ["ы", "漢", "a", "👍"])
def test_the_name_of_a_file_is_no_longer_than_a_disk_takes(sign: str) -> None:
    name = safe_name(sign * 1_000_000, sign)
    assert name
    assert set(name) == {sign}
    assert LONGEST - 4 < len(name.encode()) <= LONGEST


def test_a_file_gets_its_name_when_it_is_whole(tmp_path: Path) -> None:
    with PartFile(tmp_path / "new") as file:
        file.write(b"abc")
        assert not list((tmp_path / "new").glob("*.pdf"))
        place = file.keep("cv", "pdf")
    assert place.read_bytes() == b"abc"
    assert [one.name for one in place.parent.iterdir()] == ["cv.pdf"]


def test_nothing_is_ever_written_over(tmp_path: Path) -> None:
    (tmp_path / "cv.pdf").write_text("mine")
    (tmp_path / "cv (2).pdf").symlink_to(tmp_path / "elsewhere")
    with PartFile(tmp_path) as file:
        file.write(b"new")
        assert file.keep("cv", "pdf").name == "cv (3).pdf"
    assert (tmp_path / "cv.pdf").read_text() == "mine"
    assert not (tmp_path / "elsewhere").exists()


def test_what_was_not_kept_is_gone(tmp_path: Path) -> None:
    def break_off() -> None:
        with PartFile(tmp_path) as file:
            file.write(b"half")
            raise ValueError("half")

    with pytest.raises(ValueError, match="half"):
        break_off()
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_none(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UnusableFile), PartFile(tmp_path / "file"):
        pass
