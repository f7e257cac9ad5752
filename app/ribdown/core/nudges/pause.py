"""How long a pause is, as it is typed."""

import re
from datetime import date, datetime, time, timedelta

from ribdown.core.errors import UserError

_DURATION = re.compile(r"(\d{1,4}) ?(min|m|minutes?|h|hours?)")
_LONGEST = timedelta(days=366)


def parse_pause(text: str, local_time: datetime) -> datetime:
    """Until when `30 min`, `1h`, `tomorrow` or `2026-12-01` is, from this aware local time; a day means its beginning.

    Raises UserError for anything else, and for a time that is not to come or more than a year away.
    """
    wanted = text.strip().lower()
    until = _until(wanted, local_time)
    if until is None:
        raise UserError(
            f"“{text}” is no length of a pause.", "Say minutes (30 min), hours (1h), tomorrow, or a date (2026-12-01)."
        )
    if until <= local_time:
        raise UserError(f"A pause of “{text}” would be over already.", "Choose a time that is still to come.")
    if until > local_time + _LONGEST:
        raise UserError(f"A pause of “{text}” is longer than a year.", "Turn nudges off instead.")
    return until


def _until(wanted: str, local_time: datetime) -> datetime | None:
    if wanted == "tomorrow":
        return _beginning(local_time.date() + timedelta(days=1), local_time)
    if length := _DURATION.fullmatch(wanted):
        number, unit = int(length[1]), length[2]
        return local_time + (timedelta(hours=number) if unit.startswith("h") else timedelta(minutes=number))
    try:
        return _beginning(date.fromisoformat(wanted), local_time)
    except ValueError:
        return None


def _beginning(day: date, local_time: datetime) -> datetime:
    return datetime.combine(day, time(), local_time.tzinfo)
