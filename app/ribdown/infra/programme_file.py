"""When the programme began and when it stood still, in the data folder."""

from pathlib import Path

from ribdown.core.programme.state import ProgrammeState
from ribdown.infra.state_file import StateFile, Wording

_NAME = "programme.json"
_VERSION = 1
_WORDING = Wording(
    unread="The programme could not be read",
    newer="The programme was written by a newer Ribdown",
    unsaved="The programme could not be saved",
    afresh="Your sessions are all there; begin the programme again on Today.",
)


def programme_file(data_folder: Path) -> StateFile[ProgrammeState]:
    """The file; neither it nor the folder need exist."""
    return StateFile(data_folder / _NAME, _VERSION, ProgrammeState(), _WORDING)
