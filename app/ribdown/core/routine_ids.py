"""Ids of a person's routines: made from the title, unique, and safe as the name of a file on every system."""

import re
from collections.abc import Collection
from itertools import count
from unicodedata import normalize

_LONGEST = 40
_NAMELESS = "routine"  # nothing of the title is left, as with other scripts
# Windows keeps these for devices, with any ending.
_RESERVED = frozenset(("con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))))


def is_id(text: str) -> bool:
    """Whether a text can be a routine's id."""
    return routine_id(text, ()) == text


def routine_id(title: str, taken: Collection[str]) -> str:
    """The id of a routine of this title that no one in `taken` has, whatever their capitals."""
    plain = normalize("NFKD", title.casefold()).encode("ascii", "ignore").decode()
    wanted = re.sub(r"[^a-z0-9]+", "-", plain.replace("'", ""))[:_LONGEST].strip("-") or _NAMELESS
    if wanted in _RESERVED:
        wanted = f"{wanted}-{_NAMELESS}"
    others = {other.casefold() for other in taken}
    if wanted not in others:
        return wanted
    return next(name for number in count(2) if (name := f"{wanted}-{number}") not in others)
