"""Commands of the person's own: what they get, how they end, and what is told of it."""

import json
import shlex
import sys
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from hh_tui.errors import HookNotRun, HookRefused, HookTimeout
from hh_tui.hooks.command import ask, is_there, parts, split
from hh_tui.hooks.documents import BeforeSend, Candidate, Message, NewResponse, before_send, encoded, schema
from hh_tui.hooks.runner import HookRunner
from hh_tui.i18n import Catalogue
from hh_tui.inbox.lists.records import CANDIDATE, candidate
from hh_tui.inbox.snapshot.query import Query
from hh_tui.settings.config import Hooks
from hh_tui.system import child_process
from hh_tui.system.structs import replace
from hh_tui.ui.events import PageRead
from hh_tui.ui.presenters.errors import explain
from hh_tui.ui.presenters.render_context import RenderContext
from hh_tui.ui.response_watch import ResponseWatch
from hh_tui.ui.state_store import State
from hh_tui.ui.view import View
from tests.factory import decision, letter, negotiation, page

SHORT = 0.3


def _shell(script: str) -> str:
    return f"sh -c {shlex.quote(script)}"


async def _said(script: str, **more: Any) -> child_process.Ended:
    return await ask(_shell(script), b"{}\n", **{"seconds": 20.0, **more})


async def test_it_gets_the_document_and_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HH_TUI_TOKEN", "SECRET-77")
    monkeypatch.setenv("OTHER", "seen")
    ended = await _said("cat; env; exit 3")
    assert ended.code == 3
    assert ended.output.startswith(b"{}\n")
    assert b"OTHER=seen" in ended.output
    assert b"SECRET-77" not in ended.output
    # One that reads nothing of a long text, and one whose child keeps its output open.
    assert (await ask("true", b"x" * 10**6, seconds=20.0)).code == 0
    assert (await _said("echo done; sleep 60 &")).output == b"done\n"


async def test_it_is_bounded_in_time_and_in_size(tmp_path: Path) -> None:
    flag = tmp_path / "flag"
    ended = await _said(f"echo begun; (sleep 1; touch {flag}) & sleep 60", seconds=SHORT)
    assert (ended.code, ended.output) == (None, b"begun\n")
    ended = await ask(f"{sys.executable} -c \"print('x' * {child_process.LIMIT + 9})\"", b"", seconds=20.0)
    assert (ended.code, len(ended.output), ended.left_out) == (0, child_process.LIMIT, 10)
    assert not flag.exists(), "what it had started is ended, too"


async def test_what_cannot_be_started_is_told(tmp_path: Path) -> None:
    told = []
    for command in (str(tmp_path / "none"), str(tmp_path), "echo 'x", "  "):
        with pytest.raises(HookNotRun) as caught:
            await ask(command, b"", seconds=1.0)
        told.append(explain(Catalogue("ru"), caught.value).what)
    assert "такого файла нет" in told[0] or "нет" in told[0]
    assert "кавычки" in told[2]
    assert "пустая" in told[3]
    assert parts("notify 'a b' c") == ["notify", "a b", "c"]
    windows = split('"C:\\Program Files\\x.exe" --of a#b', has_escapes=False)
    assert windows == ["C:\\Program Files\\x.exe", "--of", "a#b"]
    assert split("a\\ b", has_escapes=True) == ["a b"]
    assert is_there("sh -c true")
    assert not is_there("no-such-program-here --x")


async def test_a_refusal_has_its_first_words_on_one_safe_line() -> None:
    hooks = Hooks(before_send=_shell("printf '\\n\\033[31mнет\\033[0m\\tподписи\\nдальше' >&2; exit 4"))
    with pytest.raises(HookRefused) as refused:
        await HookRunner(hooks).before_send([decision(negotiation("a"))])
    assert refused.value.values == {"hook": "before_send", "exit_code": 4, "words": "нет подписи"}
    assert "нет подписи" in explain(Catalogue("ru"), refused.value).sentence
    silent = HookRefused(hook="before_send", exit_code=4, words="")
    assert "code 4" in explain(Catalogue("en"), silent).sentence
    with pytest.raises(HookTimeout):
        await HookRunner(Hooks(before_send="sleep 60", timeout=SHORT)).before_send([letter(negotiation("a"))])
    await HookRunner(Hooks(before_send="true")).before_send([letter(negotiation("a"))])
    await HookRunner(Hooks()).before_send([letter(negotiation("a"))])


def test_documents_are_as_the_schema_says() -> None:
    validator = Draft202012Validator(schema())
    person = negotiation("a")
    one = decision(person)
    record = candidate(person, None, one.source)
    messages = (Message(at=None, author="candidate", text="Здравствуйте"),)
    for document in (
        NewResponse.of(record),
        before_send([one, replace(one, id="2")]),
        before_send([letter(person)]),
        Candidate.of(record, messages),
    ):
        written = encoded(document)
        assert b"\n" not in written
        validator.validate(json.loads(written))
    assert set(Candidate.__struct_fields__) == {*CANDIDATE, "thread"}
    told = json.loads(encoded(before_send([one, replace(one, id="2")])))["write"]
    assert [entry["write_id"] for entry in told["candidates"]] == [one.id, "2"]
    assert json.loads(encoded(before_send([letter(person)])))["write"]["kind"] == "letter"
    assert BeforeSend.__struct_fields__ == ("hook", "version", "write")


async def test_a_task_that_never_began_keeps_no_response_back(tmp_path: Path) -> None:
    """Whoever changes the working account ends what runs, maybe before its first step."""
    kept, now = tmp_path / "heard", datetime(2026, 5, 14, tzinfo=UTC)
    begun = list[Callable[[], Awaitable[None]]]()
    hooks = Hooks(new_response=_shell(f"cat >> {kept}; echo >> {kept}"))
    watch = ResponseWatch(hooks, now, begun.append, lambda _: None)
    state = State(View(RenderContext(Catalogue("en"), now, UTC)))
    for key in ("1", "2"):
        read = page([key])
        new = replace(read.items[0], created_at=now)
        read = replace(read, items=(new,))
        watch.on_event(PageRead(Query("7", "response", "/negotiations/response"), read, 0, now), state)
    assert len(begun) == 2, "the first one was ended before it could begin"
    await begun[1]()
    assert [json.loads(line)["candidate"]["id"] for line in kept.read_text().splitlines() if line] == [
        "1",
        "2",
    ]
