import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from ribdown.core.clock import Instant
from ribdown.core.nudges.pause import parse_pause
from ribdown.core.nudges.rules import NudgeRules
from ribdown.core.nudges.state import NudgeState
from ribdown.core.nudges.summary import summary
from ribdown.infra.system_clock import SystemClock, SystemZone

BERLIN = ZoneInfo("Europe/Berlin")
ZONE = SystemZone()


@pytest.fixture
def in_berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    if sys.platform == "win32":
        pytest.skip("no process has a zone of its own on Windows")
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def test_monotonic_time_never_goes_back() -> None:
    clock = SystemClock()
    assert clock.now().monotonic <= clock.now().monotonic


def test_wall_time_and_local_time_are_the_same_moment() -> None:
    clock = SystemClock()
    before, local, after = clock.now().wall, clock.local_time(), clock.now().wall
    assert before <= local.timestamp() <= after


def test_local_time_has_the_offset_of_this_zone() -> None:
    local = SystemClock().local_time()
    assert local.utcoffset() == datetime.fromtimestamp(local.timestamp(), UTC).astimezone().utcoffset()


@pytest.mark.parametrize("change", [datetime(2026, 3, 29, 1, tzinfo=UTC), datetime(2026, 10, 25, 1, tzinfo=UTC)])
@pytest.mark.parametrize("minutes", [-9000, -61, -60, -30, -1, 0, 1, 30, 59, 60, 61, 9000])
def test_each_moment_has_the_offset_that_holds_then(in_berlin: None, change: datetime, minutes: int) -> None:
    moment = change + timedelta(minutes=minutes, microseconds=7)
    here, there = moment.astimezone(ZONE), moment.astimezone(BERLIN)
    assert (here.replace(tzinfo=None), here.fold) == (there.replace(tzinfo=None), there.fold)
    assert here.utcoffset() == there.utcoffset()
    assert here.astimezone(UTC) == moment
    assert here.isoformat() == there.isoformat()


@pytest.mark.parametrize("fold", [0, 1])
@pytest.mark.parametrize("day", [datetime(2026, 3, 29), datetime(2026, 10, 25)])  # noqa: DTZ001
def test_a_time_that_never_comes_or_comes_twice_is_what_it_is_elsewhere(
    in_berlin: None, day: datetime, fold: int
) -> None:
    for minutes in range(0, 300, 10):
        local = (day + timedelta(minutes=minutes)).replace(fold=fold)
        assert local.replace(tzinfo=ZONE).timestamp() == local.replace(tzinfo=BERLIN).timestamp()


@pytest.mark.parametrize(
    ("now", "back"),
    [(datetime(2026, 10, 23, 18, tzinfo=UTC), "2026-10-26"), (datetime(2027, 3, 26, 18, tzinfo=UTC), "2027-03-29")],
)
def test_the_next_slot_and_the_end_of_a_pause_are_right_across_a_change(
    in_berlin: None, now: datetime, back: str
) -> None:
    local = now.astimezone(ZONE)
    at = summary(NudgeState(), NudgeRules(), Instant(0.0, now.timestamp()), local).next_at
    assert at is not None
    assert at.timestamp() == datetime.fromisoformat(f"{back} 09:00").replace(tzinfo=BERLIN).timestamp()
    midnight = datetime.fromisoformat(back).replace(tzinfo=BERLIN)
    assert parse_pause(back, local).timestamp() == midnight.timestamp()


def test_local_time_knows_the_zone_in_winter_and_in_summer(in_berlin: None) -> None:
    local = SystemClock().local_time()
    offsets = [local.replace(month=month, day=15).utcoffset() for month in (1, 7)]
    assert offsets == [timedelta(hours=1), timedelta(hours=2)]


def test_a_zone_says_nothing_of_no_moment() -> None:
    assert (ZONE.utcoffset(None), ZONE.dst(None), ZONE.tzname(None)) == (None, None, None)
