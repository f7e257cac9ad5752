"""The settings page: every row from the table, applied at once, found by a search, and the keyboard throughout."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from on_screen import cut_off, press, reads_in_order, settle, show, tab_stops, unnamed
from ribdown.core.allowed import Choice, Line, Switch, Weekdays, Whole
from ribdown.core.breath_pace import BreathPace
from ribdown.core.settings import (
    ENTRIES,
    BackgroundChoice,
    ContrastChoice,
    DeviceLost,
    MotionChoice,
    NudgeChannel,
    NudgeRhythm,
    Section,
    Settings,
    SoundOutput,
    ThemeChoice,
)
from ribdown.infra.themes import load_theme
from ribdown.ui.look import Look
from ribdown.ui.pages.breath_pace_control import BreathPaceControl
from ribdown.ui.pages.setting_controls import ChoiceControl, NameControl, StepsControl, SwitchControl
from ribdown.ui.pages.setting_row import SettingRow
from ribdown.ui.pages.settings_page import _COLUMNS, Action, SettingsPage
from ribdown.ui.pages.settings_words import TABLE_WORDS, choices_of, value_text
from ribdown.ui.widgets.day_tiles import DayTiles
from ribdown.ui.widgets.segments import Segment, Segments
from ribdown.ui.widgets.slider import Slider
from ribdown.ui.widgets.text import Text
from setting_values import shown_value

ACTIONS = (
    Action("test_sound", "device_lost", "Test sound", "Play"),
    Action("data_folder", "keep_awake", "Data folder", "Open"),
)
# Every row with another value than its default.
CHANGED = Settings(
    nudges=False,
    nudge_rhythm=NudgeRhythm.EVERY_45,
    nudge_minute=50,
    nudge_from=22 * 60,
    nudge_to=6 * 60,
    nudge_days=(1, 6),
    nudge_channel=NudgeChannel.CARD,
    background=BackgroundChoice.YES,
    breath_pace=BreathPace.IN_3_OUT_6,
    gentler=True,
    rounds=2,
    get_ready=7,
    switch_sides=20,
    voice=False,
    tones=False,
    ticks=False,
    volume=5,
    muted=True,
    sound_output=SoundOutput.SILENT,
    device_lost=DeviceLost.PAUSE,
    speech_engine="speechd",
    speech_voice="English (America)",
    speech_rate=-35,
    speech_volume=40,
    theme=ThemeChoice.DARK,
    motion=MotionChoice.FULL,
    text_size=130,
    keep_awake=False,
    contrast=ContrastChoice.HIGH,
    language="de",
    battery=False,
)
SHOWN = [name for name, entry in ENTRIES.items() if entry.section is not None]
ROWS = len(SHOWN) - 1  # the working hours' two settings share one


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> SettingsPage:
    page = SettingsPage(look, ACTIONS, {})
    page.show_settings(Settings())
    page.offer("speech_engine", ["flite", "speechd"])
    page.offer("speech_voice", ["English", "English (America)"])
    show(qtbot, page)
    return page


def button(page: QWidget, name: str) -> QAbstractButton:
    """The visible button or switch of that name."""
    buttons = (one for one in page.findChildren(QAbstractButton) if one.isVisible())
    return next(one for one in buttons if name in (one.accessibleName(), one.text()))


def shown_rows(page: SettingsPage) -> list[str]:
    return [row.title for row in page.findChildren(SettingRow) if row.isVisible()]


def changes(page: SettingsPage) -> list[tuple[str, Any]]:
    """What the page asks for from now on. It then shows that, as the window does."""
    asked: list[tuple[str, Any]] = []

    def take(name: str, value: object) -> None:
        asked.append((name, value))
        page.show_settings(Settings(**dict(asked)))

    page.changed.connect(take)
    return asked


# -- rows from the table


def test_every_setting_with_a_section_has_a_row_and_every_section_a_card(page: SettingsPage) -> None:
    assert sorted(page._controls) == sorted(SHOWN)
    assert sorted(section for column in _COLUMNS for section in column) == sorted(Section)
    assert shown_rows(page).count("Test sound") == 1
    titles = [row.title for row in page.findChildren(SettingRow)]
    assert titles[titles.index("When the output is lost") + 1] == "Test sound"


def test_the_kind_of_a_setting_makes_its_control(page: SettingsPage) -> None:
    kinds: dict[type, type] = {Switch: SwitchControl, Line: NameControl, Weekdays: DayTiles}
    for name, control in page._controls.items():
        allowed = ENTRIES[name].allowed
        steps = isinstance(allowed, Whole) and allowed.steps
        if isinstance(allowed, Whole):
            few = steps and len(steps) <= 3
            wanted: type = Segments if few else StepsControl if steps else Slider
        elif isinstance(allowed, Choice):
            wanted = Segments if len(allowed.choices) <= 3 else ChoiceControl
            wanted = BreathPaceControl if allowed.choices is BreathPace else wanted
        else:
            wanted = kinds[type(allowed)]
        assert isinstance(control, wanted), name


@pytest.mark.parametrize("settings", [Settings(), CHANGED])
def test_every_row_shows_its_value(page: SettingsPage, settings: Settings) -> None:
    page.show_settings(settings)
    values = {name: value_text(ENTRIES[name], getattr(settings, name)) for name in SHOWN}
    assert {name: shown_value(page, name) for name in SHOWN} == values


def test_every_text_of_the_table_can_be_translated() -> None:
    shown = [entry for entry in ENTRIES.values() if entry.section is not None]
    texts = {text for entry in shown for text in (entry.title, entry.explanation) if text} | set(Section)
    assert set(TABLE_WORDS) == texts
    assert len(TABLE_WORDS) == len(texts)


def test_every_choice_has_a_word() -> None:
    for name in SHOWN:
        allowed = ENTRIES[name].allowed
        if isinstance(allowed, Choice):
            texts = [text for _, text in choices_of(allowed.choices)]
            assert len({*texts}) == len(allowed.choices)


def test_only_what_this_computer_has_is_offered(qtbot: QtBot, look: Look) -> None:
    page = SettingsPage(look, (), {"sound_output": [(SoundOutput.QT, "Qt"), (SoundOutput.SILENT, "None")]})
    show(qtbot, page)
    assert [one.text() for one in page.findChildren(Segment) if "Sound output" in one.accessibleName()] == [
        "Qt",
        "None",
    ]


# -- changing


def test_a_switch_is_switched_by_mouse_key_and_its_words(page: SettingsPage) -> None:
    asked = changes(page)
    row, switch = page._rows["gentler"], page._controls["gentler"]
    QTest.mouseClick(switch, Qt.MouseButton.LeftButton)
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=row.rect().center())
    QTest.mouseClick(row, Qt.MouseButton.RightButton, pos=row.rect().center())
    switch.setFocus()
    press(Qt.Key.Key_Space, Qt.Key.Key_Return)
    assert asked == [("gentler", True), ("gentler", False), ("gentler", True), ("gentler", False)]


def test_a_choice_is_made_by_mouse_and_arrows(page: SettingsPage) -> None:
    asked = changes(page)
    QTest.mouseClick(button(page, "Theme: Dark"), Qt.MouseButton.LeftButton)
    page._controls["theme"].setFocus()
    press(Qt.Key.Key_Left, Qt.Key.Key_Left)
    assert asked == [("theme", ThemeChoice.DARK), ("theme", ThemeChoice.LIGHT), ("theme", ThemeChoice.SYSTEM)]
    assert isinstance(asked[0][1], ThemeChoice)


def test_a_step_is_chosen_by_key(page: SettingsPage) -> None:
    asked = changes(page)
    page._controls["text_size"].setFocus()
    press(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_End)
    assert asked == [("text_size", 125), ("text_size", 150), ("text_size", 125), ("text_size", 200)]


def test_a_number_between_the_steps_stays_until_another_is_chosen(page: SettingsPage) -> None:
    page.show_settings(Settings(text_size=130))
    asked = changes(page)
    page._controls["text_size"].setFocus()
    press(Qt.Key.Key_Down)
    assert asked == [("text_size", 150)]
    page.show_settings(Settings(text_size=150))
    press(Qt.Key.Key_Up)
    assert asked[1:] == [("text_size", 125)]


def test_a_slider_is_moved_by_key_and_dragged(page: SettingsPage) -> None:
    asked = changes(page)
    slider = page._controls["volume"]
    assert isinstance(slider, Slider)
    slider.setFocus()
    press(Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End)
    assert asked == [("volume", value) for value in (75, 70, 50, 0, 100)]
    assert shown_value(page, "volume") == "100 %"
    track, middle = slider.track, slider.track.rect().center()
    QTest.mousePress(track, Qt.MouseButton.LeftButton, pos=middle)
    assert 48 <= asked[-1][1] <= 52
    QTest.mouseMove(track, QPoint(-40, middle.y()))
    QTest.mouseRelease(track, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(track, middle)
    assert asked[-1] == ("volume", 0)


def test_the_breath_pace_is_chosen_by_key_with_its_curve(page: SettingsPage) -> None:
    asked = changes(page)
    pace = page._controls["breath_pace"]
    assert isinstance(pace, BreathPaceControl)
    pace.setFocus()
    press(Qt.Key.Key_Right, Qt.Key.Key_PageUp, Qt.Key.Key_End, Qt.Key.Key_Left, Qt.Key.Key_Home)
    paces = [*[*BreathPace][1:3], BreathPace.IN_4_OUT_8, BreathPace.IN_3_5_OUT_7, BreathPace.ROUTINE]
    assert asked == [("breath_pace", value) for value in paces]
    page.show_settings(Settings(breath_pace=BreathPace.IN_2_5_OUT_5))
    assert pace.track.accessibleName() == "Breath pace, couch stretch: in 2.5 s, out 5 s"


def test_a_slower_breath_is_a_longer_wave(page: SettingsPage) -> None:
    curve = page._curve
    empty = curve.grab().toImage()
    box = QRectF(0, 0, 150, 40)
    seen = [empty]
    for inhale, exhale in ((2.5, 5.0), (4.0, 8.0)):
        page.draw_breath(inhale, exhale)
        (_, rise), (_, fall), *_ = curve._curves(box)
        assert (rise.boundingRect().width(), fall.boundingRect().width()) == pytest.approx((10 * inhale, 10 * exhale))
        assert (rise.elementAt(0).y, rise.currentPosition().y()) == pytest.approx((40, 0))
        image = curve.grab().toImage()
        assert image not in seen
        seen.append(image)


def test_a_name_is_chosen_once_there_are_some(page: SettingsPage) -> None:
    asked = changes(page)
    page.offer("speech_engine", [])
    assert not page._controls["speech_engine"].isEnabled()
    page.offer("speech_engine", ["flite", "speechd"])
    page._controls["speech_engine"].setFocus()
    press(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Home)
    assert asked == [("speech_engine", "flite"), ("speech_engine", "speechd"), ("speech_engine", "")]


def test_a_name_that_is_not_here_any_more_is_still_shown(page: SettingsPage) -> None:
    page.show_settings(Settings(speech_engine="old engine"))
    page.offer("speech_engine", ["speechd"])
    assert shown_value(page, "speech_engine") == "old engine"


@pytest.mark.parametrize("name", ["volume", "text_size", "speech_engine"])
def test_the_wheel_changes_nothing(page: SettingsPage, name: str) -> None:
    asked = changes(page)
    control = page._controls[name]
    page.resize(552, 560)  # one column: there is more to scroll
    settle()
    page.ensureWidgetVisible(control, 0, 200)
    bar = page.verticalScrollBar()
    bar.setValue(min(bar.value(), bar.maximum() - 100))
    settle()
    before = page.verticalScrollBar().value()
    turn_wheel(control.track if isinstance(control, Slider) else control)
    assert asked == []
    assert page.verticalScrollBar().value() > before


def test_days_are_switched_one_by_one(page: SettingsPage) -> None:
    asked = changes(page)
    for name in ("Saturday", "Monday"):
        QTest.mouseClick(button(page, name), Qt.MouseButton.LeftButton)
    button(page, "Sunday").setFocus()
    press(Qt.Key.Key_Return)
    assert asked == [
        ("nudge_days", (0, 1, 2, 3, 4, 5)),
        ("nudge_days", (1, 2, 3, 4, 5)),
        ("nudge_days", (1, 2, 3, 4, 5, 6)),
    ]


def test_an_action_without_a_button_has_a_switch(qtbot: QtBot, look: Look) -> None:
    page = SettingsPage(look, (Action("autostart", "background", "Open at login"),), {})
    show(qtbot, page)
    asked: list[str] = []
    page.asked.connect(asked.append)
    switch = button(page, "Open at login")
    page.switch("autostart", on=True)
    assert switch.isChecked()
    QTest.mouseClick(switch, Qt.MouseButton.LeftButton)
    assert asked == ["autostart"]


def turn_wheel(widget: QWidget) -> None:
    """One notch towards the person."""
    window = widget.window()
    QTest.wheelEvent(window.windowHandle(), widget.mapTo(window, widget.rect().center()), QPoint(0, -120))
    settle()


def test_an_action_is_asked_for(page: SettingsPage) -> None:
    asked = QSignalSpy(page.asked)
    button(page, "Test sound: Play").click()
    assert [asked.at(0), asked.count()] == [["test_sound"], 1]


# -- back to the default


@pytest.mark.parametrize("name", SHOWN)
def test_reset_is_offered_where_it_would_change_something(page: SettingsPage, name: str) -> None:
    row, asked = page._rows[name], changes(page)
    assert not row._reset.isVisible()
    page.show_settings(CHANGED)
    assert row._reset.isVisible()
    assert row._reset.accessibleName().startswith(f"{row.title}: back to ")
    row._reset.setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Return)
    names = ["nudge_from", "nudge_to"] if row.title == "Working hours" else [name]
    assert asked == [(one, getattr(Settings(), one)) for one in names]
    assert not row._reset.isVisible()
    assert row.isAncestorOf(focused()), "the keyboard stays in the row"


@pytest.mark.parametrize("width", [552, 1072])
def test_nothing_moves_when_a_way_back_appears(page: SettingsPage, width: int) -> None:
    page.resize(width, 732)
    settle()
    parts = [part for row in set(page._rows.values()) for part in (row, row.control)]
    before = [part.geometry() for part in parts]
    page.show_settings(CHANGED)
    settle()
    assert [part.geometry() for part in parts] == before


def test_working_hours_go_back_together_where_one_is_another(page: SettingsPage) -> None:
    row = page._rows["nudge_from"]
    assert row is page._rows["nudge_to"]
    page.show_settings(Settings(nudge_to=18 * 60))
    assert row._reset.isVisible()
    assert row._reset.accessibleName() == "Working hours: back to 09:00–17:30"


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


# -- the search


def test_a_search_leaves_what_has_its_words(page: SettingsPage) -> None:
    QTest.keySequence(page, QKeySequence(QKeySequence.StandardKey.Find))
    press("vol")
    assert shown_rows(page) == ["Volume", "Loudness of speech"]
    assert {text.plain for text in page.findChildren(Text) if text.isVisible()} >= {"Sound"}
    assert "App" not in {text.plain for text in page.findChildren(Text) if text.isVisible()}
    press("ume SPEECH")
    assert shown_rows(page) == ["Loudness of speech"]
    press(Qt.Key.Key_Escape)
    assert len(shown_rows(page)) == ROWS + len(ACTIONS)


@pytest.mark.parametrize("wanted", ["contrast", "nudges"])
def test_what_is_found_begins_at_the_left(page: SettingsPage, wanted: str) -> None:
    page.resize(1072, 700)
    settle()
    page.search(wanted)
    settle()
    left = page.body.contentsMargins().left()
    found = [card for card in page._cards if card.isVisible()]
    assert {card.mapTo(page, QPoint(0, 0)).x() for card in found} == {left}
    title = page._title.mapTo(page, page._title.rect().bottomLeft()).y()
    assert found[0].mapTo(page, QPoint(0, 0)).y() - title < 60
    page.search("")
    settle()
    assert len({card.x() for card in page._cards}) == 2


def test_a_search_for_a_section_shows_all_of_it(page: SettingsPage) -> None:
    page.search("app")
    titles = [entry.title for entry in ENTRIES.values() if entry.section is Section.APP]
    assert set(shown_rows(page)) == {*titles, "Data folder"}


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("dark", ["Theme"]),
        ("notification", ["Show as"]),
        ("saturday", ["Days"]),
        ("22:30", ["Working hours"]),
        ("out 8", ["Breath pace, couch stretch"]),
        ("english (america)", ["Speaker"]),
        ("Play", ["Test sound"]),
    ],
)
def test_a_row_is_found_by_what_can_be_chosen_in_it(page: SettingsPage, wanted: str, found: list[str]) -> None:
    page.search(wanted)
    assert shown_rows(page) == found


def test_a_search_for_nothing_there_says_so(page: SettingsPage) -> None:
    page.search("xyzzy")
    settle()
    assert shown_rows(page) == []
    assert page._nothing.isVisible()
    page._search.clear()
    assert not page._nothing.isVisible()


def test_a_row_that_is_explained_anew_is_found_by_it(page: SettingsPage) -> None:
    page.explain("sound_output", "There is no sound: no speaker or headphones are found.")
    page.search("headphones found")
    assert shown_rows(page) == ["Sound output"]


# -- how it looks


def test_the_cards_stand_in_two_columns_or_in_one(page: SettingsPage) -> None:
    nudges, sound, session, _ = page._cards
    assert (nudges.y(), nudges.width()) == (session.y(), session.width())
    assert nudges.width() > 470
    page.resize(552, 560)
    settle()
    assert nudges.geometry().bottom() < sound.y() < sound.geometry().bottom() < session.y()
    assert nudges.x() == session.x() == sound.x()


def test_a_row_is_as_high_as_in_the_design(page: SettingsPage) -> None:
    heights = {row.title: row.height() for row in page.findChildren(SettingRow)}
    assert heights["Volume"] == heights["Text size"] == 52
    assert heights["Voice"] == heights["Time to get ready"] == 58


@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize("text_scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("size", [(552, 560), (1072, 732), (1712, 1000)])
@pytest.mark.parametrize("settings", [Settings(), CHANGED], ids=["default", "changed"])
def test_nothing_is_cut_off(
    page: SettingsPage, theme: str, text_scale: float, size: tuple[int, int], settings: Settings
) -> None:
    page.show_settings(settings)
    page.explain("sound_output", "There is no sound: the sound service does not answer. Ribdown tries again by itself.")
    page.explain("data_folder", "/home/\u200bsomebody/\u200b.local/\u200bshare/\u200bribdown")
    page.set_look(Look(load_theme(theme), text_scale))
    page.resize(*size)
    for _ in range(3):  # rows that turn give their cards other heights
        settle()
    assert cut_off(page) == []


# -- keyboard and screen reader


@pytest.mark.parametrize("width", [1072, 552])
def test_tab_goes_through_everything_in_reading_order(page: SettingsPage, width: int) -> None:
    page.show_settings(CHANGED)
    page.resize(width, 5000)
    settle()
    page._search.setFocus()
    stops = tab_stops()
    assert reads_in_order(page, stops)
    assert len(stops) == 1 + ROWS + len(SHOWN) + 6 + len(ACTIONS)  # the days are seven


def test_everything_has_a_name(page: SettingsPage) -> None:
    page.show_settings(CHANGED)
    assert unnamed(page) == []
    slider = page._controls["volume"]
    assert isinstance(slider, Slider)
    assert slider.track.accessibleName() == "Volume"


def test_the_keyboard_brings_into_view_what_it_is_on(page: SettingsPage) -> None:
    page._search.setFocus()
    for _ in range(8):
        press(Qt.Key.Key_Tab)
        place = focused().mapTo(page.viewport(), focused().rect().center())
        assert page.viewport().rect().contains(place)


def test_the_focus_can_be_seen_on_every_control(page: SettingsPage) -> None:
    page.resize(1072, 3000)
    settle()
    page._search.setFocus()
    for stop in tab_stops():
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        with_ring = stop.grab().toImage()
        stop.clearFocus()
        assert stop.grab().toImage() != with_ring, stop.accessibleName()


@pytest.mark.xvfb
def test_a_list_is_opened_and_left_by_key(page: SettingsPage, qtbot: QtBot) -> None:
    asked = changes(page)
    steps = page._controls["get_ready"]
    assert isinstance(steps, StepsControl)
    for last, wanted in ((Qt.Key.Key_Escape, []), (Qt.Key.Key_Return, [("get_ready", 11)])):
        steps.setFocus()
        press(Qt.Key.Key_Return)
        qtbot.waitUntil(steps.view().isVisible)
        QTest.keyClick(steps.view(), Qt.Key.Key_Down)
        QTest.keyClick(steps.view(), last)
        qtbot.waitUntil(lambda: not steps.view().isVisible())
        assert asked == wanted
