"""A field for values out of a long list: one types a part of the name and takes what is offered."""

from collections.abc import Iterable, Sequence

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.content import Content
from textual.message import Message
from textual.reactive import var
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from hh_tui.i18n.text import folded, one_line
from hh_tui.inbox.lists.choices import Choice, fitting
from hh_tui.ui.widgets.chip import ChipButton
from hh_tui.ui.widgets.flow import FlowLayout
from hh_tui.ui.widgets.line_input import LineInput

OFFERED = 40
"""Values offered at once; typing brings the others."""


class ChoiceInput(LineInput):
    """A line to type into; an empty one takes backspace for the value chosen last."""

    class Emptied(Message):
        """Backspace, with nothing before it."""

    def action_delete_left(self) -> None:
        """Delete a letter, or the value before."""
        if self.value:
            super().action_delete_left()
        else:
            self.post_message(self.Emptied())


class ChoiceBox(Vertical):
    """Chosen values above, the line below, and what fits under it while one is here.

    With `single` a value takes the place of the one before. A form has many of these, and one comes to few of
    them: the list of values is made when somebody comes here first.
    """

    DEFAULT_CSS = """
    ChoiceBox {
        height: auto;
        & .chosen { height: auto; display: none; }
        & .chosen.-some { display: block; }
        & OptionList {
            height: auto;
            max-height: 6;
            display: none;
            background: $surface;
            padding: 0;
            border: none;
        }
        &.-offering OptionList { display: block; }
        & Input { background: $raised; }
    }
    """

    choices: var[Sequence[Choice]] = var(tuple)
    chosen: var[tuple[Choice, ...]] = var(tuple)

    class Changed(Message):
        """Other values are chosen."""

    def __init__(
        self,
        placeholder: str,
        chosen: Sequence[Choice] = (),
        *,
        id: str,  # noqa: A002
        single: bool = False,
    ) -> None:
        super().__init__(id=id)
        self._placeholder = placeholder
        self._single = single
        self._begun = tuple(chosen)
        self._offered: tuple[Choice, ...] = ()
        self._options: OptionList | None = None

    def compose(self) -> ComposeResult:
        """Chosen values, and the line."""
        yield Container(classes="chosen")
        yield ChoiceInput(placeholder=self._placeholder, compact=True)

    async def on_mount(self) -> None:
        """Show what was chosen before."""
        self.query_one(".chosen").styles.set_rule("layout", FlowLayout())
        self.set_reactive(ChoiceBox.chosen, self._told(self._begun))
        await self._show_chosen()

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the chosen values."""
        return tuple(one.id for one in self.chosen)

    @property
    def is_offering(self) -> bool:
        """Whether there is something to take."""
        return self.has_class("-offering")

    def take(self) -> bool:
        """Choose the value under the cursor, or leave it when it was chosen; whether there was one."""
        place = self._options.highlighted if self._options is not None else None
        if not self.is_offering or place is None:
            return False
        value = self._offered[place]
        others = tuple(one for one in self.chosen if one.id != value.id)
        if len(others) < len(self.chosen):
            self.chosen = others
        else:
            self.chosen = (value,) if self._single else (*others, value)
        self.query_one(Input).value = ""
        return True

    @property
    def words(self) -> str:
        """What stands in the line, on one line."""
        return one_line(self.query_one(Input).value)

    def take_fitting(self) -> bool:
        """Choose the value that was typed in full, or the only one that fits; whether no words are left."""
        if not self.words:
            return True
        fit = fitting(self.choices, self.words, OFFERED)
        return self._take_exact(fit) or (len(fit) == 1 and self._choose(fit[0]))

    def _take_exact(self, fit: Sequence[Choice]) -> bool:
        typed = folded(self.words)
        return any(self._choose(one) for one in fit[:OFFERED] if folded(one.name) == typed and self.words)

    def _choose(self, value: Choice) -> bool:
        self.chosen = (value,) if self._single else (*(one for one in self.chosen if one != value), value)
        self.query_one(Input).value = ""
        return True

    def move(self, delta: int) -> None:
        """Move among what is offered."""
        options = self._options
        if options is not None and options.option_count:
            options.highlighted = max(0, min((options.highlighted or 0) + delta, options.option_count - 1))

    def clear(self) -> None:
        """Choose nothing."""
        self.chosen = ()
        self.query_one(Input).value = ""

    def watch_choices(self) -> None:
        """The values came: those chosen before get their names."""
        self.chosen = self._told(self.chosen)
        self._offer()

    def _told(self, chosen: Sequence[Choice]) -> tuple[Choice, ...]:
        known = {one.id: one for one in self.choices}
        return tuple(known.get(one.id, one) for one in chosen)

    async def watch_chosen(self) -> None:
        """Show what is chosen."""
        if not self.is_mounted:
            return
        await self._show_chosen()
        self._offer()
        self.post_message(self.Changed())

    async def _show_chosen(self) -> None:
        self.query_one(Input).placeholder = "" if self.chosen else self._placeholder
        line = self.query_one(".chosen")
        line.set_class(bool(self.chosen), "-some")
        await line.remove_children()
        await line.mount_all(ChipButton(one.id, one.name) for one in self.chosen)

    @on(Input.Changed)
    def typed(self, event: Input.Changed) -> None:
        """Offer what fits."""
        event.stop()
        self._offer()

    @on(ChoiceInput.Emptied)
    def emptied(self) -> None:
        """Leave the value chosen last."""
        self.chosen = self.chosen[:-1]

    @on(ChipButton.Removed)
    def removed(self, message: ChipButton.Removed) -> None:
        """Leave the value that was clicked."""
        message.stop()
        self.chosen = tuple(one for one in self.chosen if one.id != message.chip)

    @on(OptionList.OptionSelected)
    def clicked(self, event: OptionList.OptionSelected) -> None:
        """Chosen with the mouse."""
        event.stop()
        event.option_list.highlighted = event.option_index
        self.take()
        self.query_one(Input).focus()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Offer as soon as one is here."""
        self._offer()

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """Nothing is offered to those who have left; a value typed in full is chosen, other words stay."""
        self._take_exact(fitting(self.choices, self.words, OFFERED))
        self.remove_class("-offering")

    def _offer(self) -> None:
        if not self.is_mounted:
            return
        line = self.query_one(Input)
        if not line.has_focus:
            self.remove_class("-offering")
            return
        self._offered = fitting(self.choices, line.value, OFFERED)
        taken = set(self.ids)
        options = self._list_of_values()
        options.clear_options()
        options.add_options([_option(one, taken=one.id in taken) for one in self._offered])
        options.highlighted = 0 if self._offered else None
        self.set_class(bool(self._offered), "-offering")
        self.call_after_refresh(self.scroll_visible, animate=False)

    def _list_of_values(self) -> OptionList:
        if self._options is None:
            self._options = OptionList(markup=False, compact=True)
            self._options.can_focus = False
            self.mount(self._options)
        return self._options


def unpicked(boxes: Iterable[ChoiceBox]) -> ChoiceBox | None:
    """The first field with words that are no value; those that are one are chosen. It gets the focus."""
    left = next((box for box in boxes if not box.take_fitting()), None)
    if left is not None:
        left.query_one(Input).focus()
    return left


def _option(one: Choice, *, taken: bool) -> Option:
    sign = "✓ " if taken else "  "
    return Option(Content.assemble(sign, one.name, "  " if one.detail else "", (one.detail, "$text-muted")))
