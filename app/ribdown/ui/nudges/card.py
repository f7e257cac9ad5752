"""The nudge's own card: offered, running, done. It lies over the desktop's lower right corner and takes no focus."""

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QGuiApplication,
    QHideEvent,
    QKeySequence,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QRegion,
    QScreen,
    QShortcut,
)
from PySide6.QtWidgets import QStackedLayout, QWidget

from ribdown.ui.look import Look, colour
from ribdown.ui.nudges.done_view import DoneView
from ribdown.ui.nudges.guide_view import GuideView
from ribdown.ui.nudges.offer_view import OfferView

SIZE = QSize(360, 220)
_FROM_EDGE = 24
_RADIUS = 16.0
_LARGEST_TEXT = 1.5
_DONE_MS = 2500


class NudgeCard(QWidget):
    """`closed` says that the person closed an offer, and `stopped` that they did so, or pressed Stop, in the guide;
    `gone` follows whenever the card is no longer shown."""

    start_pressed = Signal()
    snooze_pressed = Signal()
    skip_pressed = Signal()
    closed = Signal()
    stopped = Signal()
    mute_pressed = Signal()
    gone = Signal()

    def __init__(self, look: Look, guide: GuideView) -> None:
        flags = Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
        super().__init__(None, flags)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setWindowTitle("Ribdown")
        self._look = look
        self._reserved = False
        self._offer, self._guide, self._done = OfferView(look), guide, DoneView(look)
        self._views = QStackedLayout(self)
        for view in (self._offer, self._guide, self._done):
            self._views.addWidget(view)
        self._offer.started.connect(self.start_pressed)
        self._offer.snoozed.connect(self.snooze_pressed)
        self._offer.skipped.connect(self.skip_pressed)
        self._offer.closed.connect(self.close)
        self._guide.stopped.connect(self.stopped)
        self._closing = QTimer(self, singleShot=True, interval=_DONE_MS)
        self._closing.timeout.connect(self.hide)
        keys: dict[str, Callable[[], object]] = {"S": self._offer.snooze, "M": self._mute, "Esc": self.close}
        for key, action in keys.items():
            QShortcut(QKeySequence(key), self, autoRepeat=False).activated.connect(action)
        self._follow(*QGuiApplication.screens())
        cast(QGuiApplication, QGuiApplication.instance()).screenAdded.connect(self._follow)
        self.set_look(look)

    @property
    def is_free(self) -> bool:
        """Whether it can be used to try it out: no nudge is shown, here or elsewhere, and no guide."""
        return not self._reserved and (self.isHidden() or self._views.currentWidget() is self._offer)

    def reserve(self, *, on: bool) -> None:
        """Whether it is for a nudge that is shown, here or by a notification, and for nothing else meanwhile."""
        self._reserved = on

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look = look._replace(text_scale=min(look.text_scale, _LARGEST_TEXT))
        for view in (self._offer, self._guide, self._done):
            view.set_look(look)
        self.setFixedSize(SIZE * look.text_scale)
        self.setMask(QRegion(self._outline().toFillPolygon().toPolygon()))
        self._place()
        self.update()

    def offer(self, slot: str, cue: str, *, can_snooze: bool) -> None:
        """Offer a nudge, by its time of day and one of its cues."""
        self._offer.show_offer(slot, cue, can_snooze=can_snooze)
        self._show(self._offer)

    def run(self) -> None:
        """Show the guide."""
        self._show(self._guide)

    def put_away(self) -> None:
        """An offer is not to be answered any more. A guide that runs, and what is said after it, stay."""
        if self._views.currentWidget() is self._offer:
            self.hide()

    def say_done(self, headline: str, text: str) -> None:
        """Say that it counts, and close by itself."""
        self._done.show_done(headline, text)
        self._show(self._done)
        self._closing.start()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say which of its states the person closed."""
        if not self.isVisible():
            return
        if self._views.currentWidget() is self._guide:
            self.stopped.emit()
        elif self._views.currentWidget() is self._offer:
            self.closed.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Say so, unless it is only the desktop that has put all windows out of sight."""
        if not event.spontaneous():
            self._closing.stop()
            self.gone.emit()

    def event(self, event: QEvent) -> bool:
        """Go back to the corner once the window manager has had its say: some put a new window elsewhere."""
        if event.type() in (QEvent.Type.Show, QEvent.Type.ScreenChangeInternal):
            QTimer.singleShot(0, self, self._place)
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the surface and its line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._look.theme
        painter.fillRect(self.rect(), colour(theme.surface))
        painter.setPen(QPen(colour(theme.edge), 1.5))
        painter.drawPath(self._outline())

    def _show(self, view: QWidget) -> None:
        self._closing.stop()
        self._views.setCurrentWidget(view)
        self._place()
        self.show()

    def _mute(self) -> None:
        if self._views.currentWidget() is self._guide:
            self.mute_pressed.emit()

    def _follow(self, *screens: QScreen) -> None:
        for screen in screens:
            screen.availableGeometryChanged.connect(self._place)

    def _place(self) -> None:
        corner = self.screen().availableGeometry().bottomRight()
        self.move(corner - QPoint(self.width() + _FROM_EDGE - 1, self.height() + _FROM_EDGE - 1))

    def _outline(self) -> QPainterPath:
        path, radius = QPainterPath(), _RADIUS * self._look.text_scale
        path.addRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        return path
