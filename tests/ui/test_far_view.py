"""Far view: side, word and countdown as large as the window, the tide behind them, and a way out for the mouse."""

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPixmap, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from fakes import Driver, breathing, contract_relax, hold, plan_of_blocks
from on_screen import settle
from ribdown.core.content import Sides
from ribdown.core.moment import moment_at
from ribdown.core.theme import Hue
from ribdown.core.timeline import Timeline
from ribdown.infra.themes import load_theme
from ribdown.ui.figures import Figures
from ribdown.ui.look import Look, colour
from ribdown.ui.widgets.far_view import FarView

# 10 s get-ready, 12 s of breaths, 24 s of presses, 25 s hold.
PLAN = plan_of_blocks(breathing(2), contract_relax(2), hold(1, 25))
BREATH, PRESS, TOTAL = 10.0, 22.0, 71.0
Painted = Callable[[QWidget, Callable[[], object]], QRegion]


class Stand:
    """A far view over a session that is moved by hand."""

    def __init__(self, qtbot: QtBot, look: Look, plan: Timeline, size: tuple[int, int]) -> None:
        self.driver = Driver(plan)
        self.view = FarView(look, Figures())
        qtbot.addWidget(self.view)
        self.view.resize(*size)
        self.view.show()
        self.to(0)

    def to(self, elapsed: float, *, stop: bool = False) -> None:
        """Let time pass up to here, then perhaps stop."""
        self.driver.run_to(elapsed)
        if stop:
            self.driver.pause()
        session = self.driver.session
        timeline, here = session.timeline, session.position
        before = moment_at(timeline, here.start - 0.001) if here.index else None
        self.view.show_moment(session, moment_at(timeline, here.elapsed), before)
        settle()

    def picture(self, elapsed: float, *, stop: bool = False) -> QImage:
        self.to(elapsed, stop=stop)
        return self.view.grab().toImage()


@pytest.fixture
def stand(qtbot: QtBot, look: Look) -> Callable[..., Stand]:
    def make(plan: Timeline = PLAN, size: tuple[int, int] = (1280, 800), **changes: object) -> Stand:
        return Stand(qtbot, look._replace(**changes), plan, size)  # type: ignore[arg-type]

    return make


def ink_box(image: QImage, ink: str, room: QRectF) -> QRect:
    """Where an ink is, within a part of the picture."""
    box, wanted = room.toAlignedRect(), colour(ink)
    spots = [
        QPoint(x, y)
        for x in range(box.left(), box.right())
        for y in range(box.top(), box.bottom())
        if image.pixelColor(x, y) == wanted
    ]
    assert spots, "nothing in this ink"
    left, right = min(spot.x() for spot in spots), max(spot.x() for spot in spots)
    top, bottom = min(spot.y() for spot in spots), max(spot.y() for spot in spots)
    return QRect(QPoint(left, top), QPoint(right, bottom))


# -- what is seen


def test_the_word_is_large_and_stands_over_the_ring(stand: Callable[..., Stand], look: Look) -> None:
    box = ink_box(stand().picture(PRESS + 1), look.hue(Hue.PRESS).ink, QRectF(540, 0, 740, 180))
    assert box.height() == pytest.approx(0.7275 * 148, abs=5)
    assert box.center().x() == pytest.approx(868 + 42, abs=8)


@pytest.mark.parametrize(("sides", "high"), [(Sides.EACH, 96), (Sides.BOTH, 60)])
def test_the_side_is_large_or_the_exercise_is_named(
    stand: Callable[..., Stand], look: Look, sides: Sides, high: int
) -> None:
    image = stand(plan_of_blocks(contract_relax(2), sides=sides)).picture(12)
    box = ink_box(image, look.theme.text, QRectF(30, 40, 500, 170))
    assert box.left() == pytest.approx(40, abs=12)
    assert box.height() == pytest.approx(0.7275 * high, abs=3)


@pytest.mark.parametrize("size", [(760, 560), (1280, 800), (1920, 1080)])
def test_words_stay_inside_at_any_size(stand: Callable[..., Stand], look: Look, size: tuple[int, int]) -> None:
    at = stand(plan_of_blocks(contract_relax(1), sides=Sides.EACH), size)
    image = at.picture(24)
    view = at.view
    room = view._box(540, 0, 740, 200)
    word = ink_box(image, look.hue(Hue.READY).ink, room)  # SWITCH SIDES, the longest
    assert room.left() + 10 < word.left()
    assert word.right() < view.width() - 5


@pytest.mark.parametrize(("elapsed", "level"), [(BREATH + 1, 0.5), (BREATH + 1.99, 1.0), (BREATH + 4, 0.45)])
def test_the_tide_stands_at_the_breath_level(
    stand: Callable[..., Stand], look: Look, elapsed: float, level: float
) -> None:
    image = stand().picture(elapsed)
    moment = moment_at(PLAN, elapsed)
    tide = colour(look.hue(moment.phase.hue).tide)
    column = [y for y in range(800) if image.pixelColor(2, y) == tide]
    assert min(column) == pytest.approx(800 - 24 - level * (800 - 180), abs=8)
    assert image.pixelColor(2, 797) == tide
    assert image.pixelColor(1278, min(column) - 12) == colour(look.theme.bg)


@pytest.mark.parametrize(
    ("elapsed", "still", "stop"), [(PRESS + 1, False, False), (BREATH + 1, True, False), (BREATH + 1, False, True)]
)
def test_without_a_breath_that_moves_there_is_no_tide(
    stand: Callable[..., Stand], look: Look, elapsed: float, still: bool, stop: bool
) -> None:
    image = stand(still=still).picture(elapsed, stop=stop)
    assert {image.pixelColor(2, y).name() for y in range(800)} == {colour(look.theme.bg).name()}


