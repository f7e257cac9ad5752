"""The guided self-test: one step at a time, each until the person goes on. They lie down, so all of it is large."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QHideEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from ribdown.core.events import PauseReason, SegmentStarted
from ribdown.core.moment import Moment
from ribdown.core.phases import phase_of
from ribdown.core.session import SessionState
from ribdown.core.thomas_guide import asks
from ribdown.core.thomas_test import Thigh
from ribdown.core.timeline import Segment, Side
from ribdown.ui import words
from ribdown.ui.figures import Figures
from ribdown.ui.look import Look
from ribdown.ui.pages import self_test_dock
from ribdown.ui.pages.self_test_step_view import SelfTestStepView, step_text
from ribdown.ui.session_player import SessionPlayer
from ribdown.ui.translation import translate
from ribdown.ui.widgets.button import ButtonKind
from ribdown.ui.widgets.edge_band import EdgeBand
from ribdown.ui.widgets.question import Question

_DESIGN, _NARROW_DESIGN = (1280, 766), (960, 700)
_NARROW_BELOW = 1100  # px


class SelfTestGuide(QWidget):
    """Shows a player of a `guide_plan` from its start. `left` follows its end; `found` has what was answered until
    then. `volume_stepped` carries 1 for louder, -1 for softer."""

    left = Signal()
    sound_toggled = Signal()
    volume_stepped = Signal(int)

    def __init__(self, look: Look, player: SessionPlayer, figures: Figures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.player = player
        self.found: dict[Side, Thigh] = {}
        self._step: Segment | None = None
        self._unheard = False
        self._view = SelfTestStepView(look, figures, player.session.plan, self)
        self._dock = self_test_dock.SelfTestDock(look, player.session.plan, self)
        self._question = Question(look, self)
        self._band = EdgeBand(self)
        self._volume_keys: list[QShortcut] = []
        self._space: QShortcut | None = None
        self._wire()

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look
        for part in (self._view, self._dock, self._question):
            part.set_look(look)
        self.show_position()

    def start(self) -> None:
        """Start, with the keyboard on Go on."""
        self.player.start()
        self._dock.focus_onward()

    def show_position(self) -> None:
        """Show where the test is."""
        session, moment = self.player.session, self.player.moment
        if session.state is SessionState.ENDED:
            self._dock.focus_onward()
            self._view.show_end(self.found)
            return
        if moment.segment is not self._step and not asks(moment.segment):
            self._dock.focus_onward()  # before the answers that have the keyboard go
        stopped = words.stopped_text(session.pause_reason, moment) if session.pause_reason else ""
        self._view.show_moment(moment, stopped.replace("\n", " "))
        if moment.segment is not self._step:
            self._step = moment.segment
            self._enter(moment)
        self._mind_answer()
        self.player.show_frames(wanted=self.isVisible() and not self._look.still)

    def go_on(self) -> None:
        """To the next step, to the result after the last; or go on where all stands still."""
        session = self.player.session
        if session.state is SessionState.ENDED:
            self.left.emit()
        elif self.player.running:
            self.player.skip()
        else:
            self.player.resume()

    def go_back(self) -> None:
        """To the step before."""
        here = self.player.moment.segment.ordinal
        self.player.back()  # of a step that lasts a while, this is its start
        if self.player.moment.segment.ordinal == here:
            self.player.back()

    def show_sound(self, text: str, *, on: bool) -> None:
        """Say whether there is sound, or how loud it is."""
        self._dock.show_sound(text, on=on)

    def set_unheard(self, *, unheard: bool) -> None:
        """Where nothing can be heard, the window's edge lights up at each step."""
        self._unheard = unheard

    def ask_end(self) -> None:
        """Ask whether to end here; all stands still meanwhile."""
        self.player.pause()
        self._question.ask(
            translate("words", "End here?"),
            translate("words", "What you answered so far goes to the result."),
            (
                (translate("words", "Carry on"), "play", ButtonKind.PRIMARY, self.player.resume),
                (translate("words", "End the test"), "end", ButtonKind.OUTLINE, self._end),
            ),
        )

    def say_hurts(self) -> None:
        """Something hurts: stand still, and say what to do."""
        self.player.pause(PauseReason.HURTS)
        moment = self.player.moment
        stop = " ".join(words.content(line, moment.side) for line in moment.exercise.stop)
        self._question.ask(
            translate("words", "Something hurts"),
            stop + " " + translate("words", "Pain that stays is a reason to see a clinician."),
            (
                (translate("words", "End the test"), "end", ButtonKind.PRIMARY, self._end),
                (translate("words", "Carry on"), "play", ButtonKind.QUIET, self.player.resume),
            ),
        )

    def hideEvent(self, event: QHideEvent) -> None:
        """Ask for no more frames."""
        self.player.show_frames(wanted=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Scale everything to the window."""
        width, height = _NARROW_DESIGN if self.width() <= _NARROW_BELOW else _DESIGN
        scale = min(self.width() / width, self.height() / height)
        self._view.set_scale(scale)
        self._dock.set_scale(scale)
        low = round(self_test_dock.HEIGHT * scale)
        self._dock.setGeometry(0, self.height() - low, self.width(), low)
        self._view.setGeometry(0, 0, self.width(), self.height() - low)
        self._question.cover_host()
        self.show_position()

    def _wire(self) -> None:
        player, dock = self.player, self._dock
        player.moved.connect(self.show_position)
        player.segment_started.connect(self._announce)
        player.resumed.connect(self._question.hide)
        player.ended.connect(self._finish)
        self._view.choices.chosen.connect(self._take)
        dock.back.connect(self.go_back)
        dock.went_on.connect(self.go_on)
        dock.hurt.connect(self.say_hurts)
        dock.end_asked.connect(self.ask_end)
        dock.sound_toggled.connect(self.sound_toggled)
        keys: dict[str, Callable[[], None]] = {
            "Right": self._step_on,
            "Left": self.go_back,
            "H": self.say_hurts,
            "M": self.sound_toggled.emit,
            **{str(number): partial(self._answer, number) for number in range(1, len(Thigh) + 1)},
        }
        shortcuts = [self._shortcut(key, action) for key, action in keys.items()]
        self._space = self._shortcut("Space", self.go_on)
        steps = {"Up": 1, "Down": -1}
        self._volume_keys = [
            self._shortcut(key, partial(self.volume_stepped.emit, step)) for key, step in steps.items()
        ]
        for shortcut in shortcuts:
            self._question.visibility_changed.connect(lambda on, shortcut=shortcut: shortcut.setEnabled(not on))
        self._question.visibility_changed.connect(self._mind_answer)
        self._shortcut("Esc", self._escape)

    def _shortcut(self, key: str, action: Callable[[], None]) -> QShortcut:
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        shortcut = QShortcut(QKeySequence(key), self, context=context, autoRepeat=False)
        shortcut.activated.connect(action)
        return shortcut

    def _enter(self, moment: Moment) -> None:
        """A step begins: its place in the bar, and the keyboard where it is wanted."""
        self._dock.bar.show_step(moment.segment.ordinal)
        if asks(moment.segment) and moment.side is not None:
            self._view.choices.show_value(self.found.get(moment.side))
            self._view.choices.take_focus()

    def _answer(self, number: int) -> None:
        if self._view.choices.isVisible():
            self._view.choices.choose_number(number)

    def _take(self) -> None:
        side, thigh = self.player.moment.side, self._view.choices.value
        if side is None:
            return
        if thigh is None:
            self.found.pop(side, None)
        else:
            self.found[side] = thigh
        self._mind_answer()

    @property
    def _unanswered(self) -> bool:
        """Whether something is asked that has no answer yet."""
        moment = self.player.moment
        return self.player.running and asks(moment.segment) and moment.side not in self.found

    def _step_on(self) -> None:
        """Go on; without an answer only once the keyboard is on the button that says so."""
        if self._unanswered and not self._dock.onward.hasFocus():
            self._dock.focus_onward(ring=True)
        else:
            self.go_on()

    def _mind_answer(self) -> None:
        """Until there is an answer, Space does what the keyboard is on, and the arrows choose."""
        free = self._question.isHidden()
        self._dock.show_unanswered(unanswered=self._unanswered)
        if self._space is not None:
            self._space.setEnabled(free and not self._unanswered)
        for shortcut in self._volume_keys:
            shortcut.setEnabled(free and not asks(self.player.moment.segment))

    def _end(self) -> None:
        self.player.ended.disconnect(self._finish)
        self.player.end()
        self.left.emit()

    def _finish(self) -> None:
        self._dock.bar.show_step(len(self.player.session.plan.segments))
        self._dock.show_end()

    def _escape(self) -> None:
        if self._question.isVisible():
            self._question.hide()
        elif self.player.session.state is SessionState.ENDED:
            self.left.emit()
        else:
            self.ask_end()

    def _announce(self, event: SegmentStarted) -> None:
        moment, step = self.player.moment, event.segment
        if self._unheard:
            self._band.light(self._look.hue(phase_of(step).hue).fill)
        if QAccessible.isActive():
            text = f"{step_text(step)}. {words.content(moment.cue, moment.side)}"
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))
