"""The timeline bar: widths, states, labels, and that it is painted only when something visible changed."""

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap, QRegion
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from fakes import breathing, exercise, hold, plan_of, plan_of_blocks, reps, untimed
from ribdown.core.content import Sides
from ribdown.core.moment import moment_at
from ribdown.core.plan import PlanOptions, compile_timeline
from ribdown.core.rejoin import rejoined
from ribdown.core.routine import choose_doses
from ribdown.core.theme import Hue
from ribdown.core.timeline import Segment, Timeline, Turn
from ribdown.infra.library import load_library
from ribdown.infra.themes import load_theme
from ribdown.ui.look import Look, colour
from ribdown.ui.widgets.timeline_bar import TimelineBar
from ribdown.ui.widgets.timeline_layout import Block, lay_labels, lay_out

WIDTH = 1216
# 10 s get-ready, 12 s of breaths, 40 s of repetitions, 25 s hold, 15 s rest, 25 s hold; once for each side.
PLAN = plan_of(exercise(breathing(2), reps(10), hold(2), sides=Sides.EACH))
FIRST, SECOND, HOLD, REST = 10.0, 22.0, 62.0, 87.0  # where parts 2–5 begin
MIDDLE = 21  # y of the blocks' middle


def done_until(plan: Timeline, elapsed: float, *skipped: int) -> Callable[[Segment], float]:
    """A session that has come this far and left out the parts `skipped`."""
    starts = {segment.ordinal: start for segment, start in zip(plan.segments, plan.starts, strict=True)}

    def done(segment: Segment) -> float:
        if segment.part in skipped:
            return 0.0
        return min(max(elapsed - starts[segment.ordinal], 0.0), segment.seconds)

    return done


def nothing(segment: Segment) -> float:
    return 0.0


@pytest.fixture(params=["dark", "light"])
def look(request: pytest.FixtureRequest) -> Look:
    return Look(load_theme(request.param))


@pytest.fixture
def bar(qtbot: QtBot, look: Look) -> TimelineBar:
    return shown_bar(qtbot, look)


def shown_bar(qtbot: QtBot, look: Look, *, labels: bool = True) -> TimelineBar:
    bar = TimelineBar(look, labels=labels)
    qtbot.addWidget(bar)
    bar.set_plan(PLAN)
    resize(bar, WIDTH)
    return bar


def resize(bar: TimelineBar, width: int) -> None:
    bar.resize(width, bar.height())
    bar.grab()  # a hidden widget hears of its size when it is painted


