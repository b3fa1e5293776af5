"""A resume named by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hh_tui.inbox.resume_link import resume_id_in

ID = "3f2a91c07b5e4d6f8a1b2c3d4e5f60718293a4"


@pytest.mark.parametrize(
    "text",
    [
        ID,
        f"  {ID.upper()} ",
        f"https://hh.ru/resume/{ID}",
        f"http://hh.ru/resume/{ID}/",
        f"hh.ru/resume/{ID}",
        f"https://spb.hh.ru/resume/{ID}?query=python&from=search#top",
        f"https://hh.kz/resume/{ID}",
        f"https://rabota.by/resume/{ID}",
        f"https://headhunter.ge/resume/{ID}",
        f"https://HH.RU./resume/{ID}",
        f"https://api.hh.ru/resumes/{ID}",
    ],
)
def test_every_way_to_name_one(text: str) -> None:
    assert resume_id_in(text) == ID


@pytest.mark.parametrize(
    "text",
    [
        "",
        "resume",
        "12345",
        "https://hh.ru/vacancy/12345678901234567",
        f"https://hh.ru/resume/{ID}/history",
        "https://hh.ru/resume/",
        f"https://evil.example/resume/{ID}",
        f"https://nothh.ru/resume/{ID}",
        f"https://hh.ru.evil.example/resume/{ID}",
        f"https://hh.ru@evil.example/resume/{ID}",
        f"ftp://hh.ru/resume/{ID}",
        f"javascript://hh.ru/resume/{ID}",
        f"https://hh.ru/resume/{ID}%2F..",
        f"https://[hh.ru/resume/{ID}",
        f"{ID} {ID}",
        "3f2a91c07b5e4d6f" * 5,
        "\u0661" * 20,
    ],
)
def test_anything_else_is_refused(text: str) -> None:
    assert resume_id_in(text) is None


@given(st.text())
def test_whatever_comes_out_is_an_id(text: str) -> None:
    found = resume_id_in(text)
    assert found is None or (16 <= len(found) <= 64 and set(found) <= set("0123456789abcdef"))
