"""Serve the stand-in from a shell: ``python -m hh_tui.demo --size M --port 8080 --seed 7``."""

import argparse
import sys
from threading import Event

from hh_tui.demo.grants import TOKEN
from hh_tui.demo.sizes import SIZES
from hh_tui.demo.socket import serve
from hh_tui.demo.standin import StandIn


def main(arguments: list[str] | None = None, *, until: Event | None = None) -> int:
    """Serve until interrupted, or until the event is set; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m hh_tui.demo", description=__doc__)
    parser.add_argument("--size", choices=list(SIZES), default="M", help="how much there is (default: M)")
    parser.add_argument("--port", type=int, default=8080, help="0 takes a free one (default: 8080)")
    parser.add_argument("--seed", type=int, default=7, help="another seed, other people (default: 7)")
    parser.add_argument("--still", action="store_true", help="nobody answers by themselves, nobody new comes")
    parser.add_argument("--hostile", action="store_true", help="spoil every text served")
    chosen = parser.parse_args(arguments)
    standin = StandIn(chosen.size, chosen.seed, hostile=chosen.hostile, alive=not chosen.still)
    try:
        with serve(standin, chosen.port) as origin:
            sys.stdout.write(f"{origin}\n\n  {_pointing(origin)} hh-tui\n\nCtrl+C ends it.\n")
            sys.stdout.flush()
            (until or Event()).wait()
    except OSError as trouble:
        sys.stderr.write(f"Port {chosen.port} cannot be had: {trouble.strerror}. Try --port 0.\n")
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


def _pointing(origin: str) -> str:
    """Return the environment that points hh-tui at an origin."""
    return f"HH_TUI_API_URL={origin} HH_TUI_TOKEN={TOKEN}"


if __name__ == "__main__":
    sys.exit(main())
