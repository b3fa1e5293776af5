"""Commands of the person's own: piping a candidate to one, and one that hears of new responses."""

import json
import shlex
from pathlib import Path

import pytest
from textual.widgets import OptionList

from hh_tui.inbox.decisions.outbox import Stage
from hh_tui.settings.config import Hooks, Settings
from hh_tui.ui.dialogs.command_prompt import CommandPrompt
from tests.recruiter import Clock, Recruiter

MINUTE = 60


def _shell(script: str) -> str:
    return f"sh -c {shlex.quote(script)}"


async def _pipes(anna: Recruiter, command: str) -> None:
    """Type the command, and wait for its end."""
    anna.clock.seconds += 1
    await anna.press("!")
    assert isinstance(anna.app.screen, CommandPrompt)
    await anna.write(command)
    await anna.press("enter")


async def test_a_candidate_is_piped_to_a_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    kept = tmp_path / "piped"
    (tmp_path / "a").write_text("cat > piped; printf '\\033[2J\\033]0;x\\007готово\\n'; echo ой >&2; exit 3")
    async with Recruiter(home=tmp_path / "home") as anna:
        resume = anna.row.negotiation.resume
        assert resume is not None
        reads = len(anna.server.received)
        await _pipes(anna, "sh a")
        assert anna.sees("готово", "ой", "код 3", "! sh a")
        assert "\x1b" not in anna.text
        (line,) = kept.read_text().splitlines()
        assert json.loads(line)["name"] == resume.name
        assert json.loads(line)["thread"] is None
        await anna.press("escape")
        assert anna.on_inbox
        # Several, as lines, in the order they were marked; one that was run before is offered.
        await anna.press("x", "j", "x", "!")
        assert anna.sees("2 кандидата")
        await anna.press("enter")
        assert len(kept.read_text().splitlines()) == 2
        await anna.press("q")
        await _pipes(anna, "nope")
        assert anna.sees("Команда «nope» не запускается")
        await anna.press("escape", "escape")
        assert len(anna.server.received) == reads, "nobody is opened for it"
        (tmp_path / "b").write_text("touch begun; sleep 600")
        await anna.press("!")
        await anna.write("sh b")
        await anna.press("enter", settle=False)
        await anna.until((tmp_path / "begun").exists)
        assert anna.sees("выполняется")
        await anna.press("escape")
        assert anna.on_inbox
    async with Recruiter(home=tmp_path / "home") as anna:
        await anna.press("!")
        commands = [str(one.id) for one in anna.app.screen.query_one(OptionList).options]
        assert sorted(commands) == ["nope", "sh a", "sh b"]


async def test_a_hook_hears_of_each_new_response_once(tmp_path: Path) -> None:
    kept = tmp_path / "heard"
    script = f'echo "$(cat)" >> {kept}; test $(wc -l < {kept}) -lt 3 || {{ echo хватит >&2; exit 7; }}'
    settings = Settings(hooks=Hooks(new_response=_shell(script)))
    async with Recruiter(settings=settings, clock=Clock()) as anna:
        vacancy = anna.state.vacancy_id
        assert vacancy is not None
        new = [anna.server.world.new_response(vacancy) for _ in range(2)]
        await anna.wait(MINUTE)
        await anna.settle()
        heard = [json.loads(line) for line in kept.read_text().splitlines()]
        assert {one["candidate"]["id"] for one in heard} == set(new)
        assert {one["hook"] for one in heard} == {"new_response"}
        assert not anna.told
        new.append(anna.server.world.new_response(vacancy))
        for _ in range(3):
            await anna.wait(MINUTE)
        assert len(kept.read_text().splitlines()) == len(new)
        assert anna.told == ["Ваша команда new_response закончилась с кодом 7. хватит"]


async def test_a_hook_that_refuses_is_told_in_the_outbox(tmp_path: Path) -> None:
    flag = tmp_path / "allowed"
    hooks = Hooks(before_send=_shell(f"test -e {flag} || {{ echo нет согласования >&2; exit 1; }}"))
    async with Recruiter(settings=Settings(hooks=hooks)) as anna:
        await anna.press("3")
        await anna.wait(6)
        assert anna.writes == []
        await anna.command("outbox")
        assert anna.sees("не ушло", "before_send не пропустила: «нет согласования».")
        flag.touch()
        await anna.press("R")
        await anna.wait(6)
        assert len(anna.writes) == 1
        flag.unlink()
        await anna.press("escape")
        who = anna.row.id
        await anna.press("r")
        await anna.write("Резкое слово")
        await anna.press("f2")
        await anna.wait(11)
        await anna.until(lambda: bool(anna.state.outbox.of(Stage.FAILED)))
        await anna.press("3")
        assert anna.told[-1].startswith("Снова черновик: ")
        await anna.press("z")
        assert anna.row.id == who
        await anna.press("r")
        assert anna.sees("Резкое слово")
