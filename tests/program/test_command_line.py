"""Options, exit codes, and one clear sentence for what goes wrong."""

import asyncio
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from hh_tui import __version__
from hh_tui.api.models import Negotiation
from hh_tui.cli import main
from hh_tui.cli.arguments import understood
from hh_tui.demo import TOKEN, StandIn, serve
from hh_tui.i18n import Catalogue
from hh_tui.settings.locations import config_file
from tests.midday import standin
from tests.program.sitting import decisions
from tests.recruiter import client
from tests.terminal import Terminal

PROGRAM = [sys.executable, "-c", "import sys; from hh_tui.cli.main import main; sys.exit(main())"]


def _env(home: Path, **more: str) -> dict[str, str]:
    return {"HH_TUI_HOME": str(home), "LANG": "ru_RU.UTF-8", "TEXTUAL_ANIMATIONS": "none", **more}


def _run(*arguments: str, home: Path, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*PROGRAM, *arguments],
        env={"PATH": os.environ["PATH"], **_env(home, **env)},
        capture_output=True,
        text=True,
        errors="replace",
        stdin=subprocess.DEVNULL,
        check=False,
    )


def test_version_and_help(tmp_path: Path) -> None:
    version = _run("--version", home=tmp_path)
    assert (version.returncode, version.stdout.strip()) == (0, f"hh-tui {__version__}")
    russian = _run("--help", home=tmp_path)
    assert russian.returncode == 0
    assert "выдуманными людьми" in russian.stdout
    english = _run("--help", "--lang", "en", home=tmp_path)
    assert "invented people" in english.stdout


@pytest.mark.parametrize(
    "encoding",
    [{"PYTHONIOENCODING": "cp1252"}, {"PYTHONUTF8": "0", "LC_ALL": "POSIX", "PYTHONCOERCECLOCALE": "0"}],
)  # fmt: skip
def test_what_an_encoding_lacks_is_replaced(tmp_path: Path, encoding: dict[str, str]) -> None:
    told = _run("--lang", "ru", "--help", home=tmp_path, **encoding)
    assert (told.returncode, "hh-tui [-h]" in told.stdout, told.stderr) == (0, True, "")
    asked = _run("--lang", "ru", "login", home=tmp_path, **encoding)
    assert (asked.returncode, "Traceback" in asked.stderr) == (1, False)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--nonsense"], "Нет такого параметра: --nonsense. Справка: hh-tui --help."),
        (["--dmeo"], "Похоже на --demo."),
        (["ls", "--jsn"], "Нет такого параметра: --jsn. Похоже на --json. Справка: hh-tui ls --help."),
        (["fluhs"], "Нет такой команды: fluhs. Похоже на flush."),
        (["doctor", "extra"], "Лишнее в команде: extra."),
        (["--demo", "XXL"], "--demo: одно из S, M, L, XL, а не «XXL»."),
        (["--demo", "xxl"], "--demo: одно из S, M, L, XL, а не «xxl»."),
        (["ls", "--demo", "python"], "--demo: одно из S, M, L, XL, а не «python»."),
        (["--demo", "serch"], "Нет такой команды: serch. Похоже на search."),
        (["--lang", "de"], "--lang: одно из ru, en, а не «de»."),
        (["ls", "--vacancy"], "После --vacancy нужно значение."),
        (["ls", "--json", "--csv"], "вместе не бывают."),
        (["ls", "--bom"], "--bom бывает только вместе с --csv."),
        (["--profile", "../x"], "а не «../x»."),
    ],
)
def test_a_wrong_option_is_one_sentence_and_exit_2(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "ru_RU.UTF-8")
    with pytest.raises(SystemExit) as ended:
        main.main(arguments)
    told = capsys.readouterr()
    assert (ended.value.code, told.out) == (2, "")
    assert told.err.count("\n") == 1
    assert said in told.err
    assert "--help" in told.err


@pytest.mark.parametrize(
    ("arguments", "size", "command", "text"),
    [
        (["search", "--demo", "python"], "M", "search", "python"),
        (["search", "--demo", "l", "python"], "L", "search", "python"),
        (["search", "python", "--demo", "S"], "S", "search", "python"),
        (["--demo", "search", "python"], "M", "search", "python"),
        (["--demo", "ls"], "M", "ls", None),
        (["--demo", "xl", "ls"], "XL", "ls", None),
        (["--demo"], "M", None, None),
    ],
)
def test_a_demo_without_a_size_takes_no_word(
    arguments: list[str], size: str, command: str | None, text: str | None
) -> None:
    options = understood(Catalogue("ru"), arguments)
    assert (options.demo, options.command, getattr(options, "text", None)) == (size, command, text)


