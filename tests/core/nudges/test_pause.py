from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from ribdown.core.errors import UserError
from ribdown.core.nudges.pause import parse_pause

NOW = datetime(2026, 11, 20, 14, 5, tzinfo=ZoneInfo("Europe/Berlin"))


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("30 min", "2026-11-20 14:35"),
        ("30min", "2026-11-20 14:35"),
        ("5m", "2026-11-20 14:10"),
        ("1h", "2026-11-20 15:05"),
        (" 2 Hours ", "2026-11-20 16:05"),
        ("tomorrow", "2026-11-21 00:00"),
        ("2026-12-01", "2026-12-01 00:00"),
    ],
)
def test_what_a_pause_may_be(text: str, until: str) -> None:
    found = parse_pause(text, NOW)
    assert f"{found:%Y-%m-%d %H:%M}" == until
    assert found.tzinfo is NOW.tzinfo


@pytest.mark.parametrize(
    ("now", "fold"),
    [("2026-03-29 00:30", 0), ("2026-10-25 00:30", 0), ("2026-10-25 02:45", 0), ("2026-10-25 02:45", 1)],
)
@pytest.mark.parametrize(("text", "minutes"), [("30 min", 30), ("3h", 180)])
def test_a_pause_keeps_its_length_where_clocks_go_forward_or_back(now: str, fold: int, text: str, minutes: int) -> None:
    local = datetime.fromisoformat(now).replace(tzinfo=NOW.tzinfo, fold=fold)
    assert parse_pause(text, local).timestamp() - local.timestamp() == minutes * 60


@pytest.mark.parametrize("text", ["5 lemons", "", "30", "min", "1.5h", "-5 min", "2026-13-01", "99999 min"])
def test_anything_else_is_told_what_is_allowed(text: str) -> None:
    with pytest.raises(UserError) as caught:
        parse_pause(text, NOW)
    assert caught.value.what == f"“{text}” is no length of a pause."
    assert caught.value.next_step == "Say minutes (30 min), hours (1h), tomorrow, or a date (2026-12-01)."


@pytest.mark.parametrize("text", ["0 min", "2026-11-20", "1999-01-01", "0001-01-01"])
def test_a_pause_that_would_be_over_is_said(text: str) -> None:
    with pytest.raises(UserError, match="over already"):
        parse_pause(text, NOW)


@pytest.mark.parametrize("text", ["9999h", "9999-12-31"])
def test_a_pause_of_more_than_a_year_is_said(text: str) -> None:
    with pytest.raises(UserError, match="longer than a year"):
        parse_pause(text, NOW)
