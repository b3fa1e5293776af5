"""An invented vacancy."""

from hh_tui.api.models import Vacancy

OPENING = Vacancy(id="77", name="Python")
