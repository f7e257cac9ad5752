"""Get ready and switch sides: what comes, the steps into position, and a countdown that repaints only itself."""

from collections.abc import Callable
from functools import partial
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage, QPixmap, QRegion
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from fakes import exercise, hold, plan_of
from on_screen import settle
from ribdown.core.content import Sides
from ribdown.core.events import PauseReason
from ribdown.core.moment import moment_at
from ribdown.core.timeline import Timeline
from ribdown.infra.themes import load_theme
from ribdown.ui.figures import Figures
from ribdown.ui.look import Look, colour
from ribdown.ui.widgets.change_view import ChangeView
from ribdown.ui.widgets.fitting import FitLabel, text_height

STEPS = (
    "On your back along the edge.",
    "{Side} foot up on the couch.",
    "{Other} leg drops over the side.",
    "Ribs heavy.",
)
PLAN = plan_of(
    exercise(hold(1, 25), sides=Sides.EACH, starting_position=STEPS, side_label="{Side} leg up"),
    exercise(hold(1, 25), title="Bridge", id="bridge"),
)
READY, SWITCH, BRIDGE = 0.0, 35.0, 70.0  # where the three changes start
Painted = Callable[[QWidget, Callable[[], object]], QRegion]


def show_at(view: ChangeView, elapsed: float, stopped: PauseReason | None = None, plan: Timeline = PLAN) -> None:
    view.show_moment(plan, moment_at(plan, elapsed), stopped)


@pytest.fixture
def make_view(qtbot: QtBot, look: Look) -> Callable[..., ChangeView]:
    def make(size: tuple[int, int] = (1280, 618), scale: float = 1.0, **changes: object) -> ChangeView:
        view = ChangeView(look._replace(**changes), Figures())  # type: ignore[arg-type]
        qtbot.addWidget(view)
        view.setAutoFillBackground(True)
        view.set_scale(scale)
        view.resize(*size)
        show_at(view, READY)
        view.show()
        settle()
        return view

    return make


def steps(view: ChangeView) -> list[FitLabel]:
    return [label for label in view.findChildren(FitLabel) if label.isVisible()]


def at(view: ChangeView, elapsed: float, stopped: PauseReason | None = None) -> QImage:
    show_at(view, elapsed, stopped)
    settle()
    return view.grab().toImage()


def test_another_look_keeps_the_steps_in_their_places(make_view: Callable[..., ChangeView], look: Look) -> None:
    view, other = make_view(), look._replace(theme=load_theme("light" if look.theme.dark else "dark"))
    view.set_look(other)
    settle()
    assert at(view, READY + 0.5) == at(make_view(theme=other.theme), READY + 0.5)


# -- what it says


@pytest.mark.parametrize(
    ("start", "side", "badge"), [(READY, "Right", "RIGHT LEG UP"), (SWITCH, "Left", "LEFT LEG UP"), (BRIDGE, "", "")]
)
def test_steps_and_badge_are_those_of_the_side(
    make_view: Callable[..., ChangeView], start: float, side: str, badge: str
) -> None:
    view = make_view()
    at(view, start)
    texts = [label.text() for label in steps(view)]
    if side:
        assert texts[1] == f"{side} foot up on the couch."
        assert len(texts) == 4
    else:
        assert texts == ["Lie down.", "Feet up.", "Ribs heavy."]
    assert view._badge.accessibleName() == badge
    assert view._badge.isVisible() is bool(badge)


@pytest.mark.parametrize(
    ("start", "subtitle", "first"),
    [
        (READY, "Next: Drill · 0:25", "First up: Hold"),
        (SWITCH, "Drill again, now on the left · 0:25", "First up: Hold"),
        (BRIDGE, "Next: Bridge · 0:25", "First up: Hold"),
    ],
)
def test_it_says_what_comes(make_view: Callable[..., ChangeView], start: float, subtitle: str, first: str) -> None:
    view = make_view()
    at(view, start)
    assert (view._subtitle, view._first) == (subtitle, first)


def test_get_ready_and_switch_sides_differ_in_heading_and_icon(
    make_view: Callable[..., ChangeView], look: Look
) -> None:
    view = make_view()
    heading, ink = QRect(40, 30, 590, 70), colour(look.theme.text)
    pictures = [at(view, start).copy(heading) for start in (READY, SWITCH)]
    assert pictures[0] != pictures[1]
    icon = QRect(12, 12, 52, 52)  # left of the words
    found = [
        [picture.pixelColor(x, y) == ink for x in range(icon.left(), icon.right()) for y in range(12, 64)]
        for picture in pictures
    ]
    assert sum(found[1]) != sum(found[0])


def test_the_name_is_what_is_spoken(make_view: Callable[..., ChangeView]) -> None:
    view = make_view()
    names = []
    for elapsed in (READY, READY + 5, SWITCH):
        at(view, elapsed)
        names.append(view.accessibleName())
    assert names == ["Get ready, 10 seconds"] * 2 + ["Switch sides, 10 seconds"]