def picture(bar: TimelineBar) -> QImage:
    pixmap = QPixmap(bar.size())
    pixmap.fill(colour(bar._look.theme.sunken))
    bar.render(pixmap, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
    return pixmap.toImage()


def inside(bar: TimelineBar, part: int, share: float, y: float = MIDDLE) -> QColor:
    """The colour in a block, `share` (0–1) of the way through it."""
    block = bar._blocks[part]
    return picture(bar).pixelColor(round(block.left + share * block.width), round(y))


# -- layout


@pytest.mark.parametrize("s", [0.6, 1.0, 1.35])
def test_blocks_are_as_wide_as_they_are_long(s: float) -> None:
    blocks = lay_out(PLAN, WIDTH, s)
    assert blocks[-1].right == pytest.approx(WIDTH)
    a_second = blocks[0].width / 10
    assert [round(block.width / a_second) for block in blocks[:6]] == [10, 12, 40, 25, 15, 25]
    gaps = [round((after.left - before.right) / s) for before, after in pairwise(blocks)]
    assert gaps == [2] * 5 + [8] + [2] * 5


def test_the_shortest_block_can_be_seen() -> None:
    plan = plan_of_blocks(hold(1, 2000), hold(1, 1, id="short"))
    blocks = lay_out(plan, 700, 1.0)
    assert min(block.width for block in blocks) == 3
    assert blocks[-1].right == pytest.approx(700)


def test_no_room_at_all_is_no_error() -> None:
    assert sum(block.width for block in lay_out(PLAN, 0, 1.0)) == 0


def test_a_wait_is_as_wide_as_ten_seconds() -> None:
    ready, wait = lay_out(plan_of_blocks(untimed()), WIDTH, 1.0)
    assert wait.width == pytest.approx(ready.width)


# -- states


def test_done_blocks_have_the_accent(bar: TimelineBar, look: Look) -> None:
    bar.show_at(moment_at(PLAN, HOLD + 5), done_until(PLAN, HOLD + 5))
    accent = colour(look.theme.accent)
    assert [inside(bar, part, 0.5) == accent for part in range(1, 8)] == [True] * 3 + [False] * 4


def test_the_block_at_work_is_filled_as_far_as_it_is(bar: TimelineBar, look: Look) -> None:
    bar.show_at(moment_at(PLAN, HOLD + 12.5), done_until(PLAN, HOLD + 12.5))
    hue = look.hue(Hue.HOLD)
    assert inside(bar, 4, 0.4) == colour(hue.fill)
    assert inside(bar, 4, 0.6) == colour(hue.ring_track)
    assert inside(bar, 4, 0.5, y=3) == colour(look.theme.text), "the triangle stands over it"


def test_skipped_blocks_are_dashed_and_empty(bar: TimelineBar, look: Look) -> None:
    bar.show_at(moment_at(PLAN, HOLD + 5), done_until(PLAN, HOLD + 5, 3))
    assert inside(bar, 3, 0.5) == colour(look.theme.sunken)
    block = bar._blocks[3]
    edge = [picture(bar).pixelColor(x, MIDDLE - 9) for x in range(round(block.left) + 8, round(block.right) - 8)]
    inked = [ink != colour(look.theme.sunken) for ink in edge]
    assert any(inked)
    assert not all(inked)


def test_a_skipped_block_shows_what_was_done_of_it(bar: TimelineBar, look: Look) -> None:
    def done(segment: Segment) -> float:
        return segment.seconds if segment.part == 3 and segment.cycle <= 5 else 0.0

    bar.show_at(moment_at(PLAN, HOLD + 5), done)
    assert inside(bar, 3, 0.4) == colour(look.theme.accent)
    assert inside(bar, 3, 0.6) != colour(look.theme.accent)


def test_a_block_done_before_a_step_back_stays_done(bar: TimelineBar, look: Look) -> None:
    bar.show_at(moment_at(PLAN, FIRST + 1), done_until(PLAN, HOLD))
    assert inside(bar, 3, 0.5) == colour(look.theme.accent)


def test_a_rest_is_thin(bar: TimelineBar, look: Look) -> None:
    bar.show_at(moment_at(PLAN, REST + 7.5), done_until(PLAN, REST + 7.5))
    assert inside(bar, 5, 0.25) == colour(look.hue(Hue.REST).fill)
    assert inside(bar, 5, 0.25, MIDDLE - 5) == colour(look.theme.sunken)


def test_a_hold_that_goes_on_keeps_its_place_through_the_get_ready(bar: TimelineBar, look: Look) -> None:
    plan = PLAN
    segment = plan.at(HOLD + 1).segment
    timeline, start = rejoined(plan, segment.ordinal, lead_in=True, before_ms=20_000)
    bar.show_at(moment_at(timeline, start + 1), nothing)
    assert inside(bar, 4, 0.7) == colour(look.hue(Hue.READY).fill)


def test_a_breath_that_starts_again_goes_back_to_its_start(bar: TimelineBar) -> None:
    segment = PLAN.at(FIRST + 6).segment  # the second of two breaths
    timeline, start = rejoined(PLAN, segment.ordinal, lead_in=True)
    bar.show_at(moment_at(timeline, start + 2), nothing)
    assert bar._now is not None
    assert bar._now.share == pytest.approx(0.5)


def test_ten_seconds_more_of_a_rest_do_not_leave_its_block(bar: TimelineBar) -> None:
    longer = PLAN.with_length(PLAN.at(REST + 1).index, 25_000)
    bar.show_at(moment_at(longer, REST + 24), nothing)
    assert bar._now is not None
    assert bar._now.share == 1


def test_a_new_plan_is_all_hollow(bar: TimelineBar, look: Look) -> None:
    bar.show_at(moment_at(PLAN, HOLD + 5), done_until(PLAN, HOLD + 5))
    bar.set_plan(PLAN)
    accent = colour(look.theme.accent)
    assert all(inside(bar, part, 0.5) != accent for part in range(1, 13))


def test_a_finished_session(qtbot: QtBot, look: Look) -> None:
    bar = shown_bar(qtbot, look, labels=False)
    bar.show_done(done_until(PLAN, 10_000, 3))
    middle = bar.height() / 2
    accent, page = colour(look.theme.accent), colour(look.theme.sunken)
    assert [inside(bar, part, 0.5, middle) for part in (2, 3, 4)] == [accent, page, accent]
    assert bar.height() < shown_bar(qtbot, look).height()


def test_the_bar_keeps_its_place_when_it_is_resized(bar: TimelineBar, look: Look) -> None:
    bar.show_at(moment_at(PLAN, HOLD + 12.5), done_until(PLAN, HOLD + 12.5))
    bar.set_scale(0.6)
    resize(bar, 700)
    middle = 21 * 0.6
    assert inside(bar, 4, 0.4, middle) == colour(look.hue(Hue.HOLD).fill)
    assert inside(bar, 4, 0.6, middle) == colour(look.hue(Hue.HOLD).ring_track)


# -- frames


@pytest.fixture
def updates(bar: TimelineBar, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    calls: list[int] = []
    monkeypatch.setattr(bar, "update", lambda *_: calls.append(1))
    return calls


def test_nothing_is_painted_while_nothing_changes(bar: TimelineBar, updates: list[int]) -> None:
    width = bar._blocks[3].width  # 40 s of repetitions
    frames = [moment_at(PLAN, SECOND + frame / 30) for frame in range(30 * 4)]
    frames = [moment for moment in frames if moment.phase.hue is Hue.SQUEEZE]  # two of four seconds
    for moment in frames:
        bar.show_at(moment, nothing)
        bar.show_at(moment, nothing)
    assert len(updates) <= width / 20 + 2
    assert len(updates) < len(frames) / 3


def test_what_was_done_is_asked_only_when_something_changed(bar: TimelineBar) -> None:
    asked: list[Segment] = []

    def done(segment: Segment) -> float:
        asked.append(segment)
        return 0.0

    bar.show_at(moment_at(PLAN, SECOND + 0.01), done)
    asked.clear()
    bar.show_at(moment_at(PLAN, SECOND + 0.02), done)
    assert not asked


@pytest.mark.parametrize("later", [SECOND + 2.0, SECOND + 1.0, FIRST], ids=["hue", "pixel", "part"])
def test_a_visible_change_is_painted(bar: TimelineBar, updates: list[int], later: float) -> None:
    bar.show_at(moment_at(PLAN, SECOND), nothing)
    updates.clear()
    bar.show_at(moment_at(PLAN, later), nothing)
    assert updates == [1]


@pytest.mark.parametrize(("width", "s"), [(709, 0.79), (900, 1.0), (1216, 1.0)])
@pytest.mark.parametrize("routine", ["progression", "three-day"])
def test_what_is_asked_for_is_enough(
    qtbot: QtBot, look: Look, painted: Callable[..., QRegion], routine: str, width: int, s: float
) -> None:
    """After each look at the session the screen shows what a full paint would."""
    plan = dict(bundled_plans())[routine]
    bar = TimelineBar(look)
    qtbot.addWidget(bar)
    bar.set_scale(s)
    bar.set_plan(plan)
    bar.resize(width, bar.height())
    bar.show()
    screen = QPixmap(bar.size())
    screen.fill(colour(look.theme.sunken))
    bar.render(screen, QPoint(), QRegion(bar.rect()), QWidget.RenderFlag.DrawChildren)
    seen = 0
    for step in range(0, int(plan.planned_seconds), 3):
        region = painted(bar, lambda: bar.show_at(moment_at(plan, step), done_until(plan, step)))  # noqa: B023
        if region.isEmpty():
            continue
        seen += 1
        over = QPainter(screen)
        for part in cast(Iterable[QRect], region):
            over.fillRect(part, colour(look.theme.sunken))
        over.end()
        bar.render(screen, region.boundingRect().topLeft(), region, QWidget.RenderFlag.DrawChildren)
        assert screen.toImage() == picture(bar), f"{step} s"
    assert seen > 20


# -- labels


def bundled_plans() -> Iterator[tuple[str, Timeline]]:
    library = load_library(Path("nowhere"))
    for routine in library.routines.values():
        chosen = choose_doses(routine, library.exercises, gentler=False)
        yield routine.id, compile_timeline(chosen, PlanOptions())


def turns_of(blocks: list[Block]) -> list[Turn | None]:
    return [None, *{id(block.turn): block.turn for block in blocks}.values()]


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("width", [400, 700, 1216, 1640])
@pytest.mark.parametrize("px", [11, 14, 21])
@pytest.mark.parametrize(("name", "plan"), [pytest.param(*one, id=one[0]) for one in bundled_plans()])
def test_labels_never_overlap(name: str, plan: Timeline, px: int, width: int) -> None:
    blocks = lay_out(plan, width, 1.0)
    for current in turns_of(blocks):
        labels = sorted(lay_labels(blocks, width, px, current), key=lambda label: label.left)
        assert all(label.left >= 0 for label in labels)
        assert all(one.left + one.width < other.left for one, other in pairwise(labels))
        assert labels[-1].left + labels[-1].width <= width + 1
        assert sum(label.bold for label in labels) == (current is not None)


@pytest.mark.usefixtures("qapp")
def test_labels_shorten_and_go_as_room_gets_scarce() -> None:
    plan = plan_of(exercise(hold(1), sides=Sides.EACH, title="Couch stretch"))
    texts: list[str] = []
    for width in range(500, 40, -2):
        labels = lay_labels(lay_out(plan, width, 1.0), width, 14, None)
        text = labels[0].text if labels else ""
        if not texts or text != texts[-1]:
            texts.append(text)
    assert texts[:2] == ["Couch stretch · right", "Couch stretch · R"]
    assert texts[-1] == ""
    assert len(texts) > 3
    assert all("…" in text for text in texts[2:-1]), texts


@pytest.mark.usefixtures("qapp")
def test_exercises_without_sides_have_plain_labels() -> None:
    blocks = lay_out(plan_of_blocks(hold(1)), WIDTH, 1.0)
    assert [label.text for label in lay_labels(blocks, WIDTH, 14, blocks[0].turn)] == ["Drill"]


@pytest.mark.parametrize("text_scale", [1.0, 1.5])
def test_labels_fit_under_the_bar(qtbot: QtBot, look: Look, text_scale: float) -> None:
    bar = shown_bar(qtbot, Look(look.theme, text_scale))
    image = picture(bar)
    bottom = [image.pixelColor(x, image.height() - 1) for x in range(image.width())]
    assert {ink.name() for ink in bottom} == {colour(look.theme.sunken).name()}


def test_the_bar_has_a_name(bar: TimelineBar) -> None:
    assert bar.accessibleName()
