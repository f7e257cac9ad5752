"""What the list of sessions can be narrowed to."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from ribdown.core.history import Status
from ribdown.core.session_list import SessionFilter
from ribdown.ui import words
from ribdown.ui.look import Look
from ribdown.ui.pages.dates import day_short
from ribdown.ui.pages.record_words import status_word
from ribdown.ui.translation import translate
from ribdown.ui.widgets.dressing import dress
from ribdown.ui.widgets.drop_down import DropDown
from ribdown.ui.widgets.flow import Flow
from ribdown.ui.widgets.search_field import SearchField
from ribdown.ui.widgets.switch import Switch


class Range(NamedTuple):
    """Local days, both included; None is any."""

    first: date | None = None
    last: date | None = None


class HistoryFilter(QWidget):
    """`changed` says that `chosen` is something else."""

    changed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chosen = SessionFilter()
        self._today = date.min
        self.search = SearchField(look, translate("words", "Find in titles and notes"))
        self.search.textChanged.connect(lambda text: self.narrow(text=text))
        self._routines = self._list(look, translate("words", "Routine"))
        self._ranges = self._list(look, translate("words", "When"))
        self._exercises = self._list(look, translate("words", "Exercise"))
        self._statuses = self._list(look, translate("words", "How it ended"))
        self.rehearsals = Switch(look)
        self._routines.picked.connect(lambda value: self.narrow(routine=value))
        self._exercises.picked.connect(lambda value: self.narrow(exercise=value))
        self._statuses.picked.connect(lambda value: self.narrow(status=value))
        self._ranges.picked.connect(lambda value: self.narrow(first=value[0], last=value[1]))
        self.rehearsals.clicked.connect(lambda on: self.narrow(rehearsals=on))
        flow = Flow(10, self)
        for part in (self.search, self._routines, self._ranges, self._exercises, self._statuses, self.rehearsals):
            flow.addWidget(part)
        ended: list[tuple[object, str]] = [(status, _capital(status_word(status))) for status in Status]
        self._statuses.set_options([(None, translate("words", "Any ending")), *ended])
        self.offer((), (), {})
        self.show_rehearsals(0)

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        dress(self, look)
        self.rehearsals.setFixedSize(self.rehearsals.sizeHint())

    def offer(self, routines: Sequence[tuple[str, str]], exercises: Sequence[str], titles: Mapping[str, str]) -> None:
        """Offer what there are sessions of. `titles` are the exercises' by id."""
        one = [(id, words.content(title)) for id, title in routines]
        self._routines.set_options([(None, translate("words", "Any routine")), *one])
        other = sorted(((id, words.content(titles.get(id, id))) for id in exercises), key=lambda pair: pair[1])
        self._exercises.set_options([(None, translate("words", "Any exercise")), *other])
        self._show()

    def show_today(self, today: date) -> None:
        """Offer the ranges that end today."""
        if today != self._today:
            self._today = today
            self._show()

    def show_rehearsals(self, count: int) -> None:
        """Offer to list the rehearsals, where there are any."""
        self.rehearsals.set_texts(translate("words", "Show rehearsals ({})").format(count))
        self.rehearsals.setVisible(count > 0)
        self.rehearsals.setFixedSize(self.rehearsals.sizeHint())

    def choose_day(self, day: date | None) -> None:
        """Narrow the list to a day, or no longer."""
        self.narrow(first=day, last=day)

    def list_rehearsals(self) -> None:
        """Leave the rehearsals in."""
        self.narrow(rehearsals=True)

    @property
    def day(self) -> date | None:
        """The one day that the list is narrowed to; None where it is not."""
        return self.chosen.first if self.chosen.first == self.chosen.last else None

    @property
    def narrows(self) -> bool:
        """Whether anything is left out but rehearsals."""
        return replace(self.chosen, rehearsals=False) != SessionFilter()

    def narrow(self, **what: object) -> None:
        """Choose other fields of a SessionFilter."""
        chosen = replace(self.chosen, **what)  # type: ignore[arg-type]
        if chosen != self.chosen:
            self.chosen = chosen
            self._show()
            self.changed.emit()

    def clear(self) -> None:
        """Leave nothing out but rehearsals."""
        self.chosen = SessionFilter(rehearsals=self.chosen.rehearsals)
        with QSignalBlocker(self.search):
            self.search.clear()
        self._show()
        self.changed.emit()

    def _list(self, look: Look, name: str) -> DropDown:
        box = DropDown(look)
        box.setAccessibleName(name)
        return box

    def _show(self) -> None:
        chosen = self.chosen
        self._ranges.set_options(self._range_options())
        self._ranges.show_value(Range(chosen.first, chosen.last))
        self._routines.show_value(chosen.routine)
        self._exercises.show_value(chosen.exercise)
        self._statuses.show_value(chosen.status)
        self.rehearsals.setChecked(chosen.rehearsals)

    def _range_options(self) -> list[tuple[object, str]]:
        today = self._today
        options: list[tuple[object, str]] = [(Range(), translate("words", "Any time"))]
        if today > date.min:
            year = today.year
            options += [
                (Range(today - timedelta(days=6), today), translate("words", "Last 7 days")),
                (Range(today - timedelta(days=29), today), translate("words", "Last 30 days")),
                (Range(date(year, 1, 1), date(year, 12, 31)), str(year)),
                (Range(date(year - 1, 1, 1), date(year - 1, 12, 31)), str(year - 1)),
            ]
        if self.day is not None:
            options.append((Range(self.day, self.day), day_short(self.day, year=self.day.year != today.year)))
        return options


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
