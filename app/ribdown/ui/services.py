"""What the window stands on."""

from dataclasses import dataclass
from pathlib import Path

from ribdown.core.clock import Clock
from ribdown.core.history import HistoryError, HistoryStore
from ribdown.desktop.keep_awake import KeepAwake
from ribdown.infra.library import Library
from ribdown.ui.figures import Figures


@dataclass(frozen=True)
class Services:
    """Opened after the window's first paint. `history_notice` says what was wrong with the history's file."""

    clock: Clock
    library: Library
    history: HistoryStore
    history_notice: HistoryError | None
    keep_awake: KeepAwake
    figures: Figures
    data_folder: Path
