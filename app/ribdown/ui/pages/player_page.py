"""The player: work, change and far views over one dock, with the keys of the session."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QHideEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from ribdown.core.events import PauseReason, SegmentStarted
from ribdown.core.moment import Moment
from ribdown.core.phases import phase_of
from ribdown.core.session import SessionState
from ribdown.core.timeline import Segment, Timeline
from ribdown.ui import words
from ribdown.ui.figures import Figures
from ribdown.ui.look import Look
from ribdown.ui.session_player import SessionPlayer
from ribdown.ui.translation import translate
from ribdown.ui.widgets import dock
from ribdown.ui.widgets.button import ButtonKind
from ribdown.ui.widgets.change_view import ChangeView
from ribdown.ui.widgets.edge_band import EdgeBand
from ribdown.ui.widgets.far_view import FarView
from ribdown.ui.widgets.question import Question
from ribdown.ui.widgets.work_view import FOLD_BELOW, WorkView

_DESIGN = (1280, 766)
_FOLDED_DESIGN = (960, 700)
_LOOKS = 10  # a second at the time and the bar: no faster than the eye sees them jump
_ANNOUNCED_FROM = 2.0  # s: shorter phases are not announced to a screen reader


class PlayerPage(QWidget):
    """Shows one SessionPlayer from its start. `far_for` names the exercises that are watched in far view;
    `far_view_chosen` carries an exercise's id and whether it now is. `volume_stepped` carries 1 for louder, -1 for
    softer."""

    far_view_chosen = Signal(str, bool)
    sound_toggled = Signal()
    volume_stepped = Signal(int)

    def __init__(
        self,
        look: Look,
        player: SessionPlayer,
        figures: Figures,
        far_for: frozenset[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.player = player
        self._far_for = set(far_for)
        self._far = False  # the person's choice
        self._shows_far = False
        self._exercise = ""
        self._work = WorkView(look, figures, self)
        self._change = ChangeView(look, figures, self)
        self._dock = dock.Dock(look, self)
        self._far_view = FarView(look, figures, self)
        self._far_view.hide()
        self._question = Question(look, self)
        self._band = EdgeBand(self)
        self._unheard = False
        self._place: tuple[Segment, Timeline, SessionState, PauseReason | None, int] | None = None
        self._look_taken = -1
        self._dock.bar.set_plan(player.session.plan)
        self._dock.show_speed(player.session.speed)
        self._wire()

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look
        for part in (self._work, self._change, self._dock, self._far_view, self._question):
            part.set_look(look)
        self.show_position()

    def start(self) -> None:
        """Start the session, with the keyboard on Pause."""
        self.player.start()
        self._dock.focus_first()

    def show_position(self) -> None:
        """Show where the session is. Views ask Qt only for what changed."""
        self._place = None
        self._follow()

    def _follow(self) -> None:
        player = self.player
        session, moment = player.session, player.moment
        timeline, reason = session.timeline, session.pause_reason
        elapsed = moment.position.elapsed
        place = moment.segment, timeline, session.state, reason, int(moment.position.spent)
        # Most frames only move the pictures. Mistakes begin, turn and end on whole seconds of a segment.
        new = place != self._place
        if new:
            self._place = place
            self._choose_view(moment)
        if self._shows_far:
            self._far_view.show_moment(session, moment, player.before)
        elif moment.segment.is_change:
            self._change.show_moment(timeline, moment, reason)
        else:
            if new:
                self._work.show_texts(moment)
            self._work.show_moment(timeline, moment, player.before, reason)
        if new or int(elapsed * _LOOKS) != self._look_taken:
            self._look_taken = int(elapsed * _LOOKS)
            self._dock.show_moment(moment, session)
            player.show_frames(wanted=self._seen() and not self._look.still)

    def _choose_view(self, moment: Moment) -> None:
        if moment.exercise.id != self._exercise:
            self._exercise = moment.exercise.id
            self._far = self._far or self._exercise in self._far_for
        changing = moment.segment.is_change
        far = self._far and not changing  # how to get into position is always shown in full
        if far != self._shows_far:
            self._shows_far = far
            self._far_view.setVisible(far)
            # The keyboard must not press what is covered.
            (self._far_view.setFocus if far else self._dock.focus_first)()
            self._dock.setVisible(not far)
        self._change.setVisible(changing)
        self._work.setVisible(not changing and not far)

    def show_sound(self, text: str, *, on: bool) -> None:
        """Say in the dock whether there is sound, or how loud it is."""
        self._dock.show_sound(text, on=on)

    def set_unheard(self, *, unheard: bool) -> None:
        """Where nothing can be heard, the window's edge lights up at each change."""
        self._unheard = unheard

    def ask_end(self) -> None:
        """Ask whether to end here; the session stands still meanwhile."""
        player = self.player
        player.pause()
        session = player.session
        done = sum(map(session.done_seconds, session.plan.segments))
        text = translate("words", "{} done of {}. It is kept as a part session.").format(
            words.took(done), words.duration(session.timeline.planned_seconds)
        )
        self._question.ask(
            translate("words", "End here?"),
            text,
            (
                (translate("words", "Carry on"), "play", ButtonKind.PRIMARY, player.resume),
                (translate("words", "End and save"), "end", ButtonKind.OUTLINE, player.end),
                (translate("words", "Something hurts"), "hurts", ButtonKind.QUIET, self.say_hurts),
            ),
        )

    def say_hurts(self) -> None:
        """Something hurts: stand still, and say what to do."""
        player = self.player
        player.pause(PauseReason.HURTS)
        moment = player.moment
        leave_out = translate("words", "Leave this exercise out")
        if moment.side is not None:
            leave_out = translate("words", "Leave this side out")
        stop = " ".join(words.content(line, moment.side) for line in moment.exercise.stop)
        self._question.ask(
            translate("words", "Something hurts"),
            stop + " " + translate("words", "Pain that stays is a reason to see a clinician."),
            (
                (translate("words", "End and save"), "end", ButtonKind.PRIMARY, player.end),
                (leave_out, "skip", ButtonKind.OUTLINE, player.leave_out),
                (translate("words", "Carry on"), "play", ButtonKind.QUIET, player.resume),
            ),
        )

    def set_far_view(self, *, on: bool) -> None:
        """Watch this exercise in far view, or not; the choice is remembered."""
        self._far = on
        (self._far_for.add if on else self._far_for.discard)(self._exercise)
        self.far_view_chosen.emit(self._exercise, on)
        self.show_position()

    def hideEvent(self, event: QHideEvent) -> None:
        """Ask for no more frames."""
        self.player.show_frames(wanted=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Scale everything to the window."""
        folded = self.width() <= FOLD_BELOW
        width, height = _FOLDED_DESIGN if folded else _DESIGN
        scale = min(self.width() / width, self.height() / height)
        for part in (self._work, self._change, self._dock):
            part.set_scale(scale)
        low = round(dock.HEIGHT * scale)
        above = self.height() - low
        self._dock.setGeometry(0, above, self.width(), low)
        for view in (self._work, self._change):
            view.setGeometry(0, 0, self.width(), above)
        self._far_view.setGeometry(self.rect())
        self._question.cover_host()
        self.show_position()

    def _seen(self) -> bool:
        handle = self.window().windowHandle()
        return self.isVisible() and handle is not None and handle.isExposed() and not self.window().isMinimized()

    def _wire(self) -> None:
        player = self.player
        player.moved.connect(self._follow)
        player.segment_started.connect(self._announce)
        player.segment_started.connect(self._light)
        player.resumed.connect(self._question.hide)
        self._dock.back.connect(player.back)
        self._dock.toggled.connect(player.toggle)
        self._dock.skipped.connect(player.skip)
        self._dock.more_time_asked.connect(player.add_ten_seconds)
        self._dock.end_asked.connect(self.ask_end)
        self._dock.hurt.connect(self.say_hurts)
        self._dock.sound_toggled.connect(self.sound_toggled)
        self._work.stopped_pressed.connect(player.resume)
        self._dock.far_view_asked.connect(lambda: self.set_far_view(on=True))
        self._far_view.left.connect(lambda: self.set_far_view(on=False))
        keys: dict[str, Callable[[], None]] = {
            "Space": player.toggle,
            "Left": player.back,
            "Right": player.skip,
            "+": player.add_ten_seconds,
            "F": self._toggle_far_view,
            "F11": self._toggle_far_view,
            "H": self.say_hurts,
            "M": self.sound_toggled.emit,
            "Up": lambda: self.volume_stepped.emit(1),
            "Down": lambda: self.volume_stepped.emit(-1),
            "Esc": self._escape,
        }
        for key, action in keys.items():
            context = Qt.ShortcutContext.WidgetWithChildrenShortcut
            shortcut = QShortcut(QKeySequence(key), self, context=context, autoRepeat=False)
            shortcut.activated.connect(action)
            if key != "Esc":
                self._question.visibility_changed.connect(lambda on, shortcut=shortcut: shortcut.setEnabled(not on))

    def _toggle_far_view(self) -> None:
        self.set_far_view(on=not self._far)

    def _escape(self) -> None:
        if self._question.isVisible():
            self._question.hide()
        elif self._far:
            self.set_far_view(on=False)
        else:
            self.ask_end()

    def _light(self, event: SegmentStarted) -> None:
        if self._unheard:
            self._band.light(self._look.hue(phase_of(event.segment).hue).fill)

    def _announce(self, event: SegmentStarted) -> None:
        if QAccessible.isActive() and event.segment.seconds >= _ANNOUNCED_FROM:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words.spoken(self.player.moment)))