def test_a_stop_is_said(make_view: Callable[..., ChangeView], look: Look) -> None:
    view = make_view()
    running = at(view, READY + 3)
    stopped, again = at(view, READY + 3, PauseReason.HIDDEN), at(view, READY + 3)
    ring = view._ring_box().toAlignedRect()
    for part in (QRect(40, 30, 590, 65), QRect(40, 112, 590, 30), ring):
        assert running.copy(part) != stopped.copy(part)
    assert stopped.pixelColor(ring.center()) == colour(look.theme.text), "the triangle"
    assert running == again


# -- room


@pytest.mark.parametrize(
    ("size", "scale"),
    [((760, 443), 0.79), ((960, 552), 1.0), ((1280, 618), 1.0), ((1920, 872), 1.41), ((1101, 400), 0.65)],
)
@pytest.mark.parametrize("text_scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize(
    ("text", "number"), [("Short.", 6), ("Right leg drops over the side until the foot finds the floor.", 4)]
)
def test_the_steps_fit(
    make_view: Callable[..., ChangeView], size: tuple[int, int], scale: float, text_scale: float, text: str, number: int
) -> None:
    view = make_view(size, scale, text_scale=text_scale)
    show_at(view, 0, plan=plan_of(exercise(hold(), starting_position=(text,) * number)))
    settle()
    labels = steps(view)
    assert len(labels) == number
    assert len({label.font().pixelSize() for label in labels}) == 1, "one size for all"
    assert all(view.rect().contains(label.geometry()) for label in labels)
    assert all(one.geometry().bottom() < other.y() for one, other in pairwise(labels))
    assert all(text_height(label.font(), text, label.width()) <= label.height() for label in labels)
    assert labels[-1].geometry().bottom() <= view._column().bottom() + 1


@pytest.mark.parametrize("text_scale", [1.0, 1.5, 2.0])
def test_the_steps_come_before_ring_and_figure_where_there_is_little_room(
    make_view: Callable[..., ChangeView], text_scale: float
) -> None:
    size, scale = (760, 443), 0.79
    view = make_view(size, scale, text_scale=text_scale)
    settle()
    wanted = 25 * scale * text_scale
    reached = steps(view)[0].font().pixelSize()
    assert reached >= min(int(wanted), 18)
    ring = view._ring_box()
    assert ring.bottom() < view._column().top()
    assert ring.width() >= 140
    assert view._panel.width() >= 300
    assert view._panel.geometry().right() < view._column().left()


def test_where_all_fits_the_ring_keeps_its_size(make_view: Callable[..., ChangeView]) -> None:
    view = make_view()
    assert view._ring_box().width() == 304
    assert steps(view)[0].font().pixelSize() == 25


def test_the_figure_lies_below_the_badge_inside_the_panel(make_view: Callable[..., ChangeView]) -> None:
    view = make_view()
    assert view._panel.rect().contains(view._figure.geometry())
    assert view._badge.geometry().bottom() < view._figure.y()
    assert view.rect().contains(view._panel.geometry())
    before = view._figure.height()
    at(view, BRIDGE)
    assert view._figure.height() > before, "without a badge it has more room"


# -- what it asks for


def test_the_countdown_repaints_only_its_ring(make_view: Callable[..., ChangeView], painted: Painted) -> None:
    view = make_view()
    region = painted(view, lambda: show_at(view, READY + 0.4))
    assert region.boundingRect() == view._ring_box().toAlignedRect()
    assert painted(view, lambda: show_at(view, SWITCH)) == QRegion(view.rect())
    assert painted(view, lambda: show_at(view, SWITCH, PauseReason.PERSON)) == QRegion(view.rect())
    assert painted(view, lambda: show_at(view, SWITCH)) == QRegion(view.rect())


def test_with_reduced_motion_only_whole_seconds_are_painted(
    make_view: Callable[..., ChangeView], painted: Painted
) -> None:
    view = make_view(still=True)
    empty = [painted(view, partial(show_at, view, READY + late)).isEmpty() for late in (0.3, 0.9, 1.1, 1.5)]
    assert empty == [True, True, False, True]


def test_what_is_asked_for_is_enough(make_view: Callable[..., ChangeView], painted: Painted) -> None:
    view = make_view()
    screen = QPixmap(view.size())
    view.render(screen)
    for elapsed in (0.02, 0.5, 1.2, 4.0, 9.9, 35.0, 35.3, 41.0, 70.0, 70.4):
        region = painted(view, partial(show_at, view, elapsed))
        view.render(screen, region.boundingRect().topLeft(), region)
        assert screen.toImage() == view.grab().toImage(), f"{elapsed} s"


def test_another_look_is_worn(make_view: Callable[..., ChangeView]) -> None:
    view = make_view()
    light = Look(load_theme("light"), 1.5)
    before = steps(view)[0].font().pixelSize()
    view.set_look(light)
    view._arrange()
    settle()
    assert steps(view)[0].font().pixelSize() > before
    assert view.grab().toImage().pixelColor(QPoint(100, 400)) == colour(light.theme.surface)
