"""A stand-in for hh.ru's employer API: stateful, seeded, faithful to the contract."""

from hh_tui.demo.grants import TOKEN
from hh_tui.demo.socket import serve
from hh_tui.demo.standin import StandIn

__all__ = ["TOKEN", "StandIn", "serve"]
