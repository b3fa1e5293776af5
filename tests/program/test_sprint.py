"""A sprint in the real program, killed in the middle: what was chosen is there again, and goes out once."""

import re
from pathlib import Path

from hh_tui.demo import serve
from tests.midday import standin
from tests.program.sitting import F2, SETTINGS, Diary, Sitting, decisions


def _choose(sitting: Sitting, page: int) -> None:
    """Put the candidate of this page aside."""
    button = re.compile(r"([1-9]) Подумать")
    sitting.until(lambda: f" {page}/77 " in sitting.text and button.search(sitting.text))
    # Sooner it would be a key that is held.
    sitting.wait_until_heard()
    digit = button.search(sitting.text)
    assert digit is not None, sitting.text
    sitting.type(digit[1])
    sitting.until(lambda: f" {page + 1}/77 " in sitting.text)


def test_a_killed_sprint_goes_on_and_goes_out_once(tmp_path: Path) -> None:
    server, diary = standin(), Diary()
    (tmp_path / "config.toml").write_text(SETTINGS)
    with serve(server) as origin:
        with Sitting(origin, tmp_path, server, diary) as sitting:
            sitting.begin()
            sitting.strike("gS", 0.2)
            sitting.until(lambda: "─ Разбор · " in sitting.text)
            _choose(sitting, 1)
            _choose(sitting, 2)
            sitting.settled()
            sitting.kill()
            sitting.wait()
        assert not decisions(server)
        with Sitting(origin, tmp_path, server, diary) as sitting:
            sitting.until(lambda: "Разбор не закончен: 2 решения" in sitting.text)
            sitting.wait_until_heard()
            sitting.type("\r")
            _choose(sitting, 3)
            sitting.type("\r")
            sitting.until(lambda: "Итог разбора: 3 решения" in sitting.text)
            assert not decisions(server)
            sitting.type(F2)
            sitting.until(lambda: "Сделано: 3" in sitting.text)
            sitting.type("q")
            assert sitting.wait() == 0
    (write,) = decisions(server)
    assert len({value for name, value in write.form if name == "topic_id"}) == 3
