"""Inviting someone to a vacancy they have not answered."""

from msgspec import Struct

from hh_tui.api.models import Negotiation, Resume


class Invitation(Struct, frozen=True):
    """Which resume is invited where; `vacancy` is the name of that vacancy, for a person to read."""

    resume_id: str
    vacancy_id: str
    vacancy: str

    def begun(self, resume: Resume | None) -> Negotiation:
        """The negotiation there will be. Until hh.ru has made it, its id is one of ours and never sent."""
        who = resume or Resume()
        return Negotiation(
            id=f"{self.resume_id}@{self.vacancy_id}", resume=who.model_copy(update={"id": self.resume_id})
        )
