"""Ids of resumes and applicants: they lead back to the person without a register."""

from hashlib import sha256

_MASK = 0x5BD1_E995
_RESPONSES = 1 << 20


def resume_id(key: tuple[int, int]) -> str:
    """Return the resume id of the person who was response ``key`` of a vacancy."""
    tail = f"{(key[0] * _RESPONSES + key[1]) ^ _MASK:08x}"
    return sha256(tail.encode()).hexdigest()[:30] + tail


def owner_id(key: tuple[int, int]) -> str:
    """Return the applicant id of that person."""
    return str(200_000_000 + key[0] * _RESPONSES + key[1])


def person_of(identifier: str) -> tuple[int, int] | None:
    """Return whose resume id this is."""
    if len(identifier) != 38 or not all(letter in "0123456789abcdef" for letter in identifier[-8:]):
        return None
    key = divmod(int(identifier[-8:], 16) ^ _MASK, _RESPONSES)
    return key if resume_id(key) == identifier else None


def person_of_owner(identifier: str) -> tuple[int, int] | None:
    """Return whose applicant id this is."""
    if not (identifier.isascii() and identifier.isdigit()) or int(identifier) < 200_000_000:
        return None
    return divmod(int(identifier) - 200_000_000, _RESPONSES)
