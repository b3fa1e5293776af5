"""Comments of recruiters on an applicant; they stay with the person over all vacancies."""

from typing import Final, Literal

from hh_tui.api.expected_answer import CREATED, NO_CONTENT
from hh_tui.api.models import Comment, Owner, Page
from hh_tui.api.models.comment import Access
from hh_tui.api.resource import Resource, as_model, below, part

Order = Literal["creation_time_desc", "creation_time_asc"]

COMMENTS_PER_PAGE: Final = 20


class CommentResource(Resource):
    """Operations on the comments on the owner of a resume."""

    async def all(self, owner: Owner, order_by: Order = "creation_time_desc") -> tuple[Comment, ...]:
        """All comments, the newest first by default (get-applicant-comments-list)."""
        return await self._all(Page[Comment], _comments(owner), COMMENTS_PER_PAGE, order_by=order_by)

    async def add(self, owner: Owner, text: str, access: Access) -> Comment:
        """Add a comment; returns it as it was kept (add-applicant-comment)."""
        form = [("text", text), ("access_type", access)]
        answer = await self._connection.exchange("POST", _comments(owner), form, expected=CREATED)
        return as_model(Comment, answer)

    async def edit(
        self, owner: Owner, comment_id: str, *, text: str | None = None, access: Access | None = None
    ) -> None:
        """Change the text of a comment of one's own, or who sees it (update-applicant-comment)."""
        given = (("text", text), ("access_type", access))
        form = [(name, value) for name, value in given if value is not None]
        await self._connection.write("PUT", below(_comments(owner), comment_id), form, NO_CONTENT)

    async def delete(self, owner: Owner, comment_id: str) -> None:
        """Delete a comment of one's own (delete-applicant-comment)."""
        await self._connection.write("DELETE", below(_comments(owner), comment_id), [], NO_CONTENT)


def _comments(owner: Owner) -> str:
    url = owner.comments.url if owner.comments else None
    return url or f"/applicant_comments/{part(owner.id)}"
