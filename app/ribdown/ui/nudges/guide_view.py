"""The guide of a nudge: pacer, figure, word and cue of the moment in a small card."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from ribdown.core.moment import Moment
from ribdown.core.session import Session
from ribdown.ui import words
from ribdown.ui.figures import Figures
from ribdown.ui.look import Look, colour, display_font, text_font
from ribdown.ui.translation import translate
from ribdown.ui.widgets.button import Button, ButtonKind
from ribdown.ui.widgets.fitting import fitted_font, wrapped_font
from ribdown.ui.widgets.pacer import EXTENT, Pacer, PacerSize, stands
from ribdown.ui.widgets.session_figure import SessionFigure

_CENTRE, _RADIUS = QPointF(82, 92), 58.0
_FIGURE = QRectF(150, 24, 62, 144)
_WORD = QRectF(222, 30, 126, 34)
_CUE = QRectF(222, 66, 126, 104)
_PULSE = QRectF(20, 176, 220, 30)
_SMALLEST = 11


class GuideView(QWidget):
    """Paints what `show_moment` was told. `stopped` is emitted where Stop is pressed."""

    stopped = Signal()

    def __init__(self, look: Look, figures: Figures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._moment: Moment | None = None
        self._before: Moment | None = None
        self._standing = False
        self._pulse = ""
        self._heard = True
        self._pacer = Pacer()
        self._figure = SessionFigure(look, figures, self)
        self._stop = Button(translate("words", "Stop"), look, ButtonKind.QUIET, "", 34, 15, self)
        self._stop.clicked.connect(self.stopped)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look
        self._figure.set_look(look)
        self._stop.set_look(look)
        self._arrange()
        self.update()

    def show_pulse(self, text: str) -> None:
        """Say which of the day's pulses this is."""
        self._pulse = text
        self.update()

    def show_sound(self, *, on: bool) -> None:
        """Say whether it can be heard."""
        self._heard = on
        self.update()

    def show_moment(self, session: Session, moment: Moment, before: Moment | None) -> None:
        """Show a moment of the guide; a session that stands still shows that."""
        old, standing = self._moment, session.pause_reason is not None
        self._figure.show_moment(session.timeline, moment)
        if old is None or old.segment is not moment.segment or standing != self._standing:
            self.setAccessibleName(words.spoken(moment))
            if QAccessible.isActive():
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words.spoken(moment)))
            self.update()
        elif old.number != moment.number or not (self._look.still or stands(old, self._look)):
            self.update(self._box(_ring()).toAlignedRect())
        self._moment, self._before, self._standing = moment, before, standing

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay figure and button out anew."""
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pacer and the words."""
        moment = self._moment
        if moment is None:
            return
        painter, theme, s = QPainter(self), self._look.theme, self._look.text_scale
        size = PacerSize(_RADIUS * s, 48 * s, 44 * s, 32 * s, self.devicePixelRatioF())
        if self._standing:
            self._pacer.paint_stopped(painter, _CENTRE * s, size, self._look)
        else:
            self._pacer.paint(painter, _CENTRE * s, size, moment, self._before, self._look)
        word, box = words.phase_word(moment.phase), self._box(_WORD)
        painter.setPen(colour(self._look.hue(moment.phase.hue).ink))
        painter.setFont(fitted_font(display_font(27 * s, 700), word, box.width()))
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, word)
        cue, box = words.content(moment.cue or moment.exercise.starting_position[0], moment.side), self._box(_CUE)
        painter.setPen(colour(theme.text))
        painter.setFont(wrapped_font(text_font(15.5 * s, 500), cue, box.size().toSize(), _SMALLEST))
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap, cue)
        painter.setPen(colour(theme.text2))
        painter.setFont(text_font(14 * s))
        line = self._pulse if self._heard else translate("words", "{}, sound off").format(self._pulse)
        painter.drawText(self._box(_PULSE), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, line)

    def _arrange(self) -> None:
        s = self._look.text_scale
        self._figure.setGeometry(self._box(_FIGURE).toAlignedRect())
        size = self._stop.sizeHint()
        self._stop.setGeometry(
            round(346 * s) - size.width(), round(191 * s) - size.height() // 2, size.width(), size.height()
        )

    def _box(self, design: QRectF) -> QRectF:
        s = self._look.text_scale
        return QRectF(design.x() * s, design.y() * s, design.width() * s, design.height() * s)


def _ring() -> QRectF:
    reach = EXTENT * _RADIUS
    return QRectF(_CENTRE.x() - reach, _CENTRE.y() - reach, 2 * reach, 2 * reach)
