"""Far view: side, word and countdown as large as the window, for two or three metres. No chrome."""

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from ribdown.core.events import PauseReason
from ribdown.core.moment import Moment
from ribdown.core.phases import Strip
from ribdown.core.session import Session
from ribdown.ui import words
from ribdown.ui.figures import Figures
from ribdown.ui.look import Look, colour, display_font
from ribdown.ui.translation import translate
from ribdown.ui.widgets.button import Button, ButtonKind
from ribdown.ui.widgets.fitting import fitted_font
from ribdown.ui.widgets.pacer import EXTENT, Pacer, PacerSize, stands
from ribdown.ui.widgets.session_figure import SessionFigure

_LEAVE_SHOWN_MS = 3000
_RADIUS = 268.0


class FarView(QWidget):
    """Emits `left` when the person leaves it with the mouse."""

    left = Signal()

    def __init__(self, look: Look, figures: Figures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._scale = 1.0
        self._moment: Moment | None = None
        self._before: Moment | None = None
        self._stopped: PauseReason | None = None
        self._share = 0.0
        self._pacer = Pacer()
        self._figure = SessionFigure(look, figures, self, ground="bg", see_through=True)  # the tide lies behind
        self._leave = Button(translate("words", "Leave far view"), look, ButtonKind.PRIMARY, "far", parent=self)
        self._leave.clicked.connect(self.left)
        self._leave.hide()
        self._hide_leave = QTimer(self, singleShot=True, interval=_LEAVE_SHOWN_MS)
        self._hide_leave.timeout.connect(self._leave.hide)
        self.setAccessibleName(translate("words", "Far view"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look
        self._figure.set_look(look)
        self._leave.set_look(look)
        self.update()

    def show_moment(self, session: Session, moment: Moment, before: Moment | None) -> None:
        """Show a moment of a session."""
        old, stopped = self._moment, session.pause_reason
        self._figure.show_moment(session.timeline, moment)
        new = old is None or old.segment is not moment.segment or stopped is not self._stopped
        self._moment, self._before, self._stopped = moment, before, stopped
        total = session.timeline.planned_seconds
        self._share = 1 - session.remaining / total if total else 0.0
        if old is None or new:
            self.setAccessibleName(words.spoken(moment))
            self.update()
        elif self._look.still:
            if old.number != moment.number:
                self.update()
        elif moment.phase.strip is Strip.WAVE:
            self.update()  # the tide fills the window
        elif not stands(old, self._look):
            self.update(self._ring_box().toAlignedRect())
            self.update(self._line_box().adjusted(0, -2, 0, 2).toAlignedRect())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show the way out for a while."""
        self._leave.show()
        self._hide_leave.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay everything out anew: on a 1280 x 800 design, centred."""
        self._scale = min(self.width() / 1280, self.height() / 800)
        self._figure.setGeometry(self._box(22, 214, 520, 480).toAlignedRect())
        size = self._leave.sizeHint()
        bottom = self.height() - size.height() - 40
        self._leave.setGeometry(self.width() - size.width() - 16, bottom, size.width(), size.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tide, the words, the pacer and the session's line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, moment = self._look.theme, self._moment
        painter.fillRect(event.rect(), colour(theme.bg))
        if moment is None:
            return
        hue = self._look.hue(moment.phase.hue)
        stopped = self._stopped is not None
        if moment.phase.strip is Strip.WAVE and not self._look.still and not stopped:
            painter.fillPath(self._tide(moment.position.level), colour(hue.tide))
        s = self._scale
        word = translate("words", "Stopped") if stopped else words.phase_word(moment.phase)
        self._paint_text(painter, self._box(560, 20, 700, 160), word, 148, theme.text if stopped else hue.ink)
        side = words.side_word(moment.side) if moment.side else words.content(moment.exercise.title)
        self._paint_text(painter, self._box(40, 66, 480, 116), side, 96 if moment.side else 60, theme.text, left=True)
        size = PacerSize(_RADIUS * s, 276 * s, 200 * s, 150 * s, self.devicePixelRatioF())
        centre = self._ring_box().center()
        if self._stopped is not None:
            self._pacer.paint_stopped(painter, centre, size, self._look)
            text = words.stopped_text(self._stopped, moment).replace("\n", " ")
            self._paint_text(painter, self._box(40, 706, 540, 56), text, 32, theme.text2, left=True)
        else:
            self._pacer.paint(painter, centre, size, moment, self._before, self._look)
        self._paint_line(painter)

    def _paint_text(
        self, painter: QPainter, box: QRectF, text: str, px: float, ink: str, *, left: bool = False
    ) -> None:
        painter.setPen(colour(ink))
        painter.setFont(fitted_font(display_font(px * self._scale, 700, tracking=px / 74), text, box.width()))
        side = Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignHCenter
        painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_line(self, painter: QPainter) -> None:
        line, theme = self._line_box(), self._look.theme
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(theme.line))
        painter.drawRoundedRect(line, line.height() / 2, line.height() / 2)
        line.setWidth(line.width() * self._share)
        painter.setBrush(colour(theme.text2))
        painter.drawRoundedRect(line, line.height() / 2, line.height() / 2)

    def _tide(self, level: float) -> QPainterPath:
        """The whole window filled to the breath level, with a crest of 10 px up and down."""
        s, width, height = self._scale, self.width(), self.height()
        y = height - 24 * s - level * (height - 180 * s)
        path = QPainterPath(QPointF(0, y))
        path.cubicTo(width * 0.25, y - 20 * s, width * 0.25, y - 20 * s, width * 0.5, y)
        path.cubicTo(width * 0.75, y + 20 * s, width * 0.75, y + 20 * s, width, y)
        path.lineTo(width, height)
        path.lineTo(0, height)
        path.closeSubpath()
        return path

    def _box(self, x: float, y: float, width: float, height: float) -> QRectF:
        s = self._scale
        left, top = (self.width() - 1280 * s) / 2, (self.height() - 800 * s) / 2
        return QRectF(left + x * s, top + y * s, width * s, height * s)

    def _ring_box(self) -> QRectF:
        reach = EXTENT * _RADIUS
        return self._box(868 - reach, 484 - reach, 2 * reach, 2 * reach)

    def _line_box(self) -> QRectF:
        return self._box(40, 778, 1200, 8)
