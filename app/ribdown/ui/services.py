"""What the window stands on."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from ribdown.core.clock import Clock
from ribdown.core.history import HistoryError, HistoryStore
from ribdown.core.nudges.record import NudgeStore
from ribdown.core.settings import Settings
from ribdown.core.thomas_test import ThomasTests
from ribdown.desktop.keep_awake import KeepAwake
from ribdown.desktop.power.power import MainsPower, Power
from ribdown.infra.library import Library
from ribdown.ui.figures import Figures

if TYPE_CHECKING:
    from ribdown.ui.session_sound import Voices


class History(HistoryStore, NudgeStore, Protocol):
    """What is kept of sessions, of nudges and of self-tests."""

    @property
    def thomas_tests(self) -> ThomasTests:
        """The self-test's results."""
        ...


@dataclass
class Services:
    """Opened after the window's first paint. `library` is another one where the person's routines change;
    `history_notice` says what was wrong with the history's file; `voices`
    starts what a session is heard through."""

    clock: Clock
    library: Library
    history: History
    history_notice: HistoryError | None
    keep_awake: KeepAwake
    figures: Figures
    voices: "Callable[[Settings], Voices]"
    data_folder: Path
    power: Power = field(default_factory=MainsPower)
