"""The process that speaks: `python -m ribdown.desktop.speech.voice_process`.

A process of its own, because making Qt's speech object takes one or two seconds in which nothing else of Python runs.

It hears `{"open": engine, "language": code}` first, then `{"voice": name, "rate": r, "volume": v}`,
`{"say": number, "text": line}` and `{"stop": true}`. It says `refused` with a SpeechState, or `ready` with the engines
and voices, and then of each line, by its number, `speaking` and `done`, or `dropped`.
"""

import sys

from PySide6.QtCore import QCoreApplication

from ribdown.desktop.messages import Messages, answer
from ribdown.desktop.speech.output import SpeechState


def main() -> int:
    """Run until the window closes the pipe. Returns the exit code."""
    app = QCoreApplication([])
    messages = Messages(sys.stdin.buffer)
    try:
        from ribdown.desktop.speech.qt_voice import QtVoice
    except ImportError:  # libpulse missing is one too
        answer(refused=SpeechState.NO_LIBRARY.value)
        return 1
    voice = QtVoice(messages)
    messages.start()
    code = app.exec()
    del voice
    return code


if __name__ == "__main__":
    sys.exit(main())
