"""Handlers of the commands that several dialogs share, by command id."""

from collections.abc import Callable, Mapping
from functools import partial

from hh_tui.ui.commands import Handler


def form_keys(save: Handler, close: Handler) -> Mapping[str, Handler]:
    """The commands of `Scope.FORM`."""
    return {"save-form": save, "close-form": close}


def picker_keys(choose: Handler, move: Callable[[int], object], close: Handler) -> Mapping[str, Handler]:
    """The commands of `Scope.PICKER`; `move` gets 1 for down and -1 for up."""
    return {
        "choose": choose,
        "picker-down": partial(move, 1),
        "picker-up": partial(move, -1),
        "close-picker": close,
    }


def page_keys(
    close: Handler,
    scroll: Callable[[int], object],
    page: Callable[[int], object],
    jump: Callable[[int], object],
) -> Mapping[str, Handler]:
    """The commands of `Scope.PAGE`: 1 is down and -1 up.

    `scroll` goes a line, `page` what stands in the window, and `jump` to the end or the beginning.
    """
    return {
        "close-page": close,
        "page-scroll-down": partial(scroll, 1),
        "page-scroll-up": partial(scroll, -1),
        "page-leaf-down": partial(page, 1),
        "page-leaf-up": partial(page, -1),
        "page-top": partial(jump, -1),
        "page-bottom": partial(jump, 1),
    }


def choice_keys(
    apply: Handler, empty: Handler, choose: Handler, move: Callable[[int], object], close: Handler
) -> Mapping[str, Handler]:
    """The commands of `Scope.FILTERS`; `move` gets 1 for down and -1 for up."""
    return {
        "apply-filters": apply,
        "empty-form": empty,
        "form-choose": choose,
        "form-down": partial(move, 1),
        "form-up": partial(move, -1),
        "close-filters": close,
    }
