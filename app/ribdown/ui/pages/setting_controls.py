"""The control that a setting's kind asks for."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QComboBox, QWidget

from ribdown.core.allowed import Choice, Switch, Weekdays, Whole
from ribdown.core.breath_pace import BreathPace
from ribdown.core.settings import Entry
from ribdown.ui.look import Look
from ribdown.ui.pages.breath_pace_control import BreathPaceControl
from ribdown.ui.pages.settings_words import choices_of, number_text, own_text, table_text
from ribdown.ui.widgets.day_tiles import DayTiles
from ribdown.ui.widgets.drop_down import DropDown
from ribdown.ui.widgets.segments import Segments
from ribdown.ui.widgets.slider import Slider
from ribdown.ui.widgets.switch import Switch as SwitchWidget

_SIDE_BY_SIDE = 3
Options = Sequence[tuple[object, str]]


class SwitchControl(SwitchWidget):
    """A switch without a text: the row has it."""

    picked = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.clicked.connect(lambda on: self.picked.emit(on))

    def show_value(self, value: bool) -> None:
        """Show whether it is on."""
        self.setChecked(value)


class StepsControl(DropDown):
    """Some of the numbers that are allowed; one that was typed into the file joins them."""

    def __init__(self, look: Look, allowed: Whole) -> None:
        super().__init__(look)
        self._allowed = allowed

    def show_value(self, value: Any) -> None:
        """Show this number."""
        steps = sorted({*self._allowed.steps, value})
        self.set_options([(step, number_text(step, self._allowed.unit)) for step in steps])
        super().show_value(value)


class NameControl(DropDown):
    """Names that are known only later; the one in use is always among them."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._names: tuple[str, ...] = ()
        self._value = ""

    def offer(self, names: Sequence[str]) -> None:
        """Offer these from now on."""
        self._names = tuple(names)
        self.setEnabled(bool(names))
        self.show_value(self._value)

    def show_value(self, value: Any) -> None:
        """Show this name, or that it is the desktop's own."""
        self._value = value
        names = dict.fromkeys(filter(None, (*self._names, value)))
        self.set_options([("", own_text()), *((name, name) for name in names)])
        super().show_value(value)


class ChoiceControl(DropDown):
    """One of more choices than stand side by side."""

    def __init__(self, look: Look, options: Options) -> None:
        super().__init__(look)
        self.set_options(options)


# Each has a signal `picked` with the value that the person wants, and a `show_value`.
Control = SwitchControl | StepsControl | NameControl | ChoiceControl | Segments | Slider | DayTiles | BreathPaceControl


def control_for(look: Look, entry: Entry, offered: Options | None) -> Control:
    """The control of an entry, named for the screen reader; `offered` are the choices that this computer has, where
    that is not all."""
    control = _control(look, entry, offered)
    (control.focusProxy() or control).setAccessibleName(table_text(entry.title))
    return control


def choices_in(control: QWidget) -> str:
    """What can be chosen with a control, in words, for a search."""
    if isinstance(control, BreathPaceControl):
        return control.choices
    parts = [control, *control.findChildren(QWidget)]
    lists = [part for part in parts if isinstance(part, QComboBox)]
    texts = [one.itemText(index) for one in lists for index in range(one.count())]
    return " ".join([*texts, *(part.accessibleName() for part in parts if isinstance(part, QAbstractButton))])


def _control(look: Look, entry: Entry, offered: Options | None) -> Control:
    match entry.allowed:
        case Switch():
            return SwitchControl(look)
        case Whole(low=low, high=high, unit=unit, steps=steps) if len(steps) == high - low + 1 <= _SIDE_BY_SIDE:
            return Segments(look, table_text(entry.title), [(step, number_text(step, unit)) for step in steps])
        case Whole(steps=steps) as whole if steps:
            return StepsControl(look, whole)
        case Whole(low=low, high=high, unit=unit):
            return Slider(look, low, high, lambda value: number_text(value, unit))
        case Choice(choices=kind) if kind is BreathPace:
            return BreathPaceControl(look, table_text(entry.title))
        case Choice(choices=kind):
            options = choices_of(kind) if offered is None else offered
            if len(options) > _SIDE_BY_SIDE:
                return ChoiceControl(look, options)
            return Segments(look, table_text(entry.title), options)
        case Weekdays():
            return DayTiles(look)
    return NameControl(look)
