"""Today: where the person is in the programme, in every state, by eye, by keyboard and by screen reader."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from on_screen import cut_off, press, reads_in_order, settle, show, tab_stops, unnamed
from records import session_record
from ribdown.core.history import SessionRecord, Status
from ribdown.core.nudges.record import Outcome
from ribdown.core.nudges.slot import Slot
from ribdown.core.nudges.summary import SlotLine
from ribdown.core.plan import PlanOptions
from ribdown.core.programme.plan import day_of
from ribdown.core.programme.practice import days_done, pain_rises
from ribdown.core.programme.state import Pause, ProgrammeState, Wish
from ribdown.infra.library import Library, load_library
from ribdown.infra.themes import load_theme
from ribdown.ui.figures import Figures
from ribdown.ui.look import Look
from ribdown.ui.nudges.nudge_panel import NudgePanel
from ribdown.ui.nudges.nudge_view import NudgeView
from ribdown.ui.nudges.pulse_panel import PulsePanel
from ribdown.ui.pages.last_sessions import LastSessions
from ribdown.ui.pages.routine_choice import RoutineChoice
from ribdown.ui.pages.routine_hero import RoutineHero
from ribdown.ui.pages.start_page import StartPage
from ribdown.ui.pages.start_view import StartView, start_view
from ribdown.ui.pages.today_header import TodayHeader
from ribdown.ui.widgets.button import ButtonKind
from ribdown.ui.widgets.day_strip import DayStrip
from ribdown.ui.widgets.text import Text

TODAY = date(2026, 11, 20)  # a Friday
GUIDES = ("posture-pulse", "hourly-reset", "stand-break")


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def sessions(*days: int, routine: str = "daily-mini", **more: Any) -> list[SessionRecord]:
    """One on each of these days, counted back from today, newest first."""
    begun = datetime(TODAY.year, TODAY.month, TODAY.day, 7, 31, tzinfo=UTC)
    seconds = {"planned_seconds": 270.0, "done_seconds": 270.0}
    return [
        session_record(id=f"{days} ago", routine=routine, started=begun - timedelta(days=days), **seconds | more)
        for days in sorted(days)
    ]


def begun(days: int, **more: Any) -> ProgrammeState:
    return ProgrammeState(started=ago(days), **more)


FORTNIGHT = sessions(*range(19, 33))
SLOTS = tuple(
    SlotLine(Slot(TODAY, hour * 60), datetime(2026, 11, 20, hour, tzinfo=UTC), outcome=outcome)
    for hour, outcome in ((9, Outcome.DONE), (10, Outcome.SKIPPED), (14, None), (15, None))
)
NUDGES = NudgeView(TODAY, on=True, paused=False, headline="14:00", when="", below="in 23 min", slots=SLOTS, pulses=1)
State = tuple[ProgrammeState, Sequence[SessionRecord]]
STATES: dict[str, State] = {
    "first start": (ProgrammeState(), ()),
    "no programme": (ProgrammeState(wanted=False), sessions(1)),
    "day 5": (begun(4), sessions(1, 2, 3, 4)),
    "day 5 done": (begun(4), sessions(0, 1, 2, 3, 4)),
    "missed": (begun(8), sessions(3, 5, 7, 8)),
    "paused": (begun(8, pauses=(Pause(ago(2)),)), sessions(3, 5, 7, 8)),
    "due": (begun(32), sessions(2, 4, 6, 8, 10, 12, 14, 16, routine="three-day") + FORTNIGHT),
    "day off": (begun(32), sessions(1, 3, 5, 7, 9, 11, 13, 15, routine="three-day") + FORTNIGHT),
    "week done": (begun(32), sessions(0, 2, 4, 6, 8, routine="three-day") + FORTNIGHT),
    "finished": (begun(60), sessions(3, 5, 9, 12, 16, 18, 24, 26, routine="three-day") + sessions(*range(33, 47))),
    "maintaining": (begun(60), sessions(3, 10, 12, 19, 21, 26, 35, routine="three-day") + sessions(*range(40, 54))),
    "pain": (begun(4), sessions(1, 2, 3, 4, pain_before=2, pain_after=4)),
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return load_library(Path(tmp_path_factory.mktemp("data")))


@pytest.fixture
def view(library: Library) -> Callable[..., StartView]:
    def build(state: str | State, chosen: str | None = None, **more: Any) -> StartView:
        programme, records = STATES[state] if isinstance(state, str) else state
        day = day_of(programme, days_done(records, GUIDES), TODAY, pain_rises=pain_rises(records))
        values: dict[str, Any] = {"gentler": False, "switched": {}} | more
        routines = library.routines.values()
        values |= {"records": records, "today": TODAY, "day": day, "chosen": chosen}
        return start_view(routines, library.exercises, PlanOptions(), **values)

    return build


@pytest.fixture
def open_on(qtbot: QtBot, view: Callable[..., StartView], look: Look) -> Callable[..., StartPage]:
    def build(state: str | State, width: int = 1072, **more: Any) -> StartPage:
        page = StartPage(look, Figures())
        page.show_view(view(state, **more))
        show(qtbot, page, width)
        return page

    return build


def texts(page: QWidget) -> list[str]:
    return [text.plain for text in page.findChildren(Text) if text.isVisible()]


def control(page: QWidget, name: str) -> QAbstractButton:
    """The visible button or switch of that name."""
    buttons = (button for button in page.findChildren(QAbstractButton) if button.isVisible())
    return next(button for button in buttons if name in (button.accessibleName(), button.text()))


def controls(page: QWidget) -> list[str]:
    buttons = (button for button in page.findChildren(QAbstractButton) if button.isVisible())
    return [button.accessibleName() or button.text() for button in buttons]


def strip(page: QWidget) -> DayStrip:
    found = page.findChild(DayStrip)
    assert found is not None
    return found


def wishes_of(menu: QMenu) -> list[str]:
    found = [action.text() for action in menu.actions()]
    menu.deleteLater()
    return found


# -- what each state says


@pytest.mark.parametrize(
    ("state", "expected", "strip_shown"),
    [
        ("first start", ("Friday 20 November", "Today", "A programme of 6 weeks"), False),
        ("no programme", ("Friday 20 November", "Today"), False),
        ("day 5", ("Day 5 of 14", "Daily mini", "Weeks 3–6", "3–4 times a week, harder variations"), True),
        ("day 5 done", ("Day 5 of 14", "That’s day 5", "9 days to go.", "4 min 30 s at 07:31"), True),
        ("missed", ("Day 5 of 14, last one on Tuesday", "Daily mini"), True),
        ("paused", ("Day 5 of 14", "Paused since Wednesday"), True),
        ("due", ("Week 5 · 2 of 3–4 this week", "Three days a week", "Leave a day between"), True),
        (
            "day off",
            ("Friday 20 November · Week 5", "A day off, if you like", "2 of 3–4 this week", "First steps"),
            True,
        ),
        ("week done", ("Week 4 · 3 of 3–4 this week", "That’s 3 of 3–4 this week"), True),
        ("finished", ("1 of 3–4 this week", "The 6 weeks are done"), True),
        ("pain", ("Day 5 of 14", "Pain rose in your last two sessions"), True),
    ],
)
def test_each_state_says_where_the_person_is(
    open_on: Callable[..., StartPage], state: str, expected: tuple[str, ...], strip_shown: bool
) -> None:
    page = open_on(state)
    assert set(expected) <= set(texts(page))
    assert strip(page).isVisible() is strip_shown


@pytest.mark.parametrize(
    ("state", "kind"),
    [
        ("day 5", ButtonKind.PRIMARY),
        ("missed", ButtonKind.PRIMARY),
        ("due", ButtonKind.PRIMARY),
        ("no programme", ButtonKind.PRIMARY),
        ("day off", ButtonKind.OUTLINE),
        ("paused", ButtonKind.OUTLINE),
    ],
)
def test_start_asks_less_where_nothing_is_due(open_on: Callable[..., StartPage], state: str, kind: ButtonKind) -> None:
    page = open_on(state)
    hero = page.findChild(RoutineHero)
    assert hero is not None
    assert hero.start._kind is kind
    spy = QSignalSpy(page.start_requested)
    page.start_featured()
    assert spy.count() == 1, "it starts all the same"


def test_no_state_scolds(open_on: Callable[..., StartPage]) -> None:
    for state in STATES:
        words = " ".join(texts(open_on(state))).lower()
        assert not [word for word in ("!", "missed", "streak", "behind", "failed") if word in words], state


@pytest.mark.parametrize(
    ("days", "ends"),
    [(range(13), "1 day to go."), (range(14), "The two weeks are done. From here on it is 3–4 times a week.")],
)
def test_the_last_days_of_the_fortnight(open_on: Callable[..., StartPage], days: range, ends: str) -> None:
    assert ends in texts(open_on((begun(20), sessions(*days))))


def test_more_sessions_than_four_are_just_counted(open_on: Callable[..., StartPage]) -> None:
    page = open_on((begun(40), sessions(0, 1, 2, 3, 4, routine="three-day") + sessions(*range(5, 19))))
    assert "Week 3 · 5 this week" in texts(page)


def test_a_day_missed_long_ago_has_its_date(open_on: Callable[..., StartPage]) -> None:
    assert "Day 2 of 14, last one on Sat 31 Oct" in texts(open_on((begun(30), sessions(20))))


def test_a_pause_since_today(open_on: Callable[..., StartPage]) -> None:
    assert "Paused since today" in texts(open_on((begun(3, pauses=(Pause(TODAY),)), sessions(1))))


def test_a_guide_or_a_rehearsal_is_no_result_of_today(open_on: Callable[..., StartPage]) -> None:
    records = [*sessions(0, routine="hourly-reset"), *sessions(0, speed=40.0), *sessions(0), *sessions(1)]
    page = open_on((begun(1), records))
    assert len([text for text in texts(page) if text.endswith("at 07:31")]) == 1


def test_a_part_of_a_session_is_said_to_be_one(open_on: Callable[..., StartPage]) -> None:
    page = open_on((begun(0), sessions(0, status=Status.PARTIAL, done_seconds=180.0, pain_before=3, pain_after=2)))
    assert {"That’s day 1", "3 min at 07:31 · pain 3 → 2"} <= set(texts(page))


# -- the routine of the day


def test_once_more_starts_it_again(open_on: Callable[..., StartPage]) -> None:
    page = open_on("day 5 done")
    spy = QSignalSpy(page.start_requested)
    page.take_focus()
    press(Qt.Key.Key_Space)
    assert [spy.at(index)[0] for index in range(spy.count())] == ["daily-mini"]
    assert control(page, "Once more: Daily mini, 4 min 30 s").hasFocus()


def test_the_keyboard_goes_from_the_routine_to_its_result(
    open_on: Callable[..., StartPage], view: Callable[..., StartView]
) -> None:
    page = open_on("day 5")
    control(page, "With Bridge, 1 min 6 s").setFocus()
    page.show_view(view("day 5 done"))
    assert control(page, "Once more: Daily mini, 4 min 30 s").hasFocus()


def test_space_starts_today(open_on: Callable[..., StartPage]) -> None:
    page = open_on("due")
    space = QShortcut(QKeySequence("Space"), page, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
    space.activated.connect(page.start_featured)
    spy = QSignalSpy(page.start_requested)
    strip(page).setFocus()
    press(Qt.Key.Key_Space)
    assert [spy.at(index)[0] for index in range(spy.count())] == ["three-day"]


def test_another_routine_is_taken_instead(
    open_on: Callable[..., StartPage], view: Callable[..., StartView], qtbot: QtBot
) -> None:
    page = open_on("due")
    choice = page.findChild(RoutineChoice)
    assert choice is not None
    menu = choice.menu_of()
    assert [action.text() for action in menu.actions()] == [
        "Three days a week, 8 min 12 s",
        "Progression, 14 min 54 s",
        "Daily mini, 4 min 30 s",
        "Without a couch, 6 min 2 s",
        "First steps, 5 min 30 s",
    ]
    assert [action.isChecked() for action in menu.actions()] == [True, False, False, False, False]
    with qtbot.waitSignal(page.routine_chosen) as chosen:
        menu.actions()[1].trigger()
    menu.deleteLater()
    page.show_view(view("due", chosen=chosen.args[0]))
    settle()
    assert {"Progression", "14 min 54 s"} <= set(texts(page))
    with qtbot.waitSignal(page.option_switched) as switched:
        control(page, "With Bridge, 2 min 22 s").click()
    assert switched.args == ["progression", "bridge", False]
    menu = choice.menu_of()
    assert [action.isChecked() for action in menu.actions()] == [False, True, False, False, False]
    menu.deleteLater()


def test_harder_versions_are_offered_from_week_three_on(open_on: Callable[..., StartPage]) -> None:
    for state, offered in (("day 5", False), ("due", True), ("finished", True)):
        choice = open_on(state).findChild(RoutineChoice)
        assert choice is not None
        assert any(text.startswith("Progression") for text in wishes_of(choice.menu_of())) is offered


def test_without_a_programme_there_is_nothing_to_choose(open_on: Callable[..., StartPage]) -> None:
    assert "Another routine" not in controls(open_on("no programme"))


@pytest.mark.xvfb
def test_a_button_opens_its_list(open_on: Callable[..., StartPage]) -> None:
    page = open_on("day 5")
    for name in ("Another routine", "Programme"):
        control(page, name).click()
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        menu.close()


# -- what is asked of the programme


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        ("no programme", ["Follow the programme"]),
        ("day 5", ["Pause the programme", "Start over", "No programme"]),
        ("paused", ["Go on with the programme", "Start over", "No programme"]),
    ],
)
def test_the_menu_has_what_can_be_asked_now(open_on: Callable[..., StartPage], state: str, expected: list[str]) -> None:
    header = open_on(state).findChild(TodayHeader)
    assert header is not None
    assert wishes_of(header.menu()) == expected


def test_the_menu_asks(open_on: Callable[..., StartPage]) -> None:
    page = open_on("day 5")
    header = page.findChild(TodayHeader)
    assert header is not None
    spy = QSignalSpy(page.programme_asked)
    menu = header.menu()
    for action in menu.actions():
        action.trigger()
    menu.deleteLater()
    assert [spy.at(index)[0] for index in range(spy.count())] == [Wish.PAUSE, Wish.LEAVE], "starting over asks first"


def test_the_first_start_offers_the_programme(open_on: Callable[..., StartPage]) -> None:
    page = open_on("first start")
    assert "Programme" not in controls(page)
    asked, chosen = QSignalSpy(page.programme_asked), QSignalSpy(page.routine_chosen)
    for name in ("Begin today", "No programme", "Begin with First steps"):
        control(page, name).click()
    assert [asked.at(index)[0] for index in range(asked.count())] == [Wish.BEGIN, Wish.LEAVE, Wish.BEGIN]
    assert [chosen.at(index)[0] for index in range(chosen.count())] == ["first-steps"]


def test_a_pause_is_ended_on_the_spot(open_on: Callable[..., StartPage], qtbot: QtBot) -> None:
    page = open_on("paused")
    with qtbot.waitSignal(page.programme_asked) as asked:
        control(page, "Go on").click()
    assert asked.args == [Wish.RESUME]


def test_starting_over_is_asked_about_in_the_page(open_on: Callable[..., StartPage], qtbot: QtBot) -> None:
    page = open_on("finished")
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Return):  # Return keeps going: the keyboard is on that
        with qtbot.assertNotEmitted(page.programme_asked):
            control(page, "Start over").click()
            assert "Start over?" in texts(page)
            assert control(page, "Keep going").hasFocus()
            press(key)
        assert "The 6 weeks are done" in texts(page)
    control(page, "Start over").click()
    with qtbot.waitSignal(page.programme_asked) as asked:
        control(page, "Start over").click()
    assert asked.args == [Wish.START_OVER]
    with qtbot.waitSignal(page.programme_asked) as asked:
        control(page, "No programme").click()
    assert asked.args == [Wish.LEAVE]


def test_later_weeks_say_no_more_that_the_six_are_done(open_on: Callable[..., StartPage]) -> None:
    page = open_on("maintaining")
    assert "The 6 weeks are done" not in texts(page)
    assert "The six weeks are done" in texts(page), "beside the strip"


def test_an_offer_that_stays_keeps_the_keyboard(
    open_on: Callable[..., StartPage], view: Callable[..., StartView]
) -> None:
    page = open_on("first start")
    button = control(page, "Begin with First steps")
    button.setFocus()
    page.show_view(view("first start", gentler=True))
    assert button.hasFocus()


@pytest.mark.parametrize(
    ("state", "answer", "after"),
    [("first start", "Begin today", "day 5"), ("paused", "Go on", "missed"), ("first start", "No programme", "day 5")],
)
def test_an_answered_offer_leaves_the_keyboard_on_start(
    open_on: Callable[..., StartPage], view: Callable[..., StartView], state: str, answer: str, after: str
) -> None:
    page = open_on(state)
    page.programme_asked.connect(lambda _: page.show_view(view(after)))
    button = control(page, answer)
    button.setFocus()
    press(Qt.Key.Key_Return)
    focused = QApplication.focusWidget()
    assert isinstance(focused, QAbstractButton)
    assert focused.text() == "Start"


@pytest.mark.parametrize("state", ["day 5", "due", "first start"])
def test_the_number_of_exercises_ends_where_their_times_end(open_on: Callable[..., StartPage], state: str) -> None:
    page = open_on(state)
    hero = page.findChildren(RoutineHero)[0]
    last = hero._choice if hero._choice.isVisible() else hero._count
    air = 11 if last is hero._choice else 0  # the button has some of its own
    row = hero._rows[0]
    assert last.mapTo(hero, last.rect().topRight()).x() - air == row.mapTo(hero, row.rect().topRight()).x()


@pytest.mark.parametrize("state", ["day 5", "day off"])
def test_in_the_smallest_window_start_is_in_sight_with_large_text(
    qtbot: QtBot, view: Callable[..., StartView], look: Look, state: str
) -> None:
    page = StartPage(look._replace(text_scale=1.5), Figures())
    page.show_view(view(state))
    show(qtbot, page, 552, 560)
    start = control(page, "Start")
    assert start.visibleRegion().boundingRect() == start.rect()


# -- pain


def test_pain_that_rises_offers_gentler_mode(
    open_on: Callable[..., StartPage], view: Callable[..., StartView], qtbot: QtBot
) -> None:
    page = open_on("pain")
    assert any("clinician" in text for text in texts(page))
    with qtbot.waitSignal(page.gentler_switched) as switched:
        control(page, "Use gentler mode").click()
    assert switched.args == [True]
    page.show_view(view("pain", gentler=True))
    assert control(page, "Use gentler mode").isChecked()


def test_what_was_read_about_pain_comes_back_with_the_next_session(
    open_on: Callable[..., StartPage], view: Callable[..., StartView]
) -> None:
    page = open_on("pain")
    control(page, "Close").click()
    page.show_view(view("pain"))
    assert "Pain rose in your last two sessions" not in texts(page)
    assert control(page, "Start Daily mini, 4 min 30 s").hasFocus()
    page.show_view(view((begun(4), sessions(0, 1, pain_before=2, pain_after=4))))
    assert "Pain rose in your last two sessions" in texts(page)


# -- the strip


def test_the_strip_is_read_and_gone_through(open_on: Callable[..., StartPage]) -> None:
    page = open_on("day 5")
    days = strip(page)
    assert days.accessibleDescription().startswith("Day 1, Mon 16 Nov, done. Day 2, Tue 17 Nov, done.")
    assert "Day 5, Fri 20 Nov, today. Day 6, Sat 21 Nov, to come. " in days.accessibleDescription()
    assert days.accessibleDescription().endswith("Day 14, Sun 29 Nov, to come")
    days.setFocus()
    settle()
    assert days.accessibleDescription() == "Day 5, Fri 20 Nov, today"
    press(Qt.Key.Key_Left)
    assert {"Day 4", "Thu 19 Nov, done"} <= set(texts(page))
    for _ in range(20):
        press(Qt.Key.Key_Right)
    assert days.accessibleDescription() == "Day 14, Sun 29 Nov, to come"
    press(Qt.Key.Key_Tab)
    assert "Weeks 3–6" in texts(page)


def test_the_pointer_goes_through_the_strip(open_on: Callable[..., StartPage]) -> None:
    page = open_on("day off")
    days = strip(page)
    for index, expected in enumerate(("Monday 16 November", "Tuesday 17 November")):
        QTest.mouseMove(days, days.tile_box(index).center().toPoint())
        settle()
        assert expected in texts(page)
    QTest.mouseMove(days, QPointF(days.tile_box(1).right() + 4, 10).toPoint())
    settle()
    assert "2 of 3–4 this week" in texts(page)
    QTest.mouseMove(page, QPoint())  # for the next window to open
    settle()


def test_what_is_to_come_has_no_date_in_a_pause(open_on: Callable[..., StartPage]) -> None:
    assert strip(open_on("paused")).accessibleDescription().endswith("Day 13, To come. Day 14, To come")


def test_a_week_s_strip_in_a_pause(open_on: Callable[..., StartPage]) -> None:
    state = begun(32, pauses=(Pause(ago(2)),))
    page = open_on((state, sessions(3, 5, 7, 9, routine="three-day") + FORTNIGHT))
    assert strip(page).accessibleDescription().endswith("A later day, To come")


def test_the_tiles_have_the_measures_of_the_design(open_on: Callable[..., StartPage]) -> None:
    days = strip(open_on("day 5"))
    boxes = [days.tile_box(index) for index in range(14)]
    assert {(box.width(), box.height(), box.top()) for box in boxes} == {(36, 36, 0)}
    assert [box.left() for box in boxes] == [46 * index for index in range(14)]
    assert days.height() == 62


# -- everywhere


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("width", [552, 900, 1072])
def test_nothing_is_cut_off(
    open_on: Callable[..., StartPage], view: Callable[..., StartView], width: int, scale: float, theme: str
) -> None:
    page = open_on("day 5", width)
    page.show_nudges(NUDGES)
    page.set_look(Look(load_theme(theme), scale))
    for state in STATES:
        page.show_view(view(state))
        settle()
        settle()
        assert cut_off(page) == [], state
        days = strip(page)
        assert not days.isVisible() or days.tile_box(13 if state[:3] == "day" else 6).right() <= days.width() + 0.5


def test_the_safety_text_fits_in_large_letters(open_on: Callable[..., StartPage]) -> None:
    page = open_on("day 5", 552)
    page.set_look(Look(load_theme("light"), 2.0))
    control(page, "Who should change or skip this").click()
    settle()
    assert cut_off(page) == []


@pytest.mark.parametrize("width", [552, 1072])
def test_another_text_size_is_laid_out_at_once(open_on: Callable[..., StartPage], width: int) -> None:
    page = open_on("day 5", width)
    page.show_nudges(NUDGES)
    first = strip(page).height()
    for scale in (1.5, 2.0, 1.0):
        page.set_look(Look(load_theme("dark"), scale))
        settle()
        settle()
        days = strip(page)
        assert cut_off(page) == [], scale
        assert days.rect().adjusted(0, 0, 1, 0).contains(days.tile_box(13).toAlignedRect()), scale
        assert days.height() == days.heightForWidth(days.width()), scale
    assert strip(page).height() == first


def test_the_day_s_cards_are_seen_without_scrolling(open_on: Callable[..., StartPage]) -> None:
    page = open_on("day 5")
    page.show_nudges(NUDGES)
    settle()
    settle()
    for kind in (PulsePanel, NudgePanel, LastSessions):
        card = page.findChild(kind)
        assert card is not None
        bottom = card.mapTo(page, QPoint(0, card.height())).y()
        assert bottom <= 766 - 18, kind


@pytest.mark.parametrize("width", [552, 1072])
@pytest.mark.parametrize("state", STATES)
def test_tab_follows_reading_order_and_everything_has_a_name(
    open_on: Callable[..., StartPage], state: str, width: int
) -> None:
    page = open_on(state, width)
    control(page, "Who should change or skip this").setFocus()
    settle()
    page.show_nudges(NUDGES)
    settle()
    stops = tab_stops()
    first = stops.index(control(page, "Programme")) if "Programme" in controls(page) else 0
    stops = stops[first:] + stops[:first]
    assert unnamed(page) == []
    page.verticalScrollBar().setValue(0)
    settle()
    assert reads_in_order(page, stops)
    assert len(stops) > 10


def test_another_look_reaches_everything(open_on: Callable[..., StartPage]) -> None:
    page = open_on("pain")
    light = Look(load_theme("light"), 1.25)
    page.set_look(light)
    settle()
    assert {text.palette().windowText().color().name().upper() for text in page.findChildren(Text)} <= {
        value.upper() for value in (light.theme.text, light.theme.text2, light.theme.text3)
    }
