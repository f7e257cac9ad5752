"""The stage: it asks only for what changed, and what is on the screen is always what a fresh paint would give."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QFont, QImage, QPaintEvent, QPixmap, QRegion
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from fakes import breathing, contract_relax, hold, plan_of_blocks, reps, untimed, walk
from on_screen import settle
from ribdown.core.content import Sides
from ribdown.core.events import PauseReason
from ribdown.core.moment import Counter, Moment, moment_at
from ribdown.core.timeline import Timeline
from ribdown.infra.themes import load_theme
from ribdown.ui import words
from ribdown.ui.look import Look, colour
from ribdown.ui.widgets import stage as module
from ribdown.ui.widgets.fitting import text_height, wrapped_font
from ribdown.ui.widgets.layers import Layers
from ribdown.ui.widgets.pacer import Pacer
from ribdown.ui.widgets.stage import Stage

READY = 10.0  # seconds of get-ready in front of the blocks
PLAN = plan_of_blocks(breathing(2, pause=1), contract_relax(2, 3, 3), reps(2, 1, 1, 1), hold(2, 4, 3), walk(4))
BREATH, PRESS, HOLD = READY, READY + 14, READY + 32
DESIGN = {
    "ring": (QRectF(104, 102, 352, 352),),
    "strip": (QRectF(0, 464, 560, 130),),
    "word": (QRectF(0, 0, 560, 92),),
}


class Recorder(Stage):
    """Keeps what it was asked to paint."""

    painted = QRegion()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Note the region."""
        self.painted = self.painted.united(event.region())
        super().paintEvent(event)

    def show_at(self, elapsed: float, stopped: PauseReason | None = None, plan: Timeline = PLAN) -> QRegion:
        """Show a moment as the player does; what was painted for it."""
        self.painted = QRegion()
        moment = moment_at(plan, elapsed)
        start = moment.position.start
        self.show_moment(plan, moment, moment_at(plan, start - 0.001) if start else None, stopped)
        settle()
        return self.painted

    def parts(self, *names: str) -> QRegion:
        """Parts of the design, as pixels."""
        region = QRegion()
        for name in names:
            for box in DESIGN[name]:
                region = region.united(self._box(box).toAlignedRect())
        return region


@pytest.fixture
def make_stage(qtbot: QtBot, look: Look) -> Callable[..., Recorder]:
    def make(width: int = 560, height: int = 594, **changes: object) -> Recorder:
        stage = Recorder(look._replace(**changes))  # type: ignore[arg-type]
        qtbot.addWidget(stage)
        stage.resize(width, height)
        stage.show()
        settle()
        return stage

    return make


def everything(stage: Stage) -> QRegion:
    return QRegion(stage.rect())


SIZES = [(560, 594), (420, 500), (775, 700)]


# -- what is asked for


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("start", [BREATH, PRESS, HOLD])
def test_within_a_phase_only_ring_and_strip(
    make_stage: Callable[..., Recorder], start: float, size: tuple[int, int]
) -> None:
    stage = make_stage(*size)
    stage.show_at(start + 0.5)
    for late in (0.6, 1.1, 1.15, 1.9):
        painted = stage.show_at(start + late)
        assert painted.contains(stage.parts("ring").boundingRect().center())
        assert painted.subtracted(stage.parts("ring", "strip")).isEmpty()


def test_a_strip_that_does_not_move_is_left_alone_within_a_second(make_stage: Callable[..., Recorder]) -> None:
    stage = make_stage()
    stage.show_at(PRESS + 0.5)
    assert not stage.show_at(PRESS + 0.8).intersects(stage.parts("strip"))
    assert stage.show_at(PRESS + 1.1).intersects(stage.parts("strip"))
    stage.show_at(BREATH + 0.5)
    assert stage.show_at(BREATH + 0.8).intersects(stage.parts("strip"))


def test_a_wait_asks_for_nothing_once_it_is_all_there(make_stage: Callable[..., Recorder]) -> None:
    stage, waiting = make_stage(), plan_of_blocks(untimed())
    stage.show_at(READY, plan=waiting)
    assert not stage.show_at(READY + 0.1, plan=waiting).isEmpty()
    stage.show_at(READY + 2, plan=waiting)
    assert [stage.show_at(READY + late, plan=waiting).isEmpty() for late in (2.03, 3.5, 60.0)] == [True] * 3


def test_the_word_is_asked_for_until_its_fade_is_over(make_stage: Callable[..., Recorder]) -> None:
    stage = make_stage()
    stage.show_at(PRESS)
    asked = [stage.show_at(PRESS + late).intersects(stage.parts("word")) for late in (0.1, 0.17, 0.4, 0.5)]
    assert asked == [True, True, True, False]


@pytest.mark.parametrize("start", [BREATH, PRESS, HOLD])
def test_with_reduced_motion_nothing_within_a_second(make_stage: Callable[..., Recorder], start: float) -> None:
    stage = make_stage(still=True)
    stage.show_at(start)
    assert [stage.show_at(start + late).isEmpty() for late in (0.03, 0.1, 0.5, 0.99, 1.01, 1.5)] == [True] * 4 + [
        False,
        True,
    ]


