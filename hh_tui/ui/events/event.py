"""What all events are: whoever hears some of them need not know the others."""

from msgspec import Struct


class Event(Struct, frozen=True):
    """Something happened. What it may be, as a whole, says the union `AnyEvent`.

    To tell one member of a union of a hundred from the others costs a type checker a tenth of a second, and
    there are a hundred places where somebody hears them: for those an event is this.
    """
