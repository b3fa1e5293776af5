"""Letters that the server fills in (operation get-negotiation-message-templates)."""

from hh_tui.api.models.base import Maybe, Model, Text


class Letter(Model):
    """A text with the candidate's name, vacancy and so on already in their places."""

    text: Text


class FilledTemplate(Model):
    """A template for one negotiation: the letter, and the text of the SMS where there is one."""

    mail: Maybe[Letter] = None
    sms: Maybe[Letter] = None
