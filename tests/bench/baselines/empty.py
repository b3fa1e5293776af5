"""Baseline A: a Textual app with nothing in it."""

from textual.app import App


class Empty(App[None]):
    """The least that any Textual program costs."""


if __name__ == "__main__":
    Empty().run()
