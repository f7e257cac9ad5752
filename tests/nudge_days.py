"""Days of a person, a machine and its clocks, on which nudges are looked at; every decision is checked as it falls."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

from records import session_record
from ribdown.core.clock import Instant
from ribdown.core.history import Status
from ribdown.core.nudges.advance import advance, needs_presence, next_look
from ribdown.core.nudges.answers import Answer, answer, pause, resume, session_began, session_ended
from ribdown.core.nudges.decisions import Decision, Ended, Show, Withdraw
from ribdown.core.nudges.presence import Presence
from ribdown.core.nudges.record import NudgeRecord, Outcome
from ribdown.core.nudges.rules import NudgeRules, OnTheHour
from ribdown.core.nudges.slot import Slot
from ribdown.core.nudges.state import NudgeState, Phase, restarted, worth_saving
from ribdown.core.nudges.summary import summary
from ribdown.infra.nudge_file import nudge_file

ZONES = [
    ZoneInfo(name)
    for name in (
        "Europe/Berlin",
        "America/New_York",
        "Asia/Kolkata",
        "Asia/Kathmandu",
        "Australia/Lord_Howe",
        "Pacific/Apia",
        "America/St_Johns",
    )
]
# Days around which clocks go forward or back somewhere in these zones, and a plain one.
STARTS = [date(2026, month, day) for month, day in ((3, 5), (3, 26), (4, 2), (6, 10), (10, 1), (10, 22), (10, 29))]
MINUTE = 60.0
HOUR = 3600.0
DAY = 86_400.0
# What is asked of nudges, said once more than in the rules.
DELIVERED_WITHIN = 25 * MINUTE
CLEAR_OF_NEXT = 10 * MINUTE
SETTLE = 2 * MINUTE
AWAY_AFTER = 5 * MINUTE
SNOOZE = 10 * MINUTE
SNOOZES = 2
GAP = 2 * MINUTE


def rules_pass(rules: NudgeRules, local: datetime) -> bool:
    """Whether the hours and days allow this minute, told differently than the rules do: every day's hours are laid out,
    and the minute lies in one of them."""
    length = (rules.end - rules.start) % 1440 or 1440
    for back in (0, 1):
        began = datetime.combine(local.date() - timedelta(days=back), datetime.min.time())
        since = local.replace(tzinfo=None) - began - timedelta(minutes=rules.start)
        if timedelta(0) <= since < timedelta(minutes=length) and began.weekday() in rules.days:
            return True
    return False


class NudgeDays:
    """`fixed` feeds local times with a plain offset, else with a zone's own rules, as the system's clock does."""

    def __init__(self, folder: Path, rules: NudgeRules, zone: ZoneInfo, start: date, *, fixed: bool) -> None:
        self.file = nudge_file(folder)
        self.rules = rules
        self.home = zone
        self.fixed = fixed
        self.wall = datetime.combine(start, datetime.min.time(), zone).timestamp()
        self.monotonic = 5000.0
        self.true = 0.0  # seconds that really passed, asleep or awake
        self.state = self.saved = NudgeState()
        self.seen: float | None = None
        # The person.
        self.idle_since: float | None = None  # in true seconds
        self.locked = self.do_not_disturb = self.in_session = False
        self.knows_idle = True
        # What happened.
        self.expected: set[Slot] = set()
        self.shown: Counter[Slot] = Counter()
        self.snoozed: Counter[Slot] = Counter()
        self.ended: dict[Slot, NudgeRecord] = {}
        self.visible: Slot | None = None
        self.due = self.shown_at = 0.0  # POSIX seconds
        self.stepped = False  # whether a clock was set since the open slot became due
        self.busy_at: float | None = None
        self.looks = 0
        self.set_by = 0.0  # how far the clock is off

    # -- what the app does

    @property
    def zone(self) -> tzinfo:
        return timezone(self.local(self.wall, self.home).utcoffset() or timedelta()) if self.fixed else self.home

    @property
    def now(self) -> Instant:
        return Instant(self.monotonic, self.wall)

    @property
    def local_time(self) -> datetime:
        return self.local(self.wall, self.zone)

    @staticmethod
    def local(wall: float, zone: tzinfo) -> datetime:
        return datetime.fromtimestamp(wall, zone)

    def look(self) -> None:
        """One look, as the app's timer gives it."""
        self.looks += 1
        self.expect()
        now, local_time = self.now, self.local_time
        asked = needs_presence(self.state, self.rules, now, local_time)
        presence = self.presence() if asked else None
        state, decisions = advance(self.state, self.rules, now, local_time, presence)
        assert asked or not any(isinstance(decision, Show) for decision in decisions)
        self.take(state, decisions)
        if asked and self.busy():
            self.busy_at = self.true
        self.seen = self.wall
        if decisions or self.looks % 16 == 0:
            assert advance(self.state, self.rules, now, local_time, presence) == (self.state, []), "once is enough"

    def expect(self) -> None:
        """Lay out the slots since the last look, minute by minute."""
        rules = self.state.rules
        if rules is None or not rules.on or not isinstance(rules.rhythm, OnTheHour) or self.seen is None:
            return
        self.expected |= set(self.slots(rules, max(self.seen, self.wall - 7 * DAY), self.wall))

    def slots(self, rules: NudgeRules, after: float, upto: float) -> Iterator[Slot]:
        assert isinstance(rules.rhythm, OnTheHour)
        zone = self.zone
        minute = (after // MINUTE + 1) * MINUTE
        while minute <= upto:
            local = self.local(minute, zone)
            if local.minute == rules.rhythm.minute and rules_pass(rules, local):
                yield Slot(local.date(), local.hour * 60 + local.minute)
            minute += MINUTE

    def take(self, state: NudgeState, decisions: list[Decision]) -> None:
        before, self.state = self.state, state
        if before.open is None or state.open is None or before.open.slot != state.open.slot:
            self.stepped, self.busy_at = False, None
            if state.open is not None:
                self.due = self.when(state.open.slot)
                # By an interval, the next slot is only known when it comes.
                assert self.due - self.shown_at >= CLEAR_OF_NEXT or isinstance(self.rules.rhythm, OnTheHour)
        for decision in decisions:
            match decision:
                case Show():
                    self.check_show(decision)
                    self.visible = decision.slot
                case Withdraw(slot):
                    assert self.visible == slot, "only what is shown is withdrawn"
                    self.visible = None
                case Ended(record):
                    self.check_end(record)
        shown = state.open is not None and state.open.phase is Phase.SHOWN
        assert self.visible == (state.open.slot if shown and state.open else None)
        if decisions or worth_saving(before, state):
            self.saved = state

    def when(self, slot: Slot) -> float:
        """When the slot came last; an interval may lead into an hour that comes twice."""
        local = slot.local.replace(tzinfo=self.zone)
        walls = [local.replace(fold=fold).timestamp() for fold in (0, 1)]
        return max((wall for wall in walls if wall <= self.wall), default=walls[0])

    def check_show(self, show: Show) -> None:
        slot, open = show.slot, self.state.open
        assert open is not None
        assert open.slot == slot
        assert self.visible is None, "one at a time"
        assert not self.busy(), "nobody is nudged while busy or away"
        assert not self.paused()
        assert rules_pass(self.rules, self.local_time)
        assert slot not in self.ended
        self.shown[slot] += 1
        assert self.shown[slot] <= 1 + self.snoozed[slot], "once, and once after each snooze"
        assert self.busy_at is None or self.true - self.busy_at >= SETTLE - 1e-3
        if not self.stepped:
            assert self.due <= self.wall < self.due + DELIVERED_WITHIN
        if isinstance(self.rules.rhythm, OnTheHour):
            near = self.slots(self.rules, self.wall, self.wall + CLEAR_OF_NEXT - 1)
            assert [one for one in near if not self.state.had(one)] == []
        self.shown_at = self.wall
        assert not show.snooze or self.snoozed[slot] < SNOOZES

    def check_end(self, record: NudgeRecord) -> None:
        assert record.slot not in self.ended, "a slot ends once"
        assert (record.outcome is Outcome.EXPIRED) <= (record.reason is not None), "what expired says why"
        assert len(record.snoozed_to) == self.snoozed[record.slot] <= SNOOZES
        if record.outcome in (Outcome.DISMISSED, Outcome.NOT_SEEN):
            assert self.shown[record.slot]
        self.ended[record.slot] = record

    def check(self) -> None:
        """What holds at any time: all slots that passed are over but for an open one, and no others are."""
        here = {self.state.open.slot} if self.state.open else set()
        assert not here & set(self.ended)
        had = set(self.ended) | here
        if isinstance(self.rules.rhythm, OnTheHour):
            assert self.expected <= had, "none is lost"
            assert had <= self.expected, "none is invented"
        assert list(self.state.records) == list(self.ended.values())[-len(self.state.records) :]
        lines = summary(self.state, self.rules, self.now, self.local_time).today
        assert len({line.slot for line in lines}) == len(lines)
        assert sorted(lines, key=lambda line: line.slot) == list(lines)

    # -- the person

    def busy(self) -> bool:
        away = self.knows_idle and self.idle_since is not None and self.true - self.idle_since > AWAY_AFTER
        return self.locked or self.do_not_disturb or self.in_session or away

    def presence(self) -> Presence:
        idle = None if not self.knows_idle else 0.0 if self.idle_since is None else self.true - self.idle_since
        return Presence(idle, self.locked, self.do_not_disturb, self.in_session)

    def paused(self) -> bool:
        return self.state.paused_until is not None and self.state.paused_until > self.wall

    def react(self, random: Random) -> None:
        """Answer what is open, or an answer that comes too late."""
        late = list(self.ended)[-1:]
        for slot in late:
            gone = answer(self.state, slot, random.choice(list(Answer)), self.rules, self.now, self.local_time)
            assert gone == (self.state, [])
        open = self.state.open
        if open is None or random.random() < 0.3:
            return
        given = random.choice(list(Answer))
        state, decisions = answer(self.state, open.slot, given, self.rules, self.now, self.local_time)
        if state.open is not None and state.open.phase is Phase.SNOOZED and state.open != open:
            self.snoozed[open.slot] += 1
            self.busy_at = None
            self.due = self.wall + SNOOZE
        self.take(state, decisions)

    # -- time

    def run(self, seconds: float, random: Random, *, answers: bool = True) -> None:
        """Awake, with a look whenever it is time for one; some are late."""
        end = self.true + seconds
        while self.true < end:
            wait = next_look(self.state, self.rules, self.now, self.local_time)
            assert 2 <= wait <= 60
            if not self.rules.on:
                wait = min(wait, end - self.true)
            self.move(min(wait + random.random() * (GAP - 62), end - self.true + 1))
            self.look()
            if answers and self.state.open is not None:
                self.react(random)

    def move(self, seconds: float, *, monotonic: bool = True) -> None:
        self.true += seconds
        self.wall += seconds
        if monotonic:
            self.monotonic += seconds

    def work(self, seconds: float, random: Random) -> None:
        self.run(seconds, random)

    def away(self, seconds: float, random: Random) -> None:
        self.idle_since = self.true
        self.run(seconds, random, answers=False)
        self.idle_since = None

    def lock(self, seconds: float, random: Random) -> None:
        self.locked = True
        self.run(seconds, random, answers=False)
        self.locked = False

    def meeting(self, seconds: float, random: Random) -> None:
        self.do_not_disturb = True
        self.run(seconds, random)
        self.do_not_disturb = False

    def session(self, seconds: float, random: Random) -> None:
        self.in_session = True
        self.take(*session_began(self.state, self.now))
        self.run(min(seconds, HOUR), random, answers=False)
        self.in_session = False
        status = random.choice(list(Status))
        record = replace(session_record(len(self.ended)), status=status, speed=random.choice([1.0, 1.0, 8.0]))
        self.take(*session_ended(self.state, record, self.now, self.local_time))

    def sleep(self, seconds: float, random: Random) -> None:
        self.move(seconds, monotonic=random.random() < 0.3)
        self.look()

    def restart(self, seconds: float, random: Random) -> None:
        """Killed; what is on the disk is what the next run has."""
        self.file.save(self.saved)
        state, trouble = self.file.load(date(2026, 1, 1))
        assert trouble is None
        self.state = restarted(state)
        assert not worth_saving(self.saved, self.state)
        self.seen = self.state.seen.wall if self.state.seen else None
        self.move(seconds)
        self.monotonic = random.choice([self.monotonic, 10.0, 1e6])
        self.idle_since, self.in_session = None, False
        self.look()

    def set_clock(self, seconds: float, random: Random) -> None:
        by = random.choice([-1, 1]) * random.choice([1.0, 30.0, seconds, 2 * seconds, 3 * DAY])
        if abs(self.set_by + by) > 4 * DAY:
            by = -self.set_by
        self.set_by += by
        self.wall += by
        self.shown_at += min(by, 0.0)  # forward, it is time that passed, asleep perhaps
        self.stepped = True
        self.look()

    def travel(self, seconds: float, random: Random) -> None:
        self.home = random.choice(ZONES)
        self.stepped = True
        self.move(min(seconds, 600))
        self.look()

    def pause(self, seconds: float, random: Random) -> None:
        until = self.local_time.astimezone(UTC) + timedelta(seconds=seconds * random.choice([1, 3, 20]))
        self.take(*pause(self.state, until, self.now, self.local_time))
        self.run(seconds, random)
        if random.random() < 0.5:
            self.take(resume(self.state), [])

    def blind(self, seconds: float, random: Random) -> None:
        """A desktop that can't tell how long nobody has touched it."""
        self.knows_idle = False
        self.away(seconds, random)
        self.knows_idle = True

    def switch(self, seconds: float, random: Random) -> None:
        on = self.rules
        self.change(NudgeRules(on=False, rhythm=on.rhythm, start=on.start, end=on.end, days=on.days))
        self.run(seconds, random)
        self.change(on)

    def change(self, rules: NudgeRules) -> None:
        self.rules = rules
        self.stepped = True
        self.look()

    def other_minute(self, seconds: float, random: Random) -> None:
        if isinstance(self.rules.rhythm, OnTheHour):
            on = self.rules
            minute = random.choice([0, 5, 30, 59])
            self.change(NudgeRules(rhythm=OnTheHour(minute), start=on.start, end=on.end, days=on.days))
        self.run(seconds, random)


Activity = Callable[[NudgeDays, float, Random], None]
ACTIVITIES: list[Activity] = [
    NudgeDays.work,
    NudgeDays.away,
    NudgeDays.lock,
    NudgeDays.meeting,
    NudgeDays.session,
    NudgeDays.sleep,
    NudgeDays.restart,
    NudgeDays.set_clock,
    NudgeDays.travel,
    NudgeDays.pause,
    NudgeDays.blind,
    NudgeDays.switch,
    NudgeDays.other_minute,
]
