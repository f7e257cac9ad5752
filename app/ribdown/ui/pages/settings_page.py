"""The settings: a card for each section, a row for each setting that has one, and a search."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ribdown.core.settings import ENTRIES, Entry, Section, Settings
from ribdown.ui.look import Look
from ribdown.ui.pages.page import Page
from ribdown.ui.pages.setting_controls import Control, NameControl, Options, SwitchControl, control_for
from ribdown.ui.pages.setting_row import SettingRow
from ribdown.ui.pages.settings_card import SettingsCard
from ribdown.ui.pages.settings_words import table_text, value_text
from ribdown.ui.pages.span_control import SpanControl
from ribdown.ui.translation import translate
from ribdown.ui.widgets.button import Button
from ribdown.ui.widgets.icon import Icon
from ribdown.ui.widgets.pace_curve import PaceCurve
from ribdown.ui.widgets.search_field import SearchField
from ribdown.ui.widgets.text import BODY, PAGE, Text, TextStyle

_KEPT = TextStyle(14, 500, "text2")
_WIDEST = 992  # two columns of 487
_GAP = 18
_TWO_COLUMNS = 900  # px at 100 % text; below this the cards stand in one
# The first of two settings that share a row, with the second.
_SPANS = {"nudge_from": "nudge_to"}
_DRAWN = "breath_pace"  # the setting with a picture
# A section that is not here is on no page.
_COLUMNS = ((Section.NUDGES, Section.SOUND), (Section.SESSION, Section.APP))


class Action(NamedTuple):
    """A row with a button, below the setting called `after`; without a `button` it has a switch."""

    name: str
    after: str
    title: str
    button: str = ""


class SettingsPage(Page):
    """`changed` carries a setting's name and the value that the person wants, `asked` the name of an action. `offered`
    are the choices of settings for which this computer has not all. `appeared` and `disappeared` say whether the page
    can be seen."""

    changed = Signal(str, object)
    asked = Signal(str)
    appeared = Signal()
    disappeared = Signal()

    def __init__(
        self, look: Look, actions: Sequence[Action], offered: Mapping[str, Options], parent: QWidget | None = None
    ) -> None:
        super().__init__(look, _WIDEST, parent)
        self._actions = actions
        self._offered = offered
        self._controls: dict[str, Control] = {}
        self._switches: dict[str, SwitchControl] = {}
        self._rows: dict[str, SettingRow] = {}
        self._names: dict[SettingRow, tuple[str, ...]] = {}  # the settings of each row
        self._curve = PaceCurve(look)
        self._cards: list[SettingsCard] = []
        self._title = Text(look, PAGE, translate("words", "Settings"))
        self._search = SearchField(look, translate("words", "Find a setting"))
        self._search.textChanged.connect(self._find)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self._to_search)
        self._nothing = Text(look, BODY, translate("words", "No setting has these words."), wrap=True)
        self._nothing.hide()
        self._kept = self._kept_note()
        self._header, self._tail, self._halves = _box(), _box(), _box()
        self._tail.addWidget(self._search)
        self._tail.addWidget(self._kept)
        self._header.addWidget(self._title, 1)
        self._header.addLayout(self._tail)
        for sections in _COLUMNS:
            self._halves.addLayout(self._column(sections), 1)
        self.body.addLayout(self._header)
        self.body.addWidget(self._nothing)
        self.body.addLayout(self._halves)
        self.body.addStretch(1)
        self._fit()

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        super().set_look(look)
        self._fit()

    def show_settings(self, settings: Settings) -> None:
        """Show these values."""
        default = Settings()
        for name, control in self._controls.items():
            control.show_value(getattr(settings, name))
        for row, names in self._names.items():
            row.show_changed(changed=any(getattr(settings, name) != getattr(default, name) for name in names))

    def draw_breath(self, inhale: float, exhale: float) -> None:
        """Show a breath of so many seconds in and out beside the breath pace."""
        self._curve.show_pace(inhale, exhale)

    def explain(self, name: str, text: str) -> None:
        """Say this below a setting or an action."""
        self._rows[name].explain(text)

    def switch(self, name: str, *, on: bool) -> None:
        """Show whether the action with a switch is on."""
        self._switches[name].show_value(on)

    def offer(self, name: str, names: Sequence[str]) -> None:
        """Let the person choose one of these names for a setting."""
        control = self._controls[name]
        assert isinstance(control, NameControl)
        control.offer(names)

    def search(self, words: str) -> None:
        """Show only what has these words."""
        self._search.setText(words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the cards into two columns or one."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Say so."""
        super().showEvent(event)
        self.appeared.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Say so."""
        super().hideEvent(event)
        self.disappeared.emit()

    def _kept_note(self) -> QWidget:
        note = QWidget()
        row = QHBoxLayout(note)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Icon(self._look, "check", "text2", 16))
        row.addWidget(Text(self._look, _KEPT, translate("words", "Changes are kept at once")))
        return note

    def _column(self, sections: Sequence[Section]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(_GAP)
        for section in sections:
            card = SettingsCard(self._look, table_text(section))
            self._fill(card, section)
            self._cards.append(card)
            column.addWidget(card)
        column.addStretch(1)
        return column

    def _fill(self, card: SettingsCard, section: Section) -> None:
        for name, entry in ENTRIES.items():
            if entry.section is section and name not in _SPANS.values():
                card.add(self._setting_row(name, entry))
                for action in self._actions:
                    if action.after == name:
                        card.add(self._action_row(action))

    def _setting_row(self, name: str, entry: Entry) -> SettingRow:
        names: tuple[str, ...] = (name,)
        control, title = self._control(name, entry), table_text(entry.title)
        default = value_text(entry, getattr(Settings(), name))
        if name in _SPANS:
            last = _SPANS[name]
            names, control = (name, last), SpanControl(self._look, control, self._control(last, ENTRIES[last]))
            title = translate("words", "Working hours")
            default = f"{default}–{value_text(ENTRIES[last], getattr(Settings(), last))}"
        picture = self._curve if name == _DRAWN else None
        row = SettingRow(self._look, title, table_text(entry.explanation), control, default, picture)
        row.reset_asked.connect(lambda: self._reset(names))
        self._names[row] = names
        self._rows |= dict.fromkeys(names, row)
        return row

    def _control(self, name: str, entry: Entry) -> QWidget:
        self._controls[name] = control = control_for(self._look, entry, self._offered.get(name))
        control.picked.connect(lambda value: self.changed.emit(name, value))
        return control

    def _reset(self, names: Sequence[str]) -> None:
        for name in names:
            self.changed.emit(name, getattr(Settings(), name))

    def _action_row(self, action: Action) -> SettingRow:
        button: Button | SwitchControl
        if action.button:
            button = Button(action.button, self._look, height=40, px=15)
            button.setAccessibleName(f"{action.title}: {action.button}")
        else:
            self._switches[action.name] = button = SwitchControl(self._look)
            button.setAccessibleName(action.title)
        button.clicked.connect(lambda: self.asked.emit(action.name))
        self._rows[action.name] = row = SettingRow(self._look, action.title, "", button)
        return row

    def _to_search(self) -> None:
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()
        self.ensureWidgetVisible(self._search)

    def _find(self, wanted: str) -> None:
        found = [card.search(wanted) for card in self._cards]
        self._nothing.setVisible(not any(found))
        self._fit()

    def _fit(self) -> None:
        width, scale = self.column_width, self._look.text_scale
        tail = self._search.sizeHint().width() + _GAP + self._kept.sizeHint().width()
        searched = bool(self._search.text().strip())  # what is found stands in one column: a half would be empty
        _turn(self._halves, beside=width >= _TWO_COLUMNS * scale and not searched)
        _turn(self._tail, beside=width >= tail)
        _turn(self._header, beside=width >= self._title.sizeHint().width() + _GAP + tail)


def _box() -> QBoxLayout:
    box = QBoxLayout(QBoxLayout.Direction.LeftToRight)
    box.setSpacing(_GAP)
    return box


def _turn(box: QBoxLayout, *, beside: bool) -> None:
    """Put what is in the box side by side, or one below the other."""
    box.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