@pytest.mark.parametrize("still", [False, True])
def test_everything_for_a_new_segment_and_for_a_stop(make_stage: Callable[..., Recorder], still: bool) -> None:
    stage = make_stage(still=still)
    stage.show_at(PRESS - 0.01)
    assert stage.show_at(PRESS) == everything(stage)
    assert stage.show_at(PRESS, PauseReason.PERSON) == everything(stage)
    assert stage.show_at(PRESS, PauseReason.PERSON).subtracted(stage.parts("ring", "strip", "word")).isEmpty()
    assert stage.show_at(PRESS, PauseReason.HURTS) == everything(stage)
    assert stage.show_at(PRESS) == everything(stage)


def test_everything_in_another_look_or_size(make_stage: Callable[..., Recorder]) -> None:
    stage = make_stage()
    stage.show_at(PRESS + 1)
    stage.painted = QRegion()
    stage.set_look(Look(load_theme("light")))
    settle()
    assert stage.painted == everything(stage)
    stage.resize(500, 520)
    settle()
    assert stage.painted.contains(stage.rect())


# -- what is painted


class Screen:
    """What is on the screen after each paint of only what was asked for."""

    def __init__(self, stage: Recorder) -> None:
        self.stage = stage
        self.pixmap = QPixmap(stage.size())

    def take(self, region: QRegion) -> None:
        """Paint this region over what is there."""
        if not region.isEmpty():
            corner = region.boundingRect().topLeft()
            self.stage.render(self.pixmap, corner, region, QWidget.RenderFlag.DrawChildren)

    def fresh(self) -> QImage:
        """What a full paint gives."""
        return self.stage.grab().toImage()


@pytest.mark.parametrize("still", [False, True])
@pytest.mark.parametrize("size", SIZES)
def test_what_is_asked_for_is_enough(make_stage: Callable[..., Recorder], size: tuple[int, int], still: bool) -> None:
    """Frames come at any pace: after each, the screen shows what a full paint would."""
    stage = make_stage(*size, still=still)
    screen = Screen(stage)
    screen.take(everything(stage))
    elapsed, steps = BREATH - 0.05, (0.033, 0.07, 0.1, 0.4, 0.033, 0.9, 0.15, 0.25)
    for frame in range(150):
        elapsed += steps[frame % len(steps)]
        stopped = PauseReason.PERSON if frame % 40 == 39 else None
        screen.take(stage.show_at(elapsed, stopped))
        assert screen.pixmap.toImage() == screen.fresh(), f"{elapsed} s, frame {frame}"


def test_a_paint_clears_what_was_there(make_stage: Callable[..., Recorder], look: Look) -> None:
    stage = make_stage()
    stage.show_at(BREATH)
    screen = Screen(stage)
    screen.pixmap.fill(colour(look.theme.danger))
    screen.take(everything(stage))
    assert screen.pixmap.toImage() == screen.fresh()
    stage.show_at(0, plan=plan_of_blocks(untimed()))
    assert stage.grab().toImage().pixelColor(280, 580) == colour(look.theme.surface), "the strip of what is next"


@pytest.mark.parametrize("at", [BREATH + 0.05, BREATH + 1, HOLD + 2])
@pytest.mark.parametrize("size", SIZES)
def test_any_part_can_be_painted_by_itself(
    make_stage: Callable[..., Recorder], look: Look, size: tuple[int, int], at: float
) -> None:
    """As where another window has covered it."""
    stage = make_stage(*size)
    stage.show_at(at)
    whole = stage.grab().toImage()
    boxes = stage._boxes
    named = [boxes.word, boxes.counter, boxes.lap, boxes.strip, boxes.ring]
    corners = [QRect(x, y, 90, 80) for x in range(0, size[0], 90) for y in range(0, size[1], 80)]
    for part in (box.intersected(stage.rect()) for box in named + corners):
        screen = Screen(stage)
        screen.pixmap.fill(colour(look.theme.danger))
        screen.take(QRegion(part))
        assert screen.pixmap.toImage().copy(part) == whole.copy(part), f"{part}"


