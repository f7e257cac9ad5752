from datetime import UTC, datetime

from ribdown.infra.system_clock import SystemClock


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
