"""One step of the guided self-test, large: the figure, the side, and what to do or to answer."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ribdown.core.content import Mistake
from ribdown.core.figure.shown import start_scene
from ribdown.core.moment import Moment
from ribdown.core.thomas_guide import THOMAS_TEST, asks, shown_moment, timed
from ribdown.core.thomas_test import Thigh
from ribdown.core.timeline import Segment, Side, Timeline
from ribdown.ui import words
from ribdown.ui.figures import Figures
from ribdown.ui.look import Look, display_font, text_font
from ribdown.ui.pages.self_test_words import side_text, thigh_text, thigh_title
from ribdown.ui.translation import translate
from ribdown.ui.widgets.fitting import FitLabel
from ribdown.ui.widgets.panel import Panel
from ribdown.ui.widgets.session_figure import SessionFigure
from ribdown.ui.widgets.side_badge import SideBadge
from ribdown.ui.widgets.thigh_choices import ThighChoices

_LARGEST_TEXT = 1.3  # text scale: it is large already
_CUE, _HINT, _STEP = 76, 34, 30  # px at scale 1
_ANSWER = 1.65  # the answers' size beside those of a form
_HINT_SHARE, _HINT_ASKED, _CHOICES_SHARE = 0.34, 0.12, 0.58  # of the column's height, at most
_WIDE = 0.8  # height to width of a picture of somebody who lies


class SelfTestStepView(QWidget):
    """Shows the steps of a plan, on a 1280 px wide design. `choices` are shown where the step asks."""

    def __init__(self, look: Look, figures: Figures, plan: Timeline, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._timed = timed(plan)
        self._look = look
        self._figures = figures
        self._scale = 1.0
        self._shown: tuple[Segment, str] | None = None
        self._badge = SideBadge(look, 40, self)
        self._step = FitLabel(self)
        self._step.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._panel = Panel(look, self)
        self._figure = SessionFigure(look, figures, self._panel)
        self._cue = FitLabel(self)
        self._hint = FitLabel(self)
        self.choices = ThighChoices(self._fitting(), [(thigh, thigh_text(thigh)) for thigh in Thigh], self)
        self.choices.hide()

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look
        self._shown = None
        for part in (self._badge, self._panel):
            part.set_look(look)
        self.choices.set_look(self._fitting())

    def set_scale(self, scale: float) -> None:
        """Set the size of one design pixel."""
        self._scale = scale
        self._shown = None
        self._badge.set_scale(scale)
        self._panel.set_scale(scale)

    def show_moment(self, moment: Moment, stopped: str) -> None:
        """Show a step; `stopped` says why all stands still, and is empty where it does not."""
        self._figure.show_moment(self._timed, shown_moment(self._timed, moment.position))
        if self._shown == (moment.segment, stopped) or moment.side is None:
            return
        self._shown = moment.segment, stopped
        side, asked = moment.side, asks(moment.segment)
        self._badge.show_side(side, words.content(moment.exercise.side_label, side).upper())
        step = step_text(moment.segment)
        cue = translate("words", "{}: what do you see?").format(thigh_title(side)) if asked else ""
        keys = translate("words", "1, 2 or 3 answers, then Space goes on.") if asked else ""
        self.choices.set_title(thigh_title(side))
        self.choices.setVisible(asked)
        hint = keys or " ".join(_advice(mistake, side) for mistake in moment.mistakes[-1:])
        self._show_texts(step, cue or words.content(moment.cue, side), stopped or hint)

    def show_end(self, found: dict[Side, Thigh]) -> None:
        """Both sides are done: what was answered, and getting up."""
        self.choices.hide()
        self._badge.hide()
        figure = self._figures.figure_of(THOMAS_TEST)
        self._figure.show_scene(start_scene(figure) if figure is not None else None, mirrored=False)
        answers = "\n".join(side_text(side, found.get(side)) for side in (Side.RIGHT, Side.LEFT))
        self._show_texts("", translate("words", "Sit up slowly."), answers)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay everything out anew."""
        self._arrange()

    def _show_texts(self, step: str, cue: str, hint: str) -> None:
        px = self._scale * min(self._look.text_scale, _LARGEST_TEXT)
        self._step.show_text(step, text_font(_STEP * px, 600))
        self._cue.show_text(cue, display_font(_CUE * px, 600, tracking=-0.01 * _CUE * px))
        self._hint.show_text(hint, text_font(_HINT * px, 500))
        self._arrange()

    def _arrange(self) -> None:
        s, width, height = self._scale, self.width(), self.height()
        edge, top, bottom = 40 * s, 112 * s, height - 24 * s
        self._badge.move(round(edge), round(22 * s))
        left = edge + self._badge.width() + 24 * s if not self._badge.isHidden() else edge
        self._step.setGeometry(QRectF(left, 38 * s, width - left - edge, 44 * s).toRect())
        panel = QRectF(edge, top, width * 0.44 - edge, bottom - top).toRect()
        self._panel.setGeometry(panel)
        high = min(panel.height() - 32 * s, panel.width() * _WIDE)
        self._figure.setGeometry(QRectF(14 * s, (panel.height() - high) / 2, panel.width() - 28 * s, high).toRect())
        x = panel.right() + 44 * s
        wide = round(width - x - edge)
        asked = not self.choices.isHidden()
        hint = min(self._hint.natural_height(wide), round((bottom - top) * (_HINT_ASKED if asked else _HINT_SHARE)))
        self._hint.setGeometry(round(x), round(bottom - hint), wide, hint)
        low = bottom - hint - 20 * s
        if asked:
            high = self._fit_choices((bottom - top) * _CHOICES_SHARE)
            self.choices.setGeometry(round(x), round(low - high), wide, high)
            low -= high + 16 * s
        self._cue.setGeometry(round(x), round(top), wide, round(low - top))

    def _fit_choices(self, room: float) -> int:
        """Make the answers as large as there is room for; returns their height."""
        scale = _ANSWER * self._scale
        self.choices.set_scale(scale)
        high = self.choices.sizeHint().height()
        if high > room:
            self.choices.set_scale(scale * room / high)
            high = self.choices.sizeHint().height()
        return high

    def _fitting(self) -> Look:
        return self._look._replace(text_scale=min(self._look.text_scale, _LARGEST_TEXT))


def _advice(mistake: Mistake, side: Side) -> str:
    text = words.content(mistake.mistake, side), words.content(mistake.fix, side)
    return translate("words", "{}? {}").format(*text)


def step_text(step: Segment) -> str:
    """Such as `Side 1 of 2, step 3 of 5`."""
    turn = step.run.turn
    side = translate("words", "Side {} of {}").format(turn.side_number, turn.side_count)
    here = translate("words", "step {} of {}").format(step.run.block_number, len(turn.exercise.blocks))
    return f"{side}, {here}"
