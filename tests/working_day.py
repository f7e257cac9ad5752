"""A working day with nudges: clocks that are moved by hand, and what was decided, in words."""

from datetime import datetime, timedelta, tzinfo
from typing import Any
from zoneinfo import ZoneInfo

from records import session_record
from ribdown.core.clock import Instant
from ribdown.core.history import Status
from ribdown.core.nudges.advance import advance, needs_presence, next_look
from ribdown.core.nudges.answers import Answer, answer, ask, pause, resume, session_began, session_ended
from ribdown.core.nudges.decisions import Decision, Ended, Show, Step, Withdraw
from ribdown.core.nudges.presence import Presence
from ribdown.core.nudges.rules import NudgeRules
from ribdown.core.nudges.state import NudgeState, restarted
from ribdown.core.nudges.summary import NudgeSummary, summary

HERE = Presence(idle=3.0)
AWAY = Presence(idle=900.0)


class WorkingDay:
    """Friday 20 November 2026 in Berlin, from half past eight. Times are local, such as `14:00` or `21 09:00`."""

    def __init__(self, rules: NudgeRules) -> None:
        self.rules = rules
        self.zone: tzinfo = ZoneInfo("Europe/Berlin")
        self.wall = datetime(2026, 11, 20, 8, 30, tzinfo=self.zone).timestamp()
        self.monotonic = 100.0
        self.state = NudgeState()
        self.presence = HERE
        self.decisions: list[Decision] = []
        self.look()

    @property
    def now(self) -> Instant:
        return Instant(self.monotonic, self.wall)

    @property
    def local_time(self) -> datetime:
        return datetime.fromtimestamp(self.wall, self.zone)

    # -- time

    def look(self) -> list[str]:
        asked = needs_presence(self.state, self.rules, self.now, self.local_time)
        return self._take(advance(self.state, self.rules, self.now, self.local_time, self.presence if asked else None))

    def until(self, time: str) -> list[str]:
        """Awake until then, with looks as they are asked for. What was decided, such as `13:00 shown 13:00`."""
        words, end = [], self._at(time)
        while self.wall < end:
            wait = min(next_look(self.state, self.rules, self.now, self.local_time), end - self.wall)
            self.wall += wait
            self.monotonic += wait
            words += self.look()
        return words

    def sleep(self, time: str) -> list[str]:
        """The machine sleeps until then."""
        self.wall = self._at(time)
        return self.look()

    def restart(self, time: str) -> list[str]:
        """Ribdown does not run until then."""
        self.state = restarted(self.state)
        self.monotonic = 7.0
        return self.sleep(time)

    def set_clock(self, time: str) -> list[str]:
        return self.sleep(time)

    def _at(self, time: str) -> float:
        day, _, clock = time.rpartition(" ")
        hour, minute, *second = map(int, clock.split(":"))
        local = self.local_time.replace(hour=hour, minute=minute, second=sum(second), microsecond=0, fold=0)
        if day:
            local += timedelta(days=int(day) - local.day)
        return local.timestamp()

    # -- the person

    def answer(self, given: Answer) -> list[str]:
        assert self.state.open is not None
        return self._take(answer(self.state, self.state.open.slot, given, self.rules, self.now, self.local_time))

    def ask(self) -> list[str]:
        return self._take(ask(self.state, self.rules, self.now, self.local_time))

    def pause(self, time: str) -> list[str]:
        until = datetime.fromtimestamp(self._at(time), self.zone)
        return self._take(pause(self.state, until, self.now, self.local_time))

    def resume(self) -> None:
        self.state = resume(self.state)

    def begin_session(self) -> list[str]:
        self.presence = Presence(in_session=True)
        return self._take(session_began(self.state, self.now))

    def end_session(self, status: Status = Status.COMPLETED, speed: float = 1.0) -> list[str]:
        self.presence = HERE
        record = session_record(status=status, speed=speed)
        return self._take(session_ended(self.state, record, self.now, self.local_time))

    def change(self, **rules: Any) -> list[str]:
        fields = {name: getattr(self.rules, name) for name in self.rules.__struct_fields__}
        self.rules = NudgeRules(**(fields | rules))
        return self.look()

    # -- what is seen

    @property
    def summary(self) -> NudgeSummary:
        return summary(self.state, self.rules, self.now, self.local_time)

    @property
    def needs_presence(self) -> bool:
        return needs_presence(self.state, self.rules, self.now, self.local_time)

    @property
    def next_look(self) -> float:
        return next_look(self.state, self.rules, self.now, self.local_time)

    def _take(self, step: Step) -> list[str]:
        self.state, decisions = step
        self.decisions += decisions
        return [self._words(decision) for decision in decisions]

    def _words(self, decision: Decision) -> str:
        match decision:
            case Show(slot):
                return f"{slot.clock} shown {self.local_time:%H:%M}"
            case Withdraw(slot):
                return f"{slot.clock} withdrawn"
            case Ended(record):
                reason = f", {record.reason}" if record.reason else ""
                return f"{record.slot.clock} {record.outcome}{reason}, {record.ended:%H:%M}"