@pytest.mark.parametrize("change", ["look", "size", "ratio"])
def test_what_is_kept_is_made_anew(
    make_stage: Callable[..., Recorder], monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    """In the middle of a count: the picture is that of a stage that has never been different."""
    stage, fresh = make_stage(), make_stage()
    for one in (stage, fresh):
        one.show_at(PRESS + 1)
    before = stage.grab().toImage()
    if change == "ratio":
        monkeypatch.setattr(Stage, "devicePixelRatioF", lambda _: 2.0)
    for one in (stage, fresh):
        if change == "look":
            one.set_look(one._look._replace(text_scale=1.3, theme=load_theme("light")))
        elif change == "size":
            one.resize(500, 520)
    fresh._counted, fresh._boxes = None, fresh._place()
    fresh._pacer, fresh._words = Pacer(opaque=True), Layers(8)
    for one in (stage, fresh):
        one.show_at(PRESS + 1)
    assert stage.grab().toImage() == fresh.grab().toImage()
    assert stage.grab().toImage() != before


def test_motion_that_comes_back_moves_the_strip_at_once(make_stage: Callable[..., Recorder]) -> None:
    stage = make_stage(still=True)
    stage.show_at(BREATH + 0.5)
    stage.set_look(stage._look._replace(still=False))
    stage.show_at(BREATH + 0.6)
    assert stage.show_at(BREATH + 0.63).intersects(stage.parts("strip"))


def test_before_there_is_a_moment_it_is_empty(make_stage: Callable[..., Recorder], look: Look) -> None:
    image = make_stage().grab().toImage()
    assert {image.pixelColor(x, y).name() for x in range(0, 560, 7) for y in range(0, 594, 7)} == {
        look.theme.bg.lower()
    }


def difference(stage: Recorder, one: Moment, other: Moment) -> QRect:
    """Where two moments differ, painted in full."""
    images = []
    for moment in (one, other):
        stage.show_moment(PLAN, moment, None, None)
        images.append(stage.grab().toImage())
    region = QRegion()
    for y in range(stage.height()):
        row = [x for x in range(stage.width()) if images[0].pixel(x, y) != images[1].pixel(x, y)]
        if row:
            region = region.united(QRect(min(row), y, max(row) - min(row) + 1, 1))
    return region.boundingRect()


@pytest.mark.parametrize("text_scale", [1.0, 2.0])
@pytest.mark.parametrize(
    ("place", "counter", "box"),
    [
        ("count", Counter("Breath", 1, 5), QRectF(0, 96, 128, 96)),
        ("count", Counter("Press", 12, 12), QRectF(0, 96, 128, 96)),
        ("lap", Counter("Round", 2, 3), QRectF(432, 96, 128, 96)),
    ],
)
def test_a_counter_stays_in_its_corner(
    make_stage: Callable[..., Recorder], place: str, counter: Counter, box: QRectF, text_scale: float
) -> None:
    stage = make_stage(text_scale=text_scale)
    without = replace(moment_at(PLAN, PRESS + 1), count=None, lap=None)
    changed = difference(stage, without, replace(without, **{place: counter}))  # type: ignore[arg-type]
    assert changed.width() > 50
    assert box.toAlignedRect().contains(changed), f"{changed}"
    edge = changed.left() - box.left() if place == "count" else box.right() - changed.right()
    assert edge < 8, "flush with the side"


def test_the_word_is_the_phases_in_its_ink(make_stage: Callable[..., Recorder], look: Look) -> None:
    stage = make_stage()
    stage.show_at(PRESS + 1)
    image, moment = stage.grab().toImage(), moment_at(PLAN, PRESS + 1)
    ink = colour(look.hue(moment.phase.hue).ink)
    spots = [QPoint(x, y) for x in range(560) for y in range(92) if image.pixelColor(x, y) == ink]
    left, right = min(spot.x() for spot in spots), max(spot.x() for spot in spots)
    assert (left + right) / 2 == pytest.approx(280, abs=4)
    assert right - left > 200
    assert max(spot.y() for spot in spots) - min(spot.y() for spot in spots) == pytest.approx(0.7275 * 88, abs=2)


@pytest.mark.parametrize("reason", PauseReason)
@pytest.mark.parametrize("text_scale", [1.0, 2.0])
@pytest.mark.parametrize("start", [BREATH, HOLD])
def test_a_stop_has_room_for_its_words(
    make_stage: Callable[..., Recorder],
    monkeypatch: pytest.MonkeyPatch,
    reason: PauseReason,
    text_scale: float,
    start: float,
) -> None:
    fonts: list[QFont] = []

    def note(*wanted: Any) -> QFont:
        fonts.append(wrapped_font(*wanted))
        return fonts[-1]

    monkeypatch.setattr(module, "wrapped_font", note)
    stage = make_stage(text_scale=text_scale)
    stage.show_at(start + 1, reason)
    text = words.stopped_text(reason, moment_at(PLAN, start + 1))
    assert "Space to go on." in text
    assert text_height(fonts[-1], text, 560) <= 130
    assert fonts[-1].pixelSize() >= 16


# -- what a screen reader hears


def test_it_is_named_anew_only_with_the_phase(make_stage: Callable[..., Recorder]) -> None:
    stage = make_stage()
    names = []
    for elapsed in (BREATH, BREATH + 1.5, BREATH + 2, BREATH + 4.9):
        stage.show_at(elapsed)
        names.append(stage.accessibleName())
    first, second = "Inhale, 2 seconds, breath 1 of 2", "Exhale, 4 seconds, breath 1 of 2"
    assert names == [first, first, second, second]


def test_sides_are_counted(make_stage: Callable[..., Recorder], look: Look) -> None:
    plan = plan_of_blocks(hold(1, 4), sides=Sides.EACH)
    stage = make_stage()
    stage.show_at(READY + 1, plan=plan)
    image = stage.grab().toImage()
    inks = {image.pixelColor(x, y).name() for x in range(432, 560) for y in range(96, 192)}
    assert {colour(look.theme.text).name(), colour(look.theme.text2).name()} <= inks
