"""A resume named by hand."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hh_tui.inbox.rules.resume_link import resume_id_in
from hh_tui.settings.api_url import SITES

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


BEFORE = (
    "",
    " ",
    "\n",
    "\r\n",
    "\u00a0",
    "\ufeff",
    "\u200b",
    "Резюме: ",
    "см.\n",
    "Anna (",
    "> ",
    "https://mail.example/ ",
)
WRAPS = (
    "{}", "{}.", "{},", "{}!", "{}…", "<{}>", "<{}>.", "({})", "«{}»", "“{}”.", '"{}"', "'{}'", "`{}`",
    "**{}**", "[Анна Иванова]({})", "[резюме]({}).", "[{0}]({0})", "<{}|Анна>", '<a href="{}">Анна</a>',
)  # fmt: skip
AFTER = ("", "\n", "\u00a0", " ", "\nС уважением,\nАнна", " и ещё слово", "\u200b")
QUERIES = ("", "/", "?query=python&t=1", "?resumeId=5#top", "/?from=share_android", "#anchor")


@settings(max_examples=60)
@given(
    resume_id=st.text("0123456789abcdefABCDEF", min_size=16, max_size=64),
    site=st.sampled_from(SITES),
    below=st.sampled_from(("", "m.", "spb.", "www.", "api.")),
    scheme=st.sampled_from(("https://", "http://", "HTTPS://", "//", "")),
    query=st.sampled_from(QUERIES),
    before=st.sampled_from(BEFORE),
    wrap=st.sampled_from(WRAPS),
    after=st.sampled_from(AFTER),
)
def test_a_link_is_taken_as_it_was_pasted(
    resume_id: str, site: str, below: str, scheme: str, query: str, before: str, wrap: str, after: str
) -> None:
    link = f"{scheme}{below}{site}/resume/{resume_id}{query}"
    assert resume_id_in(f"{before}{wrap.format(link)}{after}") == resume_id.lower()


@settings(max_examples=20)
@given(before=st.sampled_from(("", "\n", "\u00a0", "\ufeff")), wrap=st.sampled_from(WRAPS[:13]))
def test_a_bare_id_is_taken_as_it_was_pasted(before: str, wrap: str) -> None:
    assert resume_id_in(before + wrap.format(ID) + "\n") == ID


def test_two_resumes_are_no_answer() -> None:
    other = ID.replace("3", "4")
    assert resume_id_in(f"hh.ru/resume/{ID}\nhh.ru/resume/{other}") is None


@given(st.text())
def test_whatever_comes_out_is_an_id(text: str) -> None:
    found = resume_id_in(text)
    assert found is None or (16 <= len(found) <= 64 and set(found) <= set("0123456789abcdef"))
