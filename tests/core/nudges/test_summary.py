from ribdown.core.nudges.answers import Answer
from ribdown.core.nudges.record import Reason
from ribdown.core.nudges.rules import Every
from working_day import AWAY, HERE, WorkingDay


def _today(day: WorkingDay) -> list[str]:
    return [
        " ".join(
            filter(None, (line.slot.clock, line.outcome or line.phase or "to come", line.reason, f"{line.at:%H:%M}"))
        )
        for line in day.summary.today
    ]


def test_the_strip_of_a_day(day: WorkingDay) -> None:
    day.presence = AWAY
    day.until("9:30")
    day.presence = HERE
    day.until("10:00")
    day.answer(Answer.SNOOZE)
    assert _today(day) == [
        "09:00 expired away 09:25",
        "10:00 snoozed 10:10",
        *(f"{hour}:00 to come {hour}:00" for hour in range(11, 18)),
    ]
    assert day.summary.today[1].snoozed_to == (10 * 60 + 10,)
    assert (str(day.summary.next), f"{day.summary.next_at:%H:%M}") == ("2026-11-20 10:00", "10:10")
    day.pause("10:30")
    assert f"{day.summary.next_at:%H:%M}" == "11:00"


def test_an_open_slot_says_what_holds_it(day: WorkingDay) -> None:
    day.presence = AWAY
    day.until("9:05")
    assert day.summary.today[0].reason is Reason.AWAY
    day.presence = HERE
    day.until("9:10")
    assert _today(day)[0] == "09:00 shown 09:07"


def test_the_next_slot_may_be_on_another_day(day: WorkingDay) -> None:
    assert str(day.summary.next) == "2026-11-20 09:00"
    day.until("17:10")
    assert str(day.summary.next) == "2026-11-23 09:00"
    assert f"{day.summary.next_at:%A %H:%M}" == "Monday 09:00"


def test_a_pause_says_its_end_and_has_no_slots(day: WorkingDay) -> None:
    day.pause("15:30")
    assert f"{day.summary.paused_until:%H:%M}" == "15:30"
    assert _today(day) == ["16:00 to come 16:00", "17:00 to come 17:00"]
    assert str(day.summary.next) == "2026-11-20 16:00"


def test_off_has_no_slots(day: WorkingDay) -> None:
    day.until("9:01")
    day.change(on=False)
    assert _today(day) == ["09:00 expired off 09:01"]
    assert (day.summary.next, day.summary.next_at) == (None, None)


def test_an_interval_is_shown_as_if_nobody_moved(day: WorkingDay) -> None:
    day.change(rhythm=Every(90))
    day.until("14:40")
    assert _today(day)[-2:] == ["14:30 shown 14:30", "16:00 to come 16:00"]


def test_a_slot_of_yesterday_is_not_of_today(day: WorkingDay) -> None:
    day.change(start=22 * 60, end=6 * 60)
    day.until("23:01")
    assert [line.slot.clock for line in day.summary.today] == ["22:00", "23:00"]
    day.sleep("21 00:01")
    day.wall -= 120
    assert day.summary.today[-1].slot.clock != "00:00"
