"""However a stretch of time is cut into ticks, the same happens in it."""

from hypothesis import given
from hypothesis import strategies as st

from fakes import breathing, contract_relax, hold, plan_of_blocks, reps
from ribdown.core.clock import Instant
from ribdown.core.content import Sides
from ribdown.core.events import Event
from ribdown.core.session import LATE, Session

PLANS = [
    plan_of_blocks(breathing(3, 0.7, 1.1, pause=0.2), contract_relax(2, 0.5, 0.3), sides=Sides.EACH),
    plan_of_blocks(hold(3, 4.0, 1.5), reps(4, squeeze=0.4, lift=0.1, lower=0.3, sets=2, rest=1.3)),
]
LATE_MS = int(LATE * 1000)
# The clock starts at a moment that floats can not carry to the millisecond.
ORIGIN = 12_345.678


def instant(ms: int) -> Instant:
    return Instant(ORIGIN + ms / 1000, 1.7e9 + ms / 1000)


def played(session: Session, ticks: list[int]) -> list[Event]:
    events = session.start(instant(0))
    for tick in ticks:
        events += session.advance(instant(tick))
    return events


@st.composite
def cuts(draw: st.DrawFn, span: int) -> list[int]:
    """Ticks from 0 to `span`, none later than a stall may be."""
    ticks = [0]
    while ticks[-1] < span:
        gap = draw(st.one_of(st.integers(0, 40), st.integers(0, LATE_MS), st.just(LATE_MS)))
        ticks.append(min(ticks[-1] + max(gap, 1), span))
    # A doubled tick, and one that came out of order.
    extra = draw(st.lists(st.integers(0, len(ticks) - 1), max_size=3))
    for place in sorted(extra, reverse=True):
        ticks.insert(place + 1, ticks[max(place - 1, 0)])
    return [*ticks, span]


def steady(span: int) -> list[int]:
    return [*range(0, span, 250), span]


@given(st.data())
def test_any_cut_gives_the_same_events_and_the_same_work(data: st.DataObject) -> None:
    plan = data.draw(st.sampled_from(PLANS), label="plan")
    speed = data.draw(st.sampled_from([1.0, 3.0]), label="speed")
    span = data.draw(st.integers(0, int(plan.end * 1000 / speed) + 2000), label="span in ms")
    one, other = Session(plan, speed), Session(plan, speed)
    assert played(one, data.draw(cuts(span), label="ticks")) == played(other, steady(span))
    assert [one.done_seconds(s) for s in plan.segments] == [other.done_seconds(s) for s in plan.segments]
    assert (one.state, one.position) == (other.state, other.position)


@given(st.data())
def test_all_that_passed_is_done(data: st.DataObject) -> None:
    plan = data.draw(st.sampled_from(PLANS), label="plan")
    span = data.draw(st.integers(0, int(plan.end * 1000) + 2000), label="span in ms")
    session = Session(plan)
    played(session, steady(span))
    done = sum(session.done_seconds(segment) for segment in plan.segments)
    assert abs(done - min(span / 1000, plan.end)) < 1e-6


@given(st.data())
def test_a_stop_between_two_ticks_does_not_depend_on_them(data: st.DataObject) -> None:
    plan = data.draw(st.sampled_from(PLANS), label="plan")
    span = data.draw(st.integers(0, int(plan.end * 1000) - 1), label="span in ms")
    one, other = Session(plan), Session(plan)
    played(one, data.draw(cuts(span), label="ticks"))
    played(other, steady(span))
    assert one.pause(instant(span + 100)) == other.pause(instant(span + 100))
    assert one.resume(instant(span + 9000)) == other.resume(instant(span + 9000))
    assert (one.timeline, one.position) == (other.timeline, other.position)
