"""How long a pause is, as it is typed."""

import re
from datetime import UTC, date, datetime, time, timedelta

from ribdown.core.errors import UserError

_DURATION = re.compile(r"(\d{1,4}) ?(min|m|minutes?|h|hours?)")
_LONGEST = timedelta(days=366)


def parse_pause(text: str, local_time: datetime) -> datetime:
    """Until when `30 min`, `1h`, `tomorrow` or `2026-12-01` is, from this aware local time; a day means its beginning.

    Raises UserError for anything else, and for a time that is not to come or more than a year away.
    """
    wanted = text.strip().lower()
    day, length = _day(wanted, local_time), _length(wanted)
    if day is not None:
        length = day - local_time.date()
    if length is None:
        raise UserError(
            f"“{text}” is no length of a pause.", "Say minutes (30 min), hours (1h), tomorrow, or a date (2026-12-01)."
        )
    if length <= timedelta(0):
        raise UserError(f"A pause of “{text}” would be over already.", "Choose a time that is still to come.")
    if length > _LONGEST:
        raise UserError(f"A pause of “{text}” is longer than a year.", "Turn nudges off instead.")
    if day is not None:
        return datetime.combine(day, time(), local_time.tzinfo)
    # Not on the wall, whose clock may go forward or back meanwhile.
    return (local_time.astimezone(UTC) + length).astimezone(local_time.tzinfo)


def _length(wanted: str) -> timedelta | None:
    found = _DURATION.fullmatch(wanted)
    if found is None:
        return None
    number, unit = int(found[1]), found[2]
    return timedelta(hours=number) if unit.startswith("h") else timedelta(minutes=number)


def _day(wanted: str, local_time: datetime) -> date | None:
    if wanted == "tomorrow":
        return local_time.date() + timedelta(days=1)
    try:
        return date.fromisoformat(wanted)
    except ValueError:
        return None
