"""Messages go through Textual with less to look up: a test run hands on some millions of them.

What is heard by whom, and in which order, stays as it is. What is the same for all widgets of a class is
looked up once, and nothing is put together for the log of a developer that nobody reads.
"""

from collections.abc import Awaitable, Callable, Iterable
from contextlib import AbstractContextManager, nullcontext
from inspect import CO_VARARGS, CO_VARKEYWORDS, isawaitable
from types import FunctionType, MethodType
from typing import Any

import textual._callback
import textual.content
import textual.message_pump
from textual.css.styles import RenderStyles
from textual.dom import DOMNode, NoScreen
from textual.message import Message
from textual.message_pump import MessagePump
from textual.reactive import Reactive
from textual.screen import Screen

Handler = tuple[type, Callable[[Any, Message], Awaitable[None]]]
Heard = Iterable[tuple[type, Callable[[Message], Awaitable[None]]]]

_named: dict[tuple[type, str, type], tuple[Handler, ...] | None] = {}
"""By class, name and message: the handlers, or None where more than their name decides."""

_get_dispatch_methods = MessagePump._get_dispatch_methods
_prevent = MessagePump.prevent
_get = Reactive.__get__
_count_parameters = textual._callback._count_parameters
_strip_control_codes = textual.content._strip_control_codes
_nothing = nullcontext()


class _Unread:
    """A log that nobody reads."""

    def __call__(self, *_: object, **__: object) -> None: ...

    @property
    def event(self) -> "_Unread":
        return self

    def verbosity(self, _: bool) -> "_Unread":
        return self


def _put(kind: type, name: str, value: object) -> None:
    """A test puts another method in the place of one."""
    if name.startswith(("on_", "_on_")):
        _named.clear()
    type.__setattr__(kind, name, value)


def _take(kind: type, name: str) -> None:
    _named.clear()
    type.__delattr__(kind, name)


def _handlers(kind: type, name: str, message: type) -> tuple[Handler, ...] | None:
    found: list[Handler] = []
    messages = [one for one in message.__mro__ if issubclass(one, Message)]
    for cls in kind.__mro__:
        decorated = vars(cls).get("_decorated_handlers") or {}
        if any(decorated.get(one) for one in messages):
            return None
        method = vars(cls).get(f"_{name}") or vars(cls).get(name)
        if method is not None and not getattr(method, "_textual_on", None):
            found.append((cls, method))
    return tuple(found)


def _dispatch_methods(pump: MessagePump, method_name: str, message: Message) -> Heard:
    key = type(pump), method_name, type(message)
    if key not in _named:
        _named[key] = _handlers(*key)
    handlers = _named[key]
    return (
        _get_dispatch_methods(pump, method_name, message)
        if handlers is None
        else _each(pump, handlers, message)
    )


def _each(pump: MessagePump, handlers: tuple[Handler, ...], message: Message) -> Heard:
    for cls, method in handlers:
        if message._no_default_action:
            break
        yield cls, method.__get__(pump, cls)


def _prevented(pump: MessagePump, *kinds: type[Message]) -> AbstractContextManager[None]:
    return _prevent(pump, *kinds) if kinds else _nothing


def _value(reactive: Any, node: Any, kind: type) -> Any:
    if node is None:
        return reactive
    try:
        if kind in reactive.plain:
            return node.__dict__[reactive.internal_name]
    except AttributeError:
        reactive.plain = set()
    except KeyError:
        return _get(reactive, node, kind)
    # A class of which nothing is computed: its attribute is no more than a value.
    if not hasattr(kind, reactive.compute_name):
        reactive.plain.add(kind)
    return _get(reactive, node, kind)


def _parameters(function: Any) -> int:
    """A method takes one less than its function, and another object what its class is called with."""
    if type(function) is MethodType:
        return _parameters(function.__func__) - 1
    if type(function) is not FunctionType:
        call = vars(type(function)).get("__call__")
        is_plain = type(call) is FunctionType and not isinstance(function, type)
        return _parameters(call) - 1 if is_plain else _count_parameters(function)
    while hasattr(function, "__wrapped__"):
        function = function.__wrapped__
    if type(function) is not FunctionType or hasattr(function, "__signature__"):
        return _count_parameters(function)
    code = function.__code__
    rest = bool(code.co_flags & CO_VARARGS) + bool(code.co_flags & CO_VARKEYWORDS)
    return code.co_argcount + code.co_kwonlyargcount + rest


def _awaited(value: object) -> bool:
    return value is not None and isawaitable(value)


def _screen(node: Any) -> Screen[object]:
    above = node
    while not isinstance(above, Screen):
        parent = above._MessagePump__parent
        above = None if parent is None else parent()
        if above is None:
            raise NoScreen("node has no screen")
    return above


def _rule(styles: Any, name: str, default: object = None) -> object:
    inline = styles._inline_styles._rules
    return inline[name] if name in inline else styles._base_styles._rules.get(name, default)


def _without_controls(text: str) -> str:
    return text if text.isprintable() else _strip_control_codes(text)


def look_up_less() -> None:
    """Let messages, attributes and texts of this process take the short way."""
    pump: Any = textual.message_pump
    callback: Any = textual._callback
    content: Any = textual.content
    pump.log = _Unread()
    pump._MessagePumpMeta.__setattr__, pump._MessagePumpMeta.__delattr__ = _put, _take
    MessagePump._get_dispatch_methods = _dispatch_methods  # type: ignore[assignment, method-assign]
    MessagePump.prevent = _prevented  # type: ignore[assignment, method-assign]
    DOMNode.screen = property(_screen)  # type: ignore[assignment, method-assign]
    RenderStyles.get_rule = _rule  # type: ignore[assignment, method-assign]
    Reactive.__get__ = _value  # type: ignore[assignment, method-assign]
    callback._count_parameters, callback.isawaitable = _parameters, _awaited
    content._strip_control_codes = _without_controls
