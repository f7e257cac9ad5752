"""What a session's row says, field by field, and where each field stands."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF

from ribdown.core.history import PressEffort, Status
from ribdown.core.session_list import ListedSession
from ribdown.ui import words
from ribdown.ui.look import Look, text_font
from ribdown.ui.pages.dates import day_short, time_of_day
from ribdown.ui.pages.record_words import effort_text, pain_change, pain_text, pressed_text, rehearsal_text, status_word
from ribdown.ui.translation import translate

GAP = 18
# From the roomiest row to the narrowest: its lines, each with its fields.
_LAYOUTS = (
    (("day", "time", "title", "status", "length", "effort", "pain"),),
    (("day", "time", "title", "status", "length", "pain"),),
    (("day", "time", "title", "mark", "length", "pain"),),
    (("day", "time", "title", "mark", "length", "change"),),
    (("day", "time", "length"), ("mark", "what", "pain")),
    (("day", "length"), ("mark", "what"), ("time", "pain")),
)
# The first of these in a line takes the room that is left, at least so much of it at 100 % text size.
_STRETCHING = {"title": 140, "what": 235, "time": 50, "day": 90}


@dataclass(frozen=True, slots=True)
class Field:
    """`ink` names the theme's colour; `marked` fields have the outcome's mark in front."""

    text: Callable[[ListedSession], str]
    ink: str = "text"
    bold: bool = False
    right: bool = False
    marked: bool = False


def fields(*, years: bool) -> Mapping[str, Field]:
    """The fields by name; with `years` the day has its year."""
    return {
        "day": Field(lambda record: day_short(record.started, year=years), bold=True),
        "time": Field(lambda record: time_of_day(record.started), "text2"),
        "title": Field(lambda record: words.content(record.title)),
        "status": Field(_status, "text2", marked=True),
        "mark": Field(lambda record: "", marked=True),
        "what": Field(lambda record: f"{words.content(record.title)} · {_status(record)}", "text2"),
        "length": Field(lambda record: words.took(record.done_seconds), right=True),
        "effort": Field(pressed_text, "text2"),
        "pain": Field(pain_text, "text2", right=True),
        "change": Field(pain_change, "text2", right=True),
    }


class FieldPlan:
    """Fonts, widths and places of the fields for one look."""

    def __init__(self, look: Look, *, years: bool) -> None:
        scale = look.text_scale
        self.fields = fields(years=years)
        self.font = text_font(15 * scale, tabular=True)
        self.bold = text_font(15 * scale, 600, tabular=True)
        self.mark = 18 * scale
        self._scale = scale
        days = [day_short(date(2026, month, day), year=years) for month in range(1, 13) for day in range(20, 27)]
        efforts = [translate("words", "pressed {}").format(effort_text(effort).lower()) for effort in PressEffort]
        change = translate("words", "{} → {}").format(10, 10)
        statuses = [*map(status_word, Status), translate("words", "rehearsal {}×").format(60)]
        self._widths = {
            "day": self._widest(days, self.bold),
            "time": self._widest(["00:00"]),
            "status": self.mark + 8 + self._widest(statuses),
            "mark": self.mark,
            "length": self._widest([words.duration(58 * 60 + 48), words.duration(28 * 3600)]),
            "effort": self._widest(efforts),
            "pain": self._widest([translate("words", "pain {}").format(change)]),
            "change": self._widest([change]),
        }

    def lines(self, width: float) -> Sequence[Sequence[str]]:
        """The names of the fields that have room in a row of this width, line by line."""
        fitting = (layout for layout in _LAYOUTS if all(self._needed(names) <= width for names in layout))
        return next(fitting, _LAYOUTS[-1])

    def places(self, names: Sequence[str], box: QRectF) -> dict[str, QRectF]:
        """Where the fields of a line stand in its box."""
        stretching = _stretching(names)
        room = box.width() - self._fixed(names)
        places, left = {}, box.left()
        for name in names:
            width = room if name == stretching else self._widths[name]
            places[name] = QRectF(left, box.top(), width, box.height())
            left += width + GAP
        return places

    def _needed(self, names: Sequence[str]) -> float:
        return self._fixed(names) + _STRETCHING[_stretching(names)] * self._scale

    def _fixed(self, names: Sequence[str]) -> float:
        """All but the stretching field."""
        stretching = _stretching(names)
        return sum(self._widths[name] for name in names if name != stretching) + GAP * (len(names) - 1)

    def _widest(self, texts: Sequence[str], font: QFont | None = None) -> float:
        metrics = QFontMetricsF(font or self.font)
        return max(metrics.horizontalAdvance(text) for text in texts) + 1


def _stretching(names: Sequence[str]) -> str:
    return next(name for name in _STRETCHING if name in names)


def _status(record: ListedSession) -> str:
    return rehearsal_text(record) or status_word(record.status)
