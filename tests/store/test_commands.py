"""`hh-tui purge`, `logout`, `--no-cache` and what `doctor` says of the store."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from hh_tui.cli import main
from hh_tui.cli.bootstrap import opened_store
from hh_tui.demo import StandIn, serve
from hh_tui.errors import ConfigError, HHError, SecondInstance, StillKept, StoreGone, UnsafeFile
from hh_tui.files.private_files import private_folder
from hh_tui.inbox.decisions import sprint_texts
from hh_tui.inbox.decisions.journal_entries import Added, DraftKept, SheetKept
from hh_tui.settings.config import Settings, load
from hh_tui.settings.locations import config_file, letters_folder, profile_folder, store_folder, tokens_folder
from hh_tui.store.files import JOURNAL
from hh_tui.store.purge import purging
from hh_tui.tokens.profile import DEFAULT_PROFILE
from hh_tui.tokens.store import TokenStore
from tests.factory import HERE
from tests.login.scene import pair_for
from tests.midday import standin
from tests.store.samples import NOW, deed
from tests.store.test_cache import STRETCH
from tests.store.test_store import opened

HH = "https://api.hh.ru"
OTHER = "http://127.0.0.1:9"
Capture = pytest.CaptureFixture[str]


def _fill(*changes: Any, api: str = HH) -> Path:
    folder = store_folder(DEFAULT_PROFILE, api)
    with opened(folder) as store:
        store.write(*changes)
        store.keep_thread("1", STRETCH, NOW)
    return folder


def test_purge_removes_everything_of_the_profile(capsys: Capture) -> None:
    _fill()
    other = _fill(api=OTHER)
    (profile_folder(DEFAULT_PROFILE) / "journal.db.damaged-20260514T090000").touch(mode=0o600)
    with opened(store_folder("second", HH)):
        pass
    assert other.exists()
    assert main.main(["purge"]) == 0
    assert DEFAULT_PROFILE in capsys.readouterr().out
    assert not profile_folder(DEFAULT_PROFILE).exists()
    assert (profile_folder("second") / JOURNAL).exists()
    assert main.main(["--profile", "second", "purge"]) == 0
    assert not profile_folder("second").exists()


def test_purge_of_nothing_is_no_error() -> None:
    assert main.main(["purge"]) == 0
    assert not profile_folder(DEFAULT_PROFILE).parent.exists()


@pytest.mark.parametrize("api", [HH, OTHER])
def test_purge_loses_nothing_unsent_without_force(api: str, capsys: Capture) -> None:
    _fill(Added(deed(1)), Added(deed(2)), DraftKept("1", "a"), SheetKept("1", "x", {"a": "b"}), api=api)
    assert main.main(["--lang", "en", "purge"]) == 1
    said = capsys.readouterr().err
    assert "writes 2, drafts 2" in said
    assert "--force" in said
    assert said.count("\n") == 1
    with opened(store_folder(DEFAULT_PROFILE, api)) as store:
        assert len(store.records()) == 2
    assert main.main(["purge", "--force"]) == 0
    assert not profile_folder(DEFAULT_PROFILE).exists()


def test_what_can_not_be_counted_is_not_lost_either() -> None:
    folder = _fill()
    (folder / JOURNAL).write_bytes(b"garbage" * 1000)
    with pytest.raises(StillKept) as caught, purging(folder, folder / "letters", force=False):
        raise AssertionError
    assert (caught.value.values["writes"], caught.value.values["drafts"]) == ("?", "?")


def _leave_sprint() -> Path:
    """A sprint with two choices and somebody passed over, left in a folder of the default profile."""
    folder = store_folder(DEFAULT_PROFILE, HH)
    chosen = {sprint_texts.key_of("a", key): sprint_texts.form_text(NOW, ()) for key in ("1", "2")}
    with opened(folder) as store:
        store.put_all(
            sprint_texts.KIND,
            {
                **chosen,
                sprint_texts.key_of("a", "3"): sprint_texts.passed_text(NOW),
                sprint_texts.key_of("a", sprint_texts.WHOLE): sprint_texts.whole_text(NOW, HERE, ("1", "2")),
            },
        )
    return folder


def _keep_letter(profile: str) -> Path:
    """A text of the editor that was no letter."""
    kept = private_folder(letters_folder(profile)) / "letter-1.txt"
    kept.write_text("Здравствуйте")
    return kept


def test_a_sprint_that_was_left_is_not_lost_unasked(capsys: Capture) -> None:
    folder = _leave_sprint()
    assert main.main(["--lang", "en", "purge"]) == 1
    assert "writes 0, drafts 0, choices of a sprint 2." in capsys.readouterr().err
    assert main.main(["--lang", "ru", "purge"]) == 1
    assert "выбрано в разборе — 2." in capsys.readouterr().err
    assert folder.exists()
    assert main.main(["purge", "--force"]) == 0
    assert not folder.exists()


def test_a_sprint_that_is_lost_with_its_file_is_told() -> None:
    folder = _leave_sprint()
    (folder / JOURNAL).unlink()
    with opened(folder) as store:
        (told,) = store.notices
        assert (type(told), told.values["lost"]) == (StoreGone, 2)


def test_texts_of_the_editor_are_not_lost_unasked(capsys: Capture) -> None:
    kept = _keep_letter(DEFAULT_PROFILE)
    assert main.main(["--lang", "en", "purge"]) == 1
    assert f"texts of the editor 1 ({kept.parent})" in capsys.readouterr().err
    assert main.main(["purge", "--force"]) == 0
    assert not kept.parent.exists()


@pytest.mark.parametrize(("mine", "other"), [(DEFAULT_PROFILE, "second"), ("second", DEFAULT_PROFILE)])
@pytest.mark.parametrize("options", [[], ["--force"]])
def test_purge_takes_no_texts_of_another_profile(mine: str, other: str, options: list[str]) -> None:
    with opened(store_folder(mine, HH)):
        pass
    kept = _keep_letter(other)
    assert main.main(["--profile", mine, "purge", *options]) == 0
    assert not profile_folder(mine).exists()
    assert kept.read_text() == "Здравствуйте"


@pytest.mark.parametrize("api", [HH, OTHER])
@pytest.mark.parametrize("options", [[], ["--force"]])
def test_purge_waits_for_open_instances(api: str, options: list[str], capsys: Capture) -> None:
    folder = _fill(api=api)
    with opened(folder):
        assert main.main(["--lang", "en", "purge", *options]) == 1
        said = capsys.readouterr().err
        assert "Another hh-tui" in said
        assert said.count("\n") == 1
        assert (folder / JOURNAL).exists()
    assert main.main(["purge"]) == 0


def test_purge_follows_no_link(tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.mkdir()
    (precious / "file").write_text("mine")
    folder = _fill()
    (folder / "at-linked").symlink_to(precious)
    with pytest.raises(UnsafeFile), purging(folder, folder / "letters", force=True):
        raise AssertionError
    (folder / "at-linked").unlink()
    linked = folder.with_name("linked")
    linked.symlink_to(precious)
    with pytest.raises(UnsafeFile), purging(linked, folder / "letters", force=True):
        raise AssertionError
    assert (precious / "file").read_text() == "mine"


def test_what_fails_inside_removes_nothing() -> None:
    folder = _fill()
    with pytest.raises(HHError), purging(folder, folder / "letters", force=True):
        raise SecondInstance
    assert (folder / JOURNAL).exists()


# Logging out


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[StandIn]:
    server = standin()
    with serve(server) as origin:
        monkeypatch.setenv("HH_TUI_API_URL", origin)
        TokenStore(tokens_folder()).save(DEFAULT_PROFILE, pair_for(origin))
        yield server


def test_logout_removes_what_was_kept(server: StandIn) -> None:
    _fill()
    assert main.main(["logout"]) == 0
    assert not profile_folder(DEFAULT_PROFILE).exists()
    assert TokenStore(tokens_folder()).load(DEFAULT_PROFILE) is None
    assert [one.method for one in server.received] == ["DELETE"]


def test_logout_refuses_before_anything_is_revoked(server: StandIn, capsys: Capture) -> None:
    folder = _fill(Added(deed(1)))
    assert main.main(["--lang", "ru", "logout"]) == 1
    assert "решений и писем — 1, черновиков — 0" in capsys.readouterr().err
    with opened(folder):
        assert main.main(["logout", "--force"]) == 1
    assert server.received == []
    assert TokenStore(tokens_folder()).load(DEFAULT_PROFILE) is not None
    assert (folder / JOURNAL).exists()
    assert main.main(["logout", "--force"]) == 0
    assert not folder.exists()


def test_logout_treats_texts_of_the_editor_like_purge(server: StandIn, capsys: Capture) -> None:
    kept = _keep_letter(DEFAULT_PROFILE)
    assert main.main(["--lang", "en", "logout"]) == 1
    assert "texts of the editor 1" in capsys.readouterr().err
    assert (server.received, kept.exists()) == ([], True)
    assert main.main(["logout", "--force"]) == 0
    assert not kept.exists()


# Which store the program opens


def test_the_store_is_on_disk_unless_told_otherwise() -> None:
    folder = store_folder(DEFAULT_PROFILE, HH)
    for settings, demo in ((Settings(cache=False), None), (Settings(), "S")):
        store = opened_store(settings, demo)
        assert (store.persistent, store.why_not) == (False, None)
        store.close()
        assert not folder.exists()
    store = opened_store(Settings(), None)
    assert (store.persistent, store.why_not) == (True, None)
    assert (folder / JOURNAL).exists()
    store.close()


def test_no_cache_reaches_the_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[bool] = []

    def inbox(settings: Settings, *_: object, **__: object) -> int:
        seen.append(settings.cache)
        return 0

    monkeypatch.setattr(main, "_inbox", inbox)
    assert [main.main([]), main.main(["--no-cache"])] == [0, 0]
    assert seen == [True, False]


@pytest.mark.parametrize("days", [0, 3651, -1])
def test_how_long_is_a_number_of_days(days: int) -> None:
    config_file().parent.mkdir(parents=True)
    config_file().write_text(f"keep_days = {days}")
    with pytest.raises(ConfigError, match="settings"):
        load(config_file())
    config_file().write_text("keep_days = 3650\ncache = false")
    assert (load(config_file()).keep_days, load(config_file()).cache) == (3650, False)


# Doctor


def _checks(capsys: Capture) -> dict[str, dict[str, Any]]:
    main.main(["doctor", "--json", "--lang", "en"])
    return {one["id"]: one for one in json.loads(capsys.readouterr().out)["checks"]}


@pytest.mark.usefixtures("_nowhere")
def test_doctor_looks_at_the_store(capsys: Capture) -> None:
    assert _checks(capsys)["store"]["mark"] == "skip"
    assert not profile_folder(DEFAULT_PROFILE).exists()
    folder = _fill(Added(deed(1)), DraftKept("1", "a"), api=OTHER)
    found = _checks(capsys)
    assert str(folder) in found["store"]["said"]
    assert "KB" in found["store"]["said"]
    assert found["journal"]["said"] == "open writes 1, drafts 1"
    assert "aside" not in found
    with opened(folder):
        assert _checks(capsys)["journal"]["mark"] == "ok"
    (folder / JOURNAL).write_bytes(b"garbage" * 1000)
    assert _checks(capsys)["journal"]["mark"] == "fail"
    with opened(folder):
        pass
    found = _checks(capsys)
    assert "journal.db.damaged-20260514T090000" in found["aside"]["said"]
    assert found["journal"]["said"] == "open writes 0, drafts 0"


@pytest.mark.usefixtures("_nowhere")
def test_doctor_leaves_nothing_behind(capsys: Capture) -> None:
    folder = _fill(Added(deed(1)), api=OTHER)
    before = sorted((path.name, path.read_bytes()) for path in folder.iterdir())
    _checks(capsys)
    assert sorted((path.name, path.read_bytes()) for path in folder.iterdir()) == before


@pytest.fixture
def _nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HH_TUI_API_URL", OTHER)
