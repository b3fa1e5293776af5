"""What the system says of files, in the person's language."""

import errno
import os

import pytest

from hh_tui.errors import EditorFailed, UnusableFile
from hh_tui.i18n import Catalogue
from hh_tui.ui.presenters.errors import SYSTEM_WORDS, explain


@pytest.mark.parametrize("word", sorted(SYSTEM_WORDS))
def test_no_english_stands_inside_russian(word: str) -> None:
    told = explain(Catalogue("ru"), UnusableFile(path="/резюме", why=word)).sentence
    assert word not in told
    assert "/резюме" in told


def test_a_missing_file_is_called_missing() -> None:
    why = os.strerror(errno.ENOENT)
    told = explain(Catalogue("ru"), UnusableFile(path="/нет.pdf", why=why))
    assert told.what == "Не получается записать или прочитать /нет.pdf: такого файла или папки нет."
    edited = explain(Catalogue("ru"), EditorFailed(command="vim", why=why)).sentence
    assert "такого файла или папки нет" in edited


def test_an_unknown_word_stays_as_the_system_says_it() -> None:
    assert "Strange" in explain(Catalogue("ru"), UnusableFile(path="x", why="Strange")).sentence