def test_the_line_shows_the_share_of_the_session(stand: Callable[..., Stand], look: Look) -> None:
    image = stand().picture(PRESS + 1)
    box = ink_box(image, look.theme.text2, QRectF(30, 774, 1220, 16))
    assert box.left() == pytest.approx(40, abs=2)
    assert box.right() - 40 == pytest.approx(1200 * (PRESS + 1) / TOTAL, abs=2)
    assert image.pixelColor(1000, 782) == colour(look.theme.line)


def test_a_stop_is_said(stand: Callable[..., Stand], look: Look) -> None:
    at = stand()
    running, stopped = at.picture(PRESS + 1), at.picture(PRESS + 1, stop=True)
    assert running.copy(540, 0, 740, 180) != stopped.copy(540, 0, 740, 180)
    assert stopped.pixelColor(868, 484) == colour(look.theme.text), "the triangle"


def test_it_is_named_by_what_is_spoken(stand: Callable[..., Stand]) -> None:
    at = stand()
    names = []
    for elapsed in (BREATH + 0.1, BREATH + 1, PRESS):
        at.to(elapsed)
        names.append(at.view.accessibleName())
    assert names == ["Inhale, 2 seconds, breath 1 of 2"] * 2 + ["Press, 6 seconds, press 1 of 2"]


def test_another_look_is_worn(stand: Callable[..., Stand]) -> None:
    at, light = stand(), Look(load_theme("light"))
    at.to(PRESS + 1)
    at.view.set_look(light)
    assert at.view.grab().toImage().pixelColor(5, 5) == colour(light.theme.bg)


# -- what is asked for


def test_within_a_press_only_ring_and_line(stand: Callable[..., Stand], painted: Painted) -> None:
    at = stand()
    at.to(PRESS + 1)
    region = painted(at.view, partial(at.to, PRESS + 1.5))
    line = at.view._line_box().adjusted(0, -2, 0, 2).toAlignedRect()
    assert region == QRegion(at.view._ring_box().toAlignedRect()).united(line)


@pytest.mark.parametrize("elapsed", [BREATH + 0.5, PRESS])
def test_everything_in_a_breath_and_for_a_new_segment(
    stand: Callable[..., Stand], painted: Painted, elapsed: float
) -> None:
    at = stand()
    at.to(elapsed - 0.4)
    assert painted(at.view, partial(at.to, elapsed)) == QRegion(at.view.rect())


@pytest.mark.parametrize("start", [BREATH, PRESS])
def test_with_reduced_motion_nothing_within_a_second(
    stand: Callable[..., Stand], painted: Painted, start: float
) -> None:
    at = stand(still=True)
    at.to(start)
    empty = [painted(at.view, partial(at.to, start + late)).isEmpty() for late in (0.1, 0.9, 1.1, 1.5)]
    assert empty == [True, True, False, True]


@pytest.mark.parametrize("still", [False, True])
@pytest.mark.parametrize("size", [(1280, 800), (760, 560)])
def test_what_is_asked_for_is_enough(
    stand: Callable[..., Stand], painted: Painted, size: tuple[int, int], still: bool
) -> None:
    """At any pace of frames the screen shows what a full paint would."""
    at = stand(size=size, still=still)
    screen = QPixmap(at.view.size())
    at.view.render(screen)
    elapsed, steps = BREATH - 1, (0.033, 0.1, 0.4, 0.9, 0.15)
    for frame in range(70):
        elapsed += steps[frame % len(steps)]
        region = painted(at.view, partial(at.to, elapsed))
        if not region.isEmpty():
            at.view.render(screen, region.boundingRect().topLeft(), region, QWidget.RenderFlag.DrawChildren)
        # The session's line is only as new as the last paint where nothing moves.
        kept = at.view.rect() if not still else QRect(0, 0, at.view.width(), round(at.view._line_box().top()) - 3)
        assert screen.toImage().copy(kept) == at.view.grab().toImage().copy(kept), f"{elapsed} s"


# -- the way out


@pytest.fixture
def at(stand: Callable[..., Stand]) -> Stand:
    """With the pointer moved over it."""
    at = stand()
    assert not at.view._leave.isVisible()
    for place in (QPoint(10, 10), QPoint(300, 300)):  # a pointer that is there already does not move
        QTest.mouseMove(at.view, place)
        settle()
    return at


def test_moving_the_mouse_shows_the_way_out_for_a_while(at: Stand) -> None:
    assert at.view._leave.isVisible()
    assert at.view._hide_leave.isActive()
    assert at.view._hide_leave.isSingleShot()
    assert at.view._hide_leave.interval() == 3000
    at.view._hide_leave.timeout.emit()
    assert not at.view._leave.isVisible()


def test_pressing_it_says_so(at: Stand) -> None:
    said: list[bool] = []
    at.view.left.connect(lambda: said.append(True))
    QTest.mouseClick(at.view._leave, Qt.MouseButton.LeftButton)
    assert len(said) == 1


@pytest.mark.parametrize("text_scale", [1.0, 2.0])
def test_it_stands_in_the_corner_inside_the_window(stand: Callable[..., Stand], text_scale: float) -> None:
    view = stand(size=(760, 560), text_scale=text_scale).view
    assert view.rect().contains(view._leave.geometry())
    assert view._leave.size() == view._leave.sizeHint()
    assert view._leave.geometry().topRight() == QPointF(760 - 17, 560 - 40 - view._leave.height()).toPoint()
