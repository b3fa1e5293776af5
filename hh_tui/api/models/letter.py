"""Letters that the server fills in, and the employer's own wordings of them.

Operations get-negotiation-message-templates and get-mail-templates.
"""

from hh_tui.api.models.base import Flag, Id, Items, Line, Maybe, Model, Named, Text


class Letter(Model, frozen=True):
    """A text with the candidate's name, vacancy and so on already in their places."""

    text: Text
    employer_state: Maybe[Line] = None
    template_modified: Flag = False


class FilledTemplate(Model, frozen=True):
    """A template for one negotiation: the letter, and the text of the SMS where there is one."""

    mail: Maybe[Letter] = None
    sms: Maybe[Letter] = None


class MailTemplate(Model, frozen=True):
    """A wording with placeholders such as `[Name]`; `type` is EMAIL or SMS.

    `variables` are the placeholders it may hold, by id without the brackets. Its id is not that of the
    templates of an action.
    """

    id: Id
    name: Line = ""
    text: Text = ""
    type: Maybe[Line] = None
    employer_state: Maybe[Line] = None
    template_modified: Flag = False
    variables: Items[Named] = ()
