"""What nudges remember, in the data folder."""

from pathlib import Path

from ribdown.core.nudges.state import NudgeState
from ribdown.infra.state_file import StateFile, Wording

_NAME = "nudges.json"
_VERSION = 1
_WORDING = Wording(
    unread="Today's nudges could not be read",
    newer="Today's nudges were written by a newer Ribdown",
    unsaved="Today's nudges could not be saved",
    afresh="Nudges start afresh.",
)


def nudge_file(data_folder: Path) -> StateFile[NudgeState]:
    """The file; neither it nor the folder need exist. It holds the state as the run that wrote it knew it."""
    return StateFile(data_folder / _NAME, _VERSION, NudgeState(), _WORDING)
