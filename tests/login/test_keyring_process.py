"""Calls of keyrings in processes of their own, and which keyring is called at all."""

import sys
from pathlib import Path

import pytest

from hh_tui.cli import main
from hh_tui.demo import TOKEN, serve
from hh_tui.errors import KeyringError, KeyringLocked, KeyringUnreachable
from hh_tui.keyrings import NoKeyrings, call, system_keyrings
from hh_tui.keyrings.names import chosen, system_rings
from hh_tui.keyrings.process import KeyringProcess
from hh_tui.settings.locations import tokens_folder
from hh_tui.tokens.profile import DEFAULT_PROFILE
from hh_tui.tokens.store import TokenStore
from tests.login.backends import DESKTOP, Desktop
from tests.login.scene import pair_for
from tests.midday import standin
from tests.terminal import Terminal

ROOT = Path(__file__).parents[2]
TEXT = "a secret text, в юникоде"


@pytest.fixture(autouse=True)
def _rings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEST_KEYRINGS", str(tmp_path / "rings"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setattr(sys, "path", [*sys.path, str(ROOT)])


def _refusal(error: KeyringError) -> tuple[type[KeyringError], object]:
    return type(error), error.values.get("why")


def test_a_backend_in_its_own_process(capfd: pytest.CaptureFixture[str]) -> None:
    Desktop.behave("prints")
    rings = KeyringProcess()
    rings.put(DESKTOP, "key", TEXT)
    assert rings.get(DESKTOP, "key") == TEXT
    rings.drop(DESKTOP, "key")
    assert rings.get(DESKTOP, "key") is None
    told = []
    for mode in ("locked", "SystemExit", "KeyboardInterrupt", "NotImplementedError", "asks", "absent"):
        Desktop.behave(mode)
        with pytest.raises(KeyringError) as caught:
            rings.get(DESKTOP, "key")
        assert caught.value.__cause__ is None
        told.append(_refusal(caught.value))
    assert told[0] == (KeyringLocked, None)
    assert [why for _, why in told[1:]] == [
        "ended",
        "KeyboardInterrupt",
        "NotImplementedError",
        "EOFError",
        "absent",
    ]
    assert capfd.readouterr() == ("", "")


def test_a_backend_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "hanging.py").write_text(
        "import subprocess, time\n"
        "class Ring:\n"
        "    priority = 5\n"
        "    def get_password(self, *_):\n"
        "        subprocess.Popen(['sleep', '600'])\n"
        "        time.sleep(600)\n"
    )
    monkeypatch.setattr(sys, "path", [*sys.path, str(tmp_path)])
    with pytest.raises(KeyringUnreachable) as caught:
        KeyringProcess(timeout=0.5).get("hanging.Ring", "key")
    assert caught.value.values["why"] == "timeout"


ASKING = """
import sys
from hh_tui.errors import KeyringError
from hh_tui.keyrings.process import KeyringProcess
try:
    KeyringProcess().get(sys.argv[1], "key")
except KeyringError as error:
    print("told:", error.values["why"])
"""


def test_no_backend_asks_on_the_terminal(tmp_path: Path) -> None:
    Desktop.behave("asks")
    env = {"TEST_KEYRINGS": str(tmp_path / "rings"), "PYTHONPATH": str(ROOT)}
    with Terminal([sys.executable, "-c", ASKING, DESKTOP], env) as screen:
        screen.wait_for("told: EOFError")
        assert "Password" not in screen.text


