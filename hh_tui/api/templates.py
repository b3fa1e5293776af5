"""Templates of letters: filled in for one candidate, and the employer's own with their variables."""

from typing import Final

from hh_tui.api.chats import LONGEST_TEXT
from hh_tui.api.expected_answer import NO_CONTENT
from hh_tui.api.models import FilledTemplate, MailTemplate, Template
from hh_tui.api.resource import Resource, part
from hh_tui.errors import BadArgument, NoReadyLetter, TemplateTooLong
from hh_tui.i18n.text import grouped

WHOSE: Final = frozenset({"topic_id", "vacancy_id", "resume_id"})
"""Parameters of a letter's address, refused where the resume is hidden or the vacancy archived."""


class TemplateResource(Resource):
    """Operations on templates."""

    async def filled(self, template: Template) -> FilledTemplate:
        """A template with this candidate's values in it (get-negotiation-message-templates).

        Raises NoReadyLetter where hh.ru writes none for them, and TemplateTooLong where its letter could not
        be sent: a text editor would lay out all of it anew with every letter typed.
        """
        try:
            filled = await self._get(FilledTemplate, template.url)
        except BadArgument as error:
            if error.value not in WHOSE:
                raise
            raise NoReadyLetter(error.status, error.type, error.value, error.request_id) from error
        if filled.mail and len(filled.mail.text) > LONGEST_TEXT:
            raise TemplateTooLong(most=grouped(LONGEST_TEXT))
        return filled

    async def mail(self, employer_id: str) -> tuple[MailTemplate, ...]:
        """The employer's own wordings, with the variables they may hold (get-mail-templates)."""
        return await self._get_list(MailTemplate, _templates(employer_id))

    async def reword(self, employer_id: str, template_id: str, text: str) -> None:
        """Change the wording of a template for the whole employer (put-mail-templates-item)."""
        address = f"{_templates(employer_id)}/{part(template_id)}"
        await self._connection.exchange("PUT", address, expected=NO_CONTENT, json={"text": text})


def _templates(employer_id: str) -> str:
    return f"/employers/{part(employer_id)}/mail_templates"
