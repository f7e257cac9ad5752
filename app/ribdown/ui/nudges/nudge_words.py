"""What is said about nudges."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from ribdown.core.nudges.pulses import PULSES_A_DAY
from ribdown.core.nudges.record import Outcome, Reason
from ribdown.core.nudges.slot import clock_text
from ribdown.core.nudges.state import Phase
from ribdown.core.nudges.summary import NudgeSummary, SlotLine
from ribdown.ui.pages.dates import day_long, day_near, time_of_day
from ribdown.ui.translation import translate

_DAYS_AHEAD = 8  # for which a pause is offered


def cues() -> Sequence[str]:
    """The texts that nudges take turns through."""
    return (
        translate("words", "On your feet. One long breath out, ribs down, buttocks on."),
        translate("words", "Stand tall. Ribs over the pelvis, then squeeze for 10 s."),
        translate("words", "Up for half a minute. Breathe out long, tuck a little, squeeze."),
        translate("words", "Feet under the hips. Let the ribs sink, buttocks on, breathe."),
    )


def title() -> str:
    """What a nudge is."""
    return translate("words", "Rib-down + glute squeeze")


def pulse_words(done: int) -> str:
    """Which of the day's pulses the next one is."""
    if done >= PULSES_A_DAY:
        return translate("words", "pulse {} today").format(done + 1)
    return translate("words", "pulse {} of {} today").format(done + 1, PULSES_A_DAY)


def pulses_done(done: int) -> str:
    """How many pulses there were today."""
    if done > PULSES_A_DAY:
        return translate("words", "{} today").format(done)
    return translate("words", "{} of {}").format(done, PULSES_A_DAY)


def in_time(seconds: float) -> str:
    """Such as in 23 min."""
    minutes = max(round(seconds / 60), 1)
    if minutes < 60:
        return translate("words", "in {} min").format(minutes)
    hours, rest = divmod(minutes, 60)
    return (
        translate("words", "in {} h {} min").format(hours, rest)
        if rest
        else translate("words", "in {} h").format(hours)
    )


def slot_words(line: SlotLine) -> str:
    """What became of a slot, such as `14:00 held: you were away, expired 14:25`."""
    parts = [*_snoozes(line), *_standing(line)]
    return f"{line.slot.clock} {', '.join(parts)}"


def _snoozes(line: SlotLine) -> list[str]:
    return [translate("words", "put off to {}").format(clock_text(minute)) for minute in line.snoozed_to]


def _standing(line: SlotLine) -> list[str]:
    at = time_of_day(line.at)
    if line.outcome is not None:
        return _outcome(line.outcome, line.reason, at)
    if line.phase is Phase.HELD:
        return [_held(line.reason)] if line.reason is not None else [translate("words", "due now")]
    if line.phase is Phase.SHOWN:
        return [translate("words", "shown {}").format(at)]
    if line.phase is Phase.STARTED:
        return [translate("words", "runs now")]
    if line.phase is Phase.IN_SESSION:
        return [_held(Reason.IN_SESSION)]
    return [] if line.phase is Phase.SNOOZED else [translate("words", "to come")]


def _outcome(outcome: Outcome, reason: Reason | None, at: str) -> list[str]:
    match outcome:
        case Outcome.DONE:
            return [translate("words", "done {}").format(at)]
        case Outcome.FILLED:
            return [translate("words", "a session took its place")]
        case Outcome.DISMISSED:
            return [translate("words", "closed {}").format(at)]
        case Outcome.NOT_SEEN:
            return [translate("words", "shown, not answered")]
        case Outcome.SKIPPED:
            if reason is Reason.STOPPED:
                return [translate("words", "begun, stopped {}").format(at)]
            if reason is Reason.PAUSED:
                return [translate("words", "paused {}").format(at)]
            return [translate("words", "skipped {}").format(at)]
        case Outcome.EXPIRED:
            expired = translate("words", "expired {}").format(at)
            return [_held(reason), expired] if reason is not None else [expired]


def _held(reason: Reason | None) -> str:
    why = {
        Reason.AWAY: translate("words", "held: you were away"),
        Reason.LOCKED: translate("words", "held: the screen was locked"),
        Reason.ASLEEP: translate("words", "the computer slept"),
        Reason.NOT_RUNNING: translate("words", "Ribdown did not run"),
        Reason.IN_SESSION: translate("words", "held: a session ran"),
        Reason.QUIET_TIME: translate("words", "held: outside the working hours"),
        Reason.DO_NOT_DISTURB: translate("words", "held: do not disturb was on"),
        Reason.PAUSED: translate("words", "nudges were paused"),
        Reason.OFF: translate("words", "nudges were off"),
        Reason.NEXT_IS_NEAR: translate("words", "the next one was near"),
    }
    return why.get(reason, translate("words", "held")) if reason is not None else translate("words", "held")


def after_words(next_at: datetime | None, now: datetime) -> str:
    """What is said once one is done: the next one, where that is today."""
    closing = translate("words", "Closing by itself.")
    if next_at is None or next_at.date() != now.date():
        return closing
    return translate("words", "Next at {}.").format(time_of_day(next_at)) + "\n" + closing


def pause_lengths(today: date) -> list[tuple[str, str]]:
    """Pauses that are offered, each with its length as core/nudges/pause.py reads it."""
    days = (today + timedelta(days=n) for n in range(2, _DAYS_AHEAD))
    return [
        (translate("words", "For 30 min"), "30 min"),
        (translate("words", "For 1 h"), "1 h"),
        (translate("words", "Quiet for today"), "tomorrow"),
        *((translate("words", "Until {}").format(day_long(day)), day.isoformat()) for day in days),
    ]


def next_words(summary: NudgeSummary, now: datetime, *, on: bool) -> tuple[str, str, str]:
    """The next nudge: its time, its day where that is not today, and how far it is away; or why there is none. `on`
    says whether nudges are wanted."""
    if not on:
        return translate("words", "Off"), "", translate("words", "Nudges are off.")
    if summary.paused_until is not None:
        until = summary.paused_until
        when = (
            time_of_day(until) if until.date() == now.date() else f"{day_near(until.date(), now.date())} {until:%H:%M}"
        )
        when = translate("words", "until {}").format(when)
        return translate("words", "Paused"), when, when
    if summary.next_at is None:
        return translate("words", "None"), "", translate("words", "No day has working hours.")
    at = summary.next_at
    if at.date() == now.date():
        return time_of_day(at), "", in_time(at.timestamp() - now.timestamp())  # not on the wall, which may jump
    day = day_near(at.date(), now.date())
    return time_of_day(at), day, day
