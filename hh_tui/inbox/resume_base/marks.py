"""Kinds of marks that a search for people keeps on the disk; the store reads them without anything else."""

from typing import Final

NOT_NOW: Final = "not-now"
"""People hidden from searches, by person; such a mark begins with the day on which they are back."""
