"""The one place that chooses what plays."""

import sys

from ribdown.desktop.audio.output import AudioOutput, Backend, SilentAudio
from ribdown.desktop.audio.process_audio import ProcessAudio

OWN_COMMAND = (sys.executable, "-P", "-m", "ribdown.desktop.audio.sink_process")  # -P: never from the current folder


def choose_audio(
    preference: Backend, command: tuple[str, ...] = OWN_COMMAND, python: tuple[int, int] = sys.version_info[:2]
) -> AudioOutput:
    """The backend that the person prefers, with the other one behind it. `command`, followed by a backend's name,
    starts the process that plays."""
    if preference is Backend.SILENT:
        return SilentAudio()
    order = [preference, *(one for one in (Backend.QT, Backend.SIMPLEAUDIO) if one is not preference)]
    if python >= (3, 12):  # simpleaudio crashes the interpreter there
        order = [Backend.QT]
    return ProcessAudio({one: (*command, one.value) for one in order})
