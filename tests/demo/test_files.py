"""Resumes as files: small, whole and of the right kind."""

import re

from tests.demo.driver import Recruiter


def test_a_pdf_leads_to_each_of_its_objects() -> None:
    recruiter = Recruiter("S")
    resume = recruiter.topic(recruiter.a_response(1))["resume"]
    answer = recruiter.http.get(resume["download"]["pdf"]["url"])
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["content-disposition"].startswith("attachment; filename*=UTF-8''")
    body = answer.content
    table = int(re.search(rb"startxref\n(\d+)\n%%EOF", body)[1])  # type: ignore[index]
    assert body[table:].startswith(b"xref\n")
    places = [int(place) for place in re.findall(rb"^(\d{10}) 00000 n", body[table:], re.MULTILINE)]
    for number, place in enumerate(places, 1):
        assert body[place:].startswith(b"%d 0 obj" % number)
    assert len(places) == 5


def test_an_rtf_tells_the_position_in_any_alphabet() -> None:
    recruiter = Recruiter("S")
    resume = recruiter.topic(recruiter.a_response(1))["resume"]
    body = recruiter.http.get(resume["download"]["rtf"]["url"]).content
    assert body.startswith(b"{\\rtf1")
    assert body.rstrip().endswith(b"}")
    read = re.sub(rb"\\u(-?\d+)\?", lambda code: chr(int(code[1])).encode(), body).decode()
    assert resume["title"] in read


def test_there_are_no_other_files() -> None:
    recruiter = Recruiter("S")
    resume = recruiter.topic(recruiter.a_response(1))["resume"]
    url = resume["download"]["pdf"]["url"]
    assert recruiter.http.get(url.replace(".pdf", ".doc")).status_code == 404
