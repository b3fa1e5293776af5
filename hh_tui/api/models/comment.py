"""A comment on an applicant (operation get-applicant-comments-list)."""

from typing import Literal

from hh_tui.api.models.base import Flag, Id, Line, Maybe, Model, Named, Text, Time

Access = Literal["coworkers", "owner"]
"""Who sees a comment: the colleagues, or its author alone."""


class CommentAuthor(Model, frozen=True):
    """Who wrote it."""

    full_name: Line = ""


class Comment(Model, frozen=True):
    """A note of a recruiter; `access_type` says who sees it. Only one's own can be changed."""

    id: Id
    text: Text = ""
    created_at: Maybe[Time] = None
    is_mine: Flag = False
    author: Maybe[CommentAuthor] = None
    access_type: Maybe[Named] = None

    def __post_init__(self) -> None:
        super().__post_init__()
