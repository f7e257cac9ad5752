"""What a second Ribdown may ask of the one that runs."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from ribdown.core.errors import UserError
from ribdown.core.nudges.answers import Answer
from ribdown.core.nudges.summary import NudgeSummary, SlotLine
from ribdown.core.start_request import StartRequest
from ribdown.core.timeline import Side
from ribdown.desktop.instance.message import Request
from ribdown.ui.nudges.nudge_view import NudgeView
from ribdown.ui.nudges.nudge_words import slot_words
from ribdown.ui.nudges.nudging import Nudging
from ribdown.ui.preferences import Preferences

Reply = Mapping[str, Any]

_ANSWERS = {"done": Answer.DONE, "snooze": Answer.SNOOZE, "skip": Answer.SKIP}


class RemoteCommands(QObject):
    """`show_asked` carries the desktop's permission to come to the front, `start_asked` a StartRequest with it.
    `running` gives the title of the session that runs and its seconds left, None where none does; `check_start` raises
    UserError where a routine can't be started, by its id."""

    show_asked = Signal(str)
    start_asked = Signal(object, str)

    def __init__(
        self,
        nudging: Nudging,
        running: Callable[[], tuple[str, float] | None],
        check_start: Callable[[str], None],
        preferences: Preferences,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._nudging = nudging
        self._running = running
        self._check_start = check_start
        self._preferences = preferences
        self._commands: dict[str, Callable[[Request], Reply]] = {
            "show": self._show,
            "start": self._start,
            "nudge": self._nudge,
            "status": lambda _: self._status(),
        }

    def handle(self, request: Request) -> Reply:
        """Do what is asked, or soon, and say how it went: `problem` and `next_step` where it can't be done."""
        command = self._commands.get(request.command)
        if command is None:
            return _problem(UserError("The Ribdown that runs does not know this.", "Quit it and start it again."))
        try:
            return command(request)
        except UserError as error:
            return _problem(error)

    def _show(self, request: Request) -> Reply:
        self._later(lambda: self.show_asked.emit(request.token))
        return {}

    def _start(self, request: Request) -> Reply:
        values = request.values
        try:
            wanted = StartRequest(str(values["routine"]), Side(values["side"]), float(values["speed"]))
            if not 1 <= wanted.speed <= 60:
                raise ValueError
        except (KeyError, TypeError, ValueError):
            raise UserError("The Ribdown that runs does not understand this start.", "Quit it first.") from None
        self._check_start(wanted.routine)
        self._later(lambda: self.start_asked.emit(wanted, request.token))
        return {}

    def _nudge(self, request: Request) -> Reply:
        what, nudging = str(request.values.get("what")), self._nudging
        if what == "pause":
            nudging.pause(str(request.values.get("length")))
            return {"words": f"Nudges are paused {self._view().when}."}
        if what == "resume":
            nudging.keeper.resume()
            return {"words": f"Next nudge: {self._standing()}."}
        if what == "now":
            self._refuse_while_busy()
            nudging.keeper.ask()
        elif what == "start":
            self._refuse_while_busy()
            self._later(nudging.start_now)
        elif what in _ANSWERS:
            nudging.answer(_ANSWERS[what])
        else:
            raise UserError(f"{what} is nothing that can be done with a nudge.", "ribdown nudge --help shows what can.")
        return {}

    def _refuse_while_busy(self) -> None:
        if not self._preferences.settings.safety_read:
            raise UserError("“Who should change or skip this” is not read yet.", "Open Ribdown and read it first.")
        if self._running() is not None or self._nudging.busy:
            raise UserError("A session runs already.", "A nudge can come after it.")

    def _status(self) -> Reply:
        session = self._running()
        view = self._view()
        return {
            "running": True,
            **_summary(self._nudging.keeper.summary()),
            "standing": view.below,
            "pulses": view.pulses,
            "session": session and {"title": session[0], "remaining": round(session[1])},
        }

    def _view(self) -> NudgeView:
        return self._nudging.view(on=self._preferences.settings.nudges)

    def _standing(self) -> str:
        view = self._view()
        return " ".join(filter(None, (view.when, view.headline)))

    def _later(self, act: Callable[[], None]) -> None:
        # The other one waits for half a second at most.
        QTimer.singleShot(0, self, act)


def _summary(summary: NudgeSummary) -> dict[str, Any]:
    return {
        "next": summary.next_at and summary.next_at.isoformat(timespec="minutes"),
        "paused_until": summary.paused_until and summary.paused_until.isoformat(timespec="minutes"),
        "slots": [_slot(line) for line in summary.today],
    }


def _slot(line: SlotLine) -> dict[str, Any]:
    return {
        "slot": line.slot.clock,
        "state": line.outcome or line.phase or "to come",
        "reason": line.reason,
        "words": slot_words(line),
    }


def _problem(error: UserError) -> Reply:
    return {"problem": error.what, "next_step": error.next_step}