def test_which_keyrings_are_tried(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert KeyringProcess().candidates() == ()
    assert chosen("keyring.backends.fail.Keyring") == ()
    assert chosen("keyring.backends.chainer.ChainerBackend") == chosen("") == system_rings()
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", DESKTOP)
    assert KeyringProcess().candidates() == (DESKTOP,)
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "")
    assert KeyringProcess().candidates() == system_rings()
    settings = tmp_path / "config" / "python_keyring" / "keyringrc.cfg"
    settings.parent.mkdir(parents=True)
    settings.write_text("[backend]\ndefault-keyring = a.Ring\n")
    assert KeyringProcess().candidates() == ("a.Ring",)
    settings.write_text("nonsense")
    with pytest.raises(KeyringUnreachable):
        KeyringProcess().candidates()


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("", "absent"),
        ("nonsense", "absent"),
        ("no.such.module.Ring", "absent"),
        ("keyring.backends.kwallet.DBusKeyring", "absent"),
        ("keyring.backends.null.Keyring", "unfit"),
    ],
)
def test_a_named_backend_that_does_not_work(name: str, why: str) -> None:
    with pytest.raises(KeyringUnreachable) as caught:
        KeyringProcess().put(name, "key", TEXT)
    assert caught.value.values["why"] == why


def test_the_place_of_backends_is_taken_from_the_settings(tmp_path: Path) -> None:
    settings = tmp_path / "config" / "python_keyring" / "keyringrc.cfg"
    settings.parent.mkdir(parents=True)
    settings.write_text(f"[backend]\nkeyring-path = {tmp_path}\n")
    (tmp_path / "own_ring.py").write_text(
        "class Ring:\n    priority = 1\n    def get_password(self, *_): return 'found'\n"
    )
    assert KeyringProcess().get("own_ring.Ring", "key") == "found"


def test_with_a_ready_token_no_keyring_is_touched(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The login is in a keyring, and every call of one would be an error."""

    def touched(*_: object) -> None:
        raise AssertionError("a keyring was called")

    monkeypatch.setattr(call, "answer", touched)
    monkeypatch.setattr(KeyringProcess, "_call", touched)
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "no.such.Ring")
    with serve(standin()) as origin:
        monkeypatch.setenv("HH_TUI_API_URL", origin)
        folder = tokens_folder()
        TokenStore(folder).save(DEFAULT_PROFILE, pair_for(origin))
        record = folder / "default.profile"
        record.write_text(f'{{"home": {{"ring": "no.such.Ring", "key": "k"}}, "origin": "{origin}"}}')
        (folder / "default.json").unlink()
        monkeypatch.setenv("HH_TUI_TOKEN", TOKEN)
        assert isinstance(system_keyrings(), NoKeyrings)
        for command in (["ls", "--vacancies"], ["flush"], ["doctor"]):
            assert main.main(command) == 0
        before = record.read_text()
        assert main.main(["--lang", "en", "logout"]) == 1
    assert "while HH_TUI_TOKEN is set" in capsys.readouterr().err
    assert record.read_text() == before


def test_a_keyring_that_is_not_there_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tokens_folder()
    TokenStore(folder).save(DEFAULT_PROFILE, pair_for())
    (folder / "default.profile").write_text('{"home": {"ring": "no.such.Ring", "key": "k"}}')
    (folder / "default.json").unlink()
    monkeypatch.setenv("HH_TUI_API_URL", "http://127.0.0.1:1")
    for command in ("ls", "flush", "doctor", "logout"):
        assert main.main(["--lang", "en", command]) == 1
        told = capsys.readouterr()
        assert "The keyring no.such.Ring does not work" in told.err + told.out


def test_a_move_to_the_file_is_told_once(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tokens_folder()
    TokenStore(folder).save(DEFAULT_PROFILE, pair_for())
    (folder / "default.profile").write_text('{"home": "file", "moved_from": "a.Ring", "told": false}')
    monkeypatch.setenv("HH_TUI_API_URL", "http://127.0.0.1:1")
    assert main.main(["--lang", "en", "ls"]) == 1
    told = capsys.readouterr().err
    assert "a.Ring did not take the refreshed token" in told
    assert str(folder) in told
    assert main.main(["--lang", "en", "ls"]) == 1
    assert "a.Ring" not in capsys.readouterr().err
