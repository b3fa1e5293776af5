"""Both languages say everything that the code asks for."""

import re
import subprocess
import sys
from pathlib import Path
from string import Formatter

import pytest

import hh_tui
from hh_tui.i18n import Catalogue, Entry, called, preferred_language
from hh_tui.i18n.en import TEXTS as ENGLISH
from hh_tui.i18n.ru import TEXTS as RUSSIAN
from hh_tui.i18n.text import LANGUAGES, Language, folded
from hh_tui.inbox.lists.query_terms import all_in, words
from hh_tui.keys.key_name import key_name
from hh_tui.keys.registry import COMMANDS, SHORTCUT_LETTERS, Scope

SOURCES = sorted(Path(hh_tui.__file__).parent.rglob("*.py"))
ASKED = re.compile(r"(?:\btr|_tr|\.say)\(\s*\"([a-z0-9.-]+)\"")


def _gaps(entry: Entry) -> set[str]:
    forms = (entry,) if isinstance(entry, str) else entry
    return {name for form in forms for _, name, _, _ in Formatter().parse(form) if name is not None}


def test_both_languages_have_the_same_texts() -> None:
    assert set(RUSSIAN) == set(ENGLISH)


def test_both_languages_fill_the_same_gaps() -> None:
    assert {key: _gaps(RUSSIAN[key]) for key in RUSSIAN} == {key: _gaps(ENGLISH[key]) for key in RUSSIAN}


@pytest.mark.parametrize(("texts", "forms"), [(RUSSIAN, 3), (ENGLISH, 2)])
def test_plurals_have_every_form(texts: dict[str, Entry], forms: int) -> None:
    plurals = {key: len(entry) for key, entry in texts.items() if not isinstance(entry, str)}
    assert plurals
    assert forms in plurals.values()
    # One more is for exactly one, which the Russian form of 1, 21, 31 is not.
    assert set(plurals.values()) <= ({forms, forms + 1} if texts is RUSSIAN else {forms})


def test_everything_the_code_asks_for_is_there() -> None:
    asked = {key for source in SOURCES for key in ASKED.findall(source.read_text(encoding="utf-8"))}
    assert len(asked) > 60
    assert asked <= set(RUSSIAN)


def test_every_command_and_scope_has_its_words() -> None:
    assert {command.text for command in COMMANDS} <= set(RUSSIAN)
    assert {f"scope.{scope}" for scope in Scope} <= set(RUSSIAN)


def test_every_error_has_a_cause_and_a_next_step() -> None:
    from hh_tui.errors import HHError

    def tree(kind: type[HHError]) -> list[type[HHError]]:
        return [kind, *(one for sub in kind.__subclasses__() for one in tree(sub))]

    for kind in tree(HHError):
        assert f"error.{kind.code}" in RUSSIAN
        assert f"error.{kind.code}.hint" in RUSSIAN
        assert f"error.{kind.code}.title" in RUSSIAN


def test_outside_of_the_inbox_no_key_of_it_is_advised() -> None:
    for texts in (RUSSIAN, ENGLISH):
        for key in [
            key for key, text in texts.items() if key.startswith("error.") and "keys[refresh]" in text
        ]:
            assert "{keys[" not in texts[f"{key.removesuffix('.hint')}.shell"]


LITERAL_KEYS = {
    **{
        f"command.shortcut-{letter}": "the letter is what this command is called"
        for letter in SHORTCUT_LETTERS
    },
    "doctor.keyboard.unknown": "Ctrl+Enter is what such a terminal can't tell from Enter",
    "help.search": "an example of what can be typed: the help finds any key",
    "pressed.close": "on this page no key is a command's",
    "response-rate.go": "the list of options takes Enter itself",
    "sheet.replaced": "a text area takes Ctrl+Z itself",
    "templates.inserted": "a text area takes Ctrl+Z itself",
}
"""Sentences that name a key of no command, and why."""


def test_no_sentence_names_a_key_one_may_have_changed() -> None:
    """In Russian a Latin letter by itself is a key; English has the same gaps in the same texts."""
    keys = {name for one in COMMANDS for key in one.keys for name in (key, key_name(key)) if len(name) > 1}
    word = "|".join(sorted(map(re.escape, {*keys, "Enter", "Ctrl+Enter", "Ctrl+Z"}), key=len, reverse=True))
    literal = re.compile(rf"(?<![\w./+-])(?:{word}|[A-Za-z])(?![\w=+])|⏎|(?:^|\()[/?*+=#!](?: —|\))")
    named = {
        key
        for key, entry in RUSSIAN.items()
        for form in ((entry,) if isinstance(entry, str) else entry)
        if literal.search(re.sub(r"\{[^}]*\}|LC_ALL=\S+", "", form))
        if not key.startswith("plain.")  # in lines Enter ends what is typed, and esc is a word
    }
    assert named == set(LITERAL_KEYS)


