"""The start page: honest lengths, switches that count at once, the safety text, and the keyboard throughout."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from fakes import breathing, count, exercise, hold, reps, routine, untimed, walk
from on_screen import cut_off, reads_in_order, settle, show, tab_stops, unnamed
from records import session_record
from ribdown.core.blocks import AnyBlock
from ribdown.core.content import Sides
from ribdown.core.plan import PlanOptions
from ribdown.core.routine import RoutineExercise
from ribdown.core.timeline import Side
from ribdown.infra.library import Library, load_library
from ribdown.infra.themes import load_theme
from ribdown.ui.figures import Figures
from ribdown.ui.look import Look
from ribdown.ui.pages.dose_words import dose_text
from ribdown.ui.pages.start_page import StartPage
from ribdown.ui.pages.start_view import FEATURED, StartView, routine_view, start_view
from ribdown.ui.widgets.text import Text

TODAY = date(2026, 11, 20)
BRIDGE = ("daily-mini", "bridge")


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return load_library(Path(tmp_path_factory.mktemp("data")))


@pytest.fixture
def look() -> Look:
    return Look(load_theme("dark"))


@pytest.fixture
def view(library: Library) -> Callable[..., StartView]:
    def build(**more: Any) -> StartView:
        values: dict[str, Any] = {
            "gentler": False,
            "switched": {},
            "records": [],
            "today": TODAY,
        } | more
        return start_view(library.routines.values(), library.exercises, PlanOptions(), **values)

    return build


@pytest.fixture
def page(qtbot: QtBot, look: Look, view: Callable[..., StartView]) -> StartPage:
    page = StartPage(look, Figures())
    page.show_view(view(records=[session_record(3), session_record(2), session_record(1)]))
    show(qtbot, page)
    return page


def control(page: StartPage, name: str) -> QAbstractButton:
    """The visible button or switch of that name."""
    buttons = (button for button in page.findChildren(QAbstractButton) if button.isVisible())
    return next(button for button in buttons if name in (button.accessibleName(), button.text()))


def texts(page: StartPage) -> list[str]:
    return [text.plain for text in page.findChildren(Text) if text.isVisible()]


# -- the values


def test_every_length_is_the_sum_of_its_exercises(view: Callable[..., StartView]) -> None:
    for shown in view().routines:
        total = sum(one.seconds for one in shown.exercises if one.included)
        assert shown.seconds == pytest.approx(total - (shown.get_ready_seconds if shown.guide else 0))


def test_a_switch_changes_the_total_by_what_the_exercise_takes(view: Callable[..., StartView]) -> None:
    off, on = view().featured, view(switched={BRIDGE: True}).featured
    assert off is not None
    assert on is not None
    bridge = on.exercises[-1]
    assert (bridge.optional, bridge.included, off.exercises[-1].included) == (True, True, False)
    assert on.seconds == pytest.approx(off.seconds + bridge.seconds)


def test_a_guide_names_its_get_ready_apart(view: Callable[..., StartView]) -> None:
    reset = next(shown for shown in view().guides if shown.id == "hourly-reset")
    assert (reset.seconds, reset.get_ready_seconds) == (30, 10)
    long = routine("drill", "drill", guide=True)
    shown = routine_view(long, {"drill": exercise(walk(30))}, PlanOptions(), gentler=False)
    assert (shown.seconds, shown.get_ready_seconds) == (70, 10), "the second get-ready is a part of it"


def test_gentler_mode_is_shorter_and_shorter_than_full_is_said(view: Callable[..., StartView]) -> None:
    normal, gentler = ({shown.id: shown for shown in view(gentler=on).routines} for on in (False, True))
    assert gentler["three-day"].seconds < normal["three-day"].seconds
    assert [one.below_full_dose for one in normal["daily-mini"].exercises] == [True, False, False]
    assert normal["daily-mini"].below_full_dose


def test_a_routine_with_everything_switched_off_has_no_plan() -> None:
    only = routine(RoutineExercise(id="drill", optional=True, included=False))
    shown = routine_view(only, {"drill": exercise(hold())}, PlanOptions(), gentler=False)
    assert shown.plan is None
    assert shown.seconds == 0


def test_the_last_three_sessions_are_no_rehearsals(view: Callable[..., StartView]) -> None:
    records = [session_record(number, speed=40.0 if number == 9 else 1.0) for number in range(9, 0, -1)]
    assert [record.id for record in view(records=records).last_sessions] == ["session-8", "session-7", "session-6"]


@pytest.mark.parametrize(
    ("blocks", "sides", "text"),
    [
        ([hold(2, 20)], Sides.EACH, "right and left, 2 × 20 s"),
        ([hold(1, 25)], Sides.BOTH, "25 s"),
        ([breathing(5, sets=3)], Sides.BOTH, "3 × 5 breaths"),
        ([reps(1, 3)], Sides.BOTH, "1 rep of 3 s"),
        ([walk(120)], Sides.ALTERNATING, "2 min"),
        ([untimed()], Sides.BOTH, "in your own time"),
        ([breathing(1), reps(5)], Sides.EACH, "right and left, 1 breath, 5 reps"),
    ],
)
def test_doses_in_words(blocks: list[AnyBlock], sides: Sides, text: str) -> None:
    assert dose_text(exercise(*blocks, sides=sides), Side.RIGHT) == text


def test_doses_say_rounds_and_the_side_that_comes_first() -> None:
    twice = exercise(breathing(), hold(), sides=Sides.EACH, rounds=count(2))
    assert dose_text(twice, Side.LEFT) == "left and right, 2 rounds each"


# -- the page


def test_it_shows_the_day_the_total_and_what_each_exercise_takes(page: StartPage) -> None:
    shown = texts(page)
    assert {"Friday 20 November", "4 min 30 s", "2:20", "right and left, 2 × 20 s", "+ 1:06"} <= set(shown)
    assert shown.count("Shorter than the full dose") == 1
    assert "plus 10 s to get ready" in shown


def test_start_buttons_carry_their_routine(page: StartPage) -> None:
    spy = QSignalSpy(page.start_requested)
    control(page, "Start Daily mini, 4 min 30 s").click()
    control(page, "Start Hourly reset, 30 s").click()
    page.start_featured()
    assert [spy.at(index)[0] for index in range(spy.count())] == ["daily-mini", "hourly-reset", "daily-mini"]


def test_a_switch_says_so_and_the_total_follows_at_once(
    page: StartPage, qtbot: QtBot, view: Callable[..., StartView]
) -> None:
    page.option_switched.connect(lambda *key: page.show_view(view(switched={key[:2]: key[2]})))
    switch = control(page, "With Bridge, 1 min 6 s")
    switch.setFocus()
    for key, total in ((Qt.Key.Key_Space, "5 min 36 s"), (Qt.Key.Key_Return, "4 min 30 s")):
        QTest.keyClick(switch, key)
        assert total in texts(page)
        assert QApplication.focusWidget() is switch


def test_space_is_the_focused_controls_before_it_is_a_shortcut(page: StartPage, qtbot: QtBot) -> None:
    space = QShortcut(QKeySequence("Space"), page, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
    space.activated.connect(page.start_featured)
    starts = QSignalSpy(page.start_requested)
    switch = control(page, "With Bridge, 1 min 6 s")
    switch.setFocus()
    QTest.keyClick(switch, Qt.Key.Key_Space)
    assert (starts.count(), switch.isChecked()) == (0, True)
    page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    page.setFocus()
    QTest.keyClick(page, Qt.Key.Key_Space)
    assert starts.count() == 1


def test_the_last_sessions_lead_to_the_history(page: StartPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.history_requested):
        control(page, "All sessions").click()


def test_sessions_come_and_go(page: StartPage, view: Callable[..., StartView]) -> None:
    for records in ([], [session_record(1)], [], [session_record(1, pain_before=3, pain_after=2)]):
        page.show_view(view(records=records))
        settle()
        assert ("Last sessions" in texts(page)) == bool(records)
    assert "pain 3 → 2" in texts(page)


def test_broken_files_are_listed(page: StartPage, view: Callable[..., StartView]) -> None:
    page.show_view(view(broken=["mine.toml: $.title is missing"]))
    settle()
    assert "mine.toml: $.title is missing" in texts(page)


def test_a_page_without_routines_still_stands(page: StartPage, qtbot: QtBot) -> None:
    empty = start_view([], {}, PlanOptions(), gentler=False, switched={}, records=[], today=TODAY)
    page.show_view(empty)
    with qtbot.assertNotEmitted(page.start_requested):
        page.start_featured()


# -- safety


def test_the_safety_text_is_one_click_away_and_closes(page: StartPage, qtbot: QtBot) -> None:
    link = control(page, "Who should change or skip this")
    link.click()
    close = control(page, "Close")
    assert QApplication.focusWidget() is close
    assert any(text.startswith("Hip labrum surgery") for text in texts(page))
    with qtbot.waitSignal(page.gentler_switched) as switched:
        control(page, "One of these is me: use gentler mode").click()
    assert switched.args == [True]
    for opened in (close, link):
        QTest.keyClick(opened, Qt.Key.Key_Escape)
        assert not close.isVisible()
        assert QApplication.focusWidget() is link
        link.click()


def test_gentler_mode_is_said_under_the_plan(page: StartPage, view: Callable[..., StartView]) -> None:
    page.show_view(view(gentler=True))
    assert any(text.endswith("Gentler mode is on.") for text in texts(page))


# -- everywhere


@pytest.mark.parametrize("width", [552, 1072, 1712])
def test_tab_follows_reading_order_and_everything_has_a_name(
    page: StartPage, width: int, view: Callable[..., StartView]
) -> None:
    page.resize(width, 766)
    settle()
    control(page, "Who should change or skip this").setFocus()
    stops = tab_stops()
    assert len(stops) == 14
    assert unnamed(page) == []
    page.verticalScrollBar().setValue(0)
    assert reads_in_order(page, stops)


def test_tab_follows_reading_order_after_cards_came(page: StartPage, view: Callable[..., StartView]) -> None:
    page.show_view(view(records=[]))
    page.show_view(view(records=[session_record(1)]))
    settle()
    control(page, "Who should change or skip this").setFocus()
    assert reads_in_order(page, tab_stops())


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5])
@pytest.mark.parametrize("width", [552, 900, 1072, 1712])
def test_nothing_is_cut_off(
    page: StartPage, view: Callable[..., StartView], width: int, scale: float, theme: str
) -> None:
    page.set_look(Look(load_theme(theme), scale))
    page.resize(width, 560)
    broken = ["mine.toml: $.title: something is wrong there"]
    page.show_view(view(records=[session_record(1, pain_before=3, pain_after=2)], broken=broken))
    for _ in range(2):
        settle()
        assert cut_off(page) == []
        control(page, "Who should change or skip this").click()


def test_another_look_keeps_the_keyboard_where_it_is(page: StartPage) -> None:
    switch = control(page, "With Bridge, 1 min 6 s")
    switch.setFocus()
    page.set_look(Look(load_theme("light"), 1.5))
    settle()
    assert QApplication.focusWidget() is switch


def test_last_sessions_that_are_not_there_yet_take_the_look_too(
    page: StartPage, view: Callable[..., StartView]
) -> None:
    page.show_view(view(records=[]))
    page.set_look(Look(load_theme("light"), 1.5))
    page.show_view(view(records=[session_record(1)]))
    settle()
    here, other = (
        next(t for t in page.findChildren(Text) if t.plain == text) for text in ("Last sessions", "Daily mini")
    )
    assert (here.font(), here.palette()) == (other.font(), other.palette())


def test_long_names_and_many_switches_fit(qtbot: QtBot, look: Look) -> None:
    exercises = {
        name: exercise(
            hold(2, 20), breathing(4), reps(9), id=name, title=f"A rather long name for {name}", sides=Sides.EACH
        )
        for name in ("one", "two", "three", "four", "five")
    }
    mine = routine(
        *(RoutineExercise(id=name, optional=True) for name in exercises), id=FEATURED, title="Everything there is " * 3
    )
    shown = start_view(
        [mine, routine("one", id="other", title="Another")],
        exercises,
        PlanOptions(get_ready=20),
        gentler=False,
        switched={},
        records=[],
        today=TODAY,
    )
    page = StartPage(look, Figures())
    page.show_view(shown)
    show(qtbot, page, 552, 560)
    assert cut_off(page) == []
