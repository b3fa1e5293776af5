"""Inviting someone to a vacancy they have not answered."""

from msgspec import Struct

from hh_tui.api.models import Invitable, Negotiation, Resume
from hh_tui.system.structs import replace


class Invitation(Struct, frozen=True):
    """Which resume is invited where; `vacancy` is the name of that vacancy, for a person to read."""

    resume_id: str
    vacancy_id: str
    vacancy: str

    def begun(self, resume: Resume | None, place: Invitable | None = None) -> Negotiation:
        """The negotiation there will be, with what the vacancy offers to begin it with.

        Until hh.ru has made it, its id is one of ours and never sent.
        """
        who, offered = resume or Resume(), place or Invitable(id=self.vacancy_id)
        return Negotiation(
            id=f"{self.resume_id}@{self.vacancy_id}",
            resume=replace(who, id=self.resume_id),
            actions=offered.negotiations_actions,
            templates=offered.templates,
        )