def test_keys_in_sentences_are_those_of_commands() -> None:
    asked = {name for entry in RUSSIAN.values() for name in _gaps(entry) if name.startswith("keys[")}
    assert "keys[refresh]" in asked
    assert asked <= {f"keys[{command.id}]" for command in COMMANDS}


def test_a_command_without_a_key_is_named_in_words() -> None:
    unbound = Catalogue("ru", lambda command_id: "F12" if command_id == "refresh" else "")
    assert unbound("error.network.hint") == "Проверьте интернет и обновите: F12."
    assert unbound("account.busy").endswith("отмените их (команда «отменить последнее»).")
    assert Catalogue("en")("error.refused.hint").startswith("Refresh (command “refresh")


NOT_OF_COMMANDS = {
    **dict.fromkeys(("keys.held", "keys.once-more", "keys.unseen", "keys.unseen.words"), "what was pressed"),
    **dict.fromkeys(("layout.leave", "layout.phonetic"), "what was pressed"),
    **dict.fromkeys(("keys.of-inbox", "keys.of-list"), "what was pressed"),
}
"""Texts whose `{key}` is no command's, and whose it is."""

HINTS = re.compile(
    r"(?:hint|page|preview\.hint)\.|candidate\.write-hint|card\.open-hint$|notes\.(?:add|own)$|pipe\."
)
"""Texts that are left out where the command has no key, as are those that follow."""

LEFT_OUT = frozenset({"actions.more", "batch.stop", "outbox.undo", "same.hint"})

WORDS = frozenset(
    (
        *(
            "key",
            "account",
            "again",
            "apply_filters",
            "assign_shortcut",
            "back",
            "bottom",
            "browser",
            "clear",
        ),
        *("close", "close_found", "confirm", "confirm_preview", "down", "find_people", "found_invite", "go"),
        *("found_open", "give", "help", "leave", "mark", "open", "outbox", "palette", "pane", "quit"),
        *("refresh", "repeat", "reply", "search", "server", "template", "undo", "up"),
    )
)
"""Gaps that are filled with keys of commands, and with nothing else but in a few texts."""


def _without_keys(language: Language) -> dict[str, list[str]]:
    """Every form of every text that names a key, as it is where no command has one; in lines one types."""
    tr = Catalogue(language)
    told: dict[str, list[str]] = {}
    for key, entry in {"ru": RUSSIAN, "en": ENGLISH}[language].items():
        if HINTS.match(key) or key in LEFT_OUT or key.startswith("plain."):
            continue
        for form in (entry,) if isinstance(entry, str) else entry:
            gaps = [name for _, name, _, _ in Formatter().parse(form) if name]
            keys = [name for name in gaps if name in WORDS and not (name == "key" and key in NOT_OF_COMMANDS)]
            if keys or any(name.startswith("keys[") for name in gaps):
                none = tr("key.none", command="undo")
                values = {name: none if name in keys else "Слово." for name in gaps if "[" not in name}
                commands = {name[5:-1]: none for name in gaps if "[" in name}
                told.setdefault(key, []).append(form.format(keys=commands, **values))
    return told


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_reads_well_without_keys(language: Language) -> None:
    """Nothing says that a command is pressed, and none begins with one, in small letters."""
    command = "(?:команда «|command “)"
    bad = re.compile(rf"(?i)\b(?:клавиш\w*|нажми\w*|press|key|with) {command}|(?:^|[.!?…] |\n){command}")
    every = _without_keys(language)
    assert len(every) > 120
    assert {key: form for key, forms in every.items() for form in forms if bad.search(form)} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_command_has_a_short_name_in_sentences(language: Language) -> None:
    tr = Catalogue(language)
    names = {one.id: called(tr, one.id) for one in COMMANDS}
    assert {one: name for one, name in names.items() if len(name) > 40} == {}
    assert {one: name for one, name in names.items() if re.search("[“”«»;,:()…]", name)} == {}
    assert {key.removeprefix("called.") for key in RUSSIAN if key.startswith("called.")} <= set(names)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_palette_finds_a_command_by_its_name(language: Language) -> None:
    tr = Catalogue(language)
    scopes = {Scope.ALL, Scope.TAKE_BACK, Scope.ANYWHERE, Scope.LIST, Scope.ITEM}
    here = [one for one in COMMANDS if one.scope in scopes]
    lost = [one.id for one in here if not all_in(words(called(tr, one.id)), folded(tr(one.text)))]
    assert lost == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_other_words_for_a_command_are_not_its_own(language: Language) -> None:
    """What its help text has it is found by anyway."""
    tr = Catalogue(language)
    others = {one.id: tr(f"also.{one.id}") for one in COMMANDS if f"also.{one.id}" in tr}
    assert others.keys() == {key.removeprefix("also.") for key in RUSSIAN if key.startswith("also.")}
    twice = {
        key: word
        for key, texts in others.items()
        for word in texts.split()
        if word in folded(tr(f"command.{key}"))
    }
    assert twice == {}


