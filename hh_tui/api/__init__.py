"""hh.ru over HTTP: the employer's operations as typed methods. Knows neither the inbox nor a screen."""

from hh_tui.api.client import HHClient
from hh_tui.api.connection import Connection
from hh_tui.api.filters import Filters
from hh_tui.api.origin import Origin

__all__ = ["Connection", "Filters", "HHClient", "Origin"]