def test_help_of_a_query_has_one_language(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main.main(["--lang", "ru", "search", "--help"])
    told = capsys.readouterr().out
    assert "positional" not in told
    assert "Аргументы:\n  ЗАПРОС" in told


def test_a_login_that_nobody_answers_is_one_sentence(tmp_path: Path) -> None:
    done = _run("login", home=tmp_path)
    question, _, told = done.stderr.partition("hh-tui: ")
    assert (done.returncode, done.stdout, question.strip()) == (
        1,
        "",
        "Client ID приложения (dev.hh.ru/admin):",
    )
    assert told.startswith("Нужен Client ID")
    assert "HH_TUI_CLIENT_ID" in told
    assert told.count("\n") == 1


@pytest.mark.parametrize("command", ["", "login", "logout", "purge", "doctor", "flush", "ls", "hooks"])
def test_every_command_has_its_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    for language in ("ru", "en"):
        with pytest.raises(SystemExit) as ended:
            main.main([*([command] if command else []), "--help", "--lang", language])
        assert ended.value.code == 0
        assert capsys.readouterr().out.startswith("Запуск:" if language == "ru" else "Usage:")


@pytest.mark.parametrize(
    ("env", "said"),
    [
        ({}, "HH_TUI_TOKEN"),
        ({"HH_TUI_TOKEN": "t", "HH_TUI_API_URL": "http://example.org"}, "http://example.org"),
        ({"HH_TUI_TOKEN": "t"}, "терминале"),
    ],
)
def test_what_can_not_start_says_why(env: dict[str, str], said: str, tmp_path: Path) -> None:
    done = _run(home=tmp_path, **env)
    assert done.returncode == 1
    assert said in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_wrong_setting_is_named(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text("hold = 'long'")
    done = _run("--demo", home=tmp_path)
    assert done.returncode == 1
    assert "hold" in done.stderr
    (tmp_path / "config.toml").write_text('[keys]\nreply = ["j"]')
    with Terminal([*PROGRAM, "--demo", "S"], _env(tmp_path)) as screen:
        assert screen.wait() == 1
        assert "reply" in screen.text
        assert "Traceback" not in screen.text


def test_an_unreachable_server_is_one_sentence(tmp_path: Path) -> None:
    env = _env(tmp_path, HH_TUI_API_URL="http://127.0.0.1:1", HH_TUI_TOKEN="secret-token-77")
    with Terminal(PROGRAM, env) as screen:
        screen.wait_for("Не удаётся соединиться с 127.0.0.1")
        screen.type("\x11")
        assert screen.wait() == 0
        assert "Traceback" not in screen.text
        assert "secret-token-77" not in screen.raw


def test_a_refused_token_is_one_sentence_and_exit_1(tmp_path: Path) -> None:
    with serve(standin()) as origin:
        env = _env(tmp_path, HH_TUI_API_URL=origin, HH_TUI_TOKEN="wrong-token-88")
        with Terminal(PROGRAM, env) as screen:
            assert screen.wait() == 1
            assert "не принимает токен" in screen.text
            assert "wrong-token-88" not in screen.raw


async def _listed(server: StandIn) -> tuple[Negotiation, ...]:
    """The list that the program begins with, in its order."""
    api = client(server)
    me = await api.account.me()
    assert me.employer is not None
    vacancy = (await api.vacancies.active(me.employer.id))[0]
    board = await api.negotiations.board(vacancy.id)
    people = (await api.negotiations.page(board.collections[0].url, 0)).items
    await api.aclose()
    return tuple(people)


def test_the_whole_program_over_a_real_socket(tmp_path: Path) -> None:
    """The real client, a real connection, a real terminal: read, decide, leave."""
    server = standin()
    with serve(server) as origin:
        env = _env(tmp_path, HH_TUI_API_URL=origin, HH_TUI_TOKEN=TOKEN)
        with Terminal(PROGRAM, env) as screen:
            screen.wait_for("Неразобранные")
            screen.wait_for("⏎ открыть")
            # Past everyone whose resume is gone: hh.ru refuses to decide on them.
            gone = [one.resume is None for one in asyncio.run(_listed(server))]
            screen.type("j" * gone.index(False))
            screen.type("\r")
            screen.wait_for("[Переписка")
            screen.type("3")
            screen.wait_for("отменить")
            screen.type("q")
            screen.wait_for("Отправить сейчас")
            screen.type("\x1b[B\r")
            assert screen.wait() == 0
        decided = [one.path.rsplit("/", 1)[0] for one in decisions(server)]
        assert decided == ["/negotiations/consider"]
        assert TOKEN not in screen.raw


def test_the_russian_layout_in_a_real_terminal(tmp_path: Path) -> None:
    with Terminal([*PROGRAM, "--demo", "S"], _env(tmp_path)) as screen:
        screen.wait_for("Неразобранные")
        screen.type("м")
        screen.wait_for("Начните набирать")
        screen.type("буха\r")
        screen.wait_for("только после приглашения")
        screen.type("й")
        screen.wait_for("это клавиша q")
        screen.type("\x1b[B\x1b[B\r")
        assert screen.wait() == 0


def test_hooks_are_listed_with_their_schema(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["hooks", "--lang", "en"]) == 0
    assert str(config_file()) in capsys.readouterr().out
    config_file().parent.mkdir(parents=True, exist_ok=True)
    config_file().write_text("[hooks]\nbefore_send = 'sh -c true'\nnew_response = 'no-such-program x'\n")
    assert main.main(["hooks", "--lang", "en"]) == 1
    told = capsys.readouterr().out.splitlines()
    assert told == ["new_response: no-such-program x  (no such program)", "before_send: sh -c true"]
    assert main.main(["hooks", "--schema"]) == 0
    assert {"BeforeSend", "NewResponse", "Candidate"} <= json.loads(capsys.readouterr().out)["$defs"].keys()
    main.main(["doctor", "--json", "--lang", "en"])
    checks = {one["id"]: one for one in json.loads(capsys.readouterr().out)["checks"]}
    assert checks["hook.before_send"]["mark"] == "ok"
    assert "no-such-program" in checks["hook.new_response"]["said"]


def test_main_can_be_called(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main([]) == 1
    assert "HH_TUI_TOKEN" in capsys.readouterr().err


def test_nothing_typed_is_read_as_the_parser_reads_it() -> None:
    assert vars(understood(Catalogue("en"), [])) == main.NOTHING_TYPED