def test_a_plural_is_chosen_by_its_number() -> None:
    tr = Catalogue("ru")
    assert tr("compose.length", n=1) == "1 знак"
    assert tr("compose.length", n=3) == "3 знака"
    assert tr("compose.length", n=11) == "11 знаков"
    assert Catalogue("en")("compose.length", n=1) == "1 character"


def test_what_speaks_of_one_alone_is_said_of_exactly_one() -> None:
    tr = Catalogue("ru")
    assert tr("batch.personal", n=1, time="1 с") == "Личное письмо: 1, уйдёт само по себе."
    for n, told in ((21, "21"), (31, "31"), (1041, "1\u00a0041")):
        assert tr("batch.personal", n=n, time="9 с").endswith(f": {told}, уйдут по одному, примерно за 9 с.")
        assert tr("people.saved.new", n=n) == f"новых {told}"
        assert tr("old.title", n=n) == f"{told} отправка не ушла: что с ними делать?"
    assert tr("batch.skipped", n=274, who="", name="").startswith("Пропустим 274 кандидата, отметки")
    assert tr("batch.skipped", n=21, who="", name="Отказ").endswith("У них нет «Отказ».")


def test_no_form_for_many_speaks_of_one_alone() -> None:
    """The Russian form of 21 is that of 1, unless there is one for exactly one before it."""
    alone = re.compile(r"\b(он\b|она|него|нём|ней|ему|отметка оста|Личное)")
    plurals = {key: entry[-3] for key, entry in RUSSIAN.items() if not isinstance(entry, str)}
    assert [key for key, form in plurals.items() if alone.search(re.sub(r"^\S*\{n\} \S+", "", form))] == []


def test_the_language_is_the_wish_then_the_systems(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "ru_RU.UTF-8")
    assert preferred_language() == "ru"
    assert preferred_language("en") == "en"
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    assert preferred_language() == "en"
    monkeypatch.setenv("HH_TUI_LANG", "ru")
    assert preferred_language() == "ru"


def test_counts_are_grouped_and_nothing_else_is() -> None:
    tr = Catalogue("ru")
    assert tr("waiting.chats", n=3828) == "3\u00a0828 непрочитанных"
    assert tr("rule.part", loaded=50, n=2502, key="F5") == "загружены 50 из 2\u00a0502; всех — F5"
    assert tr("charts.waiting", n=1200, found=2502).endswith("(загружено 1\u00a0200 из 2\u00a0502)")
    assert "8976" in tr("error.rate_limit", status=8976)
    assert "3221225786" in tr("pipe.code", code=3221225786)
    assert "1005" in tr("plain.no-line", line=1005)


ASKED_AT_ONCE = """
import sys, threading
from hh_tui.i18n import Catalogue
sys.setswitchinterval(1e-6)
tr, go, failed = Catalogue("ru"), threading.Barrier(4), []
def ask():
    go.wait()
    try:
        tr("command.quit")
        "nonsense" in tr
    except Exception as error:
        failed.append(error)
threads = [threading.Thread(target=ask) for _ in range(4)]
for one in threads: one.start()
for one in threads: one.join()
print(failed)
"""


def test_threads_may_ask_for_texts_at_once() -> None:
    command = [sys.executable, "-c", ASKED_AT_ONCE]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip() == "[]"
