"""Qt's sink reading a buffer: once it is started, no Python runs until it is stopped."""

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject
from PySide6.QtMultimedia import QAudioFormat, QAudioSink, QMediaDevices

from ribdown.desktop.audio.output import Reason
from ribdown.desktop.audio.players import RATE, SAMPLE_BYTES, NoSoundError

_BUFFER_SECONDS = 0.2
_SPARE = RATE // 20 * SAMPLE_BYTES  # what the sink may take before a change of what follows is done
_PAUSE = RATE // 2000 * SAMPLE_BYTES  # no tone stands still that long
_SOON = 10 * RATE * SAMPLE_BYTES


class QtPlayer(QObject):
    """Plays on the default output of the moment. The sink takes its samples on the thread of this object, so what it
    has not taken yet can be changed without a gap."""

    counts = True

    def __init__(self) -> None:
        super().__init__()
        self._volume = 1.0
        self._sink: QAudioSink | None = None
        self._samples = QByteArray()  # as the buffer reads them
        self._buffer = QBuffer(self)
        self._format = QAudioFormat()
        self._format.setSampleRate(RATE)
        self._format.setChannelCount(1)
        self._format.setSampleFormat(QAudioFormat.SampleFormat.Int16)
        self._devices = QMediaDevices(self)
        self._device = QMediaDevices.defaultAudioOutput()

    def on_device_change(self, call: Callable[[], None]) -> None:
        """Qt's signal comes for every change of any output, and for some that are none."""

        def look() -> None:
            default = QMediaDevices.defaultAudioOutput()
            if default != self._device:
                self._device = default
                call()

        self._devices.audioOutputsChanged.connect(look)

    def device(self) -> str:
        """The default output's name."""
        if self._device.isNull():
            raise NoSoundError(Reason.NO_DEVICE)
        return self._device.description()

    def load(self, pcm: bytes) -> QByteArray:
        """As the buffer holds it."""
        return QByteArray(pcm)

    def begin(self, loaded: QByteArray, place: Callable[[], int]) -> None:
        """A new sink each time: one that was stopped and started again dropped samples."""
        self.stop()
        self._samples = loaded
        self._buffer.setBuffer(loaded)
        # Unbuffered: QIODevice would take 16 KiB at a time.
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly | QIODevice.OpenModeFlag.Unbuffered)
        self._sink = QAudioSink(self._device, self._format)
        self._sink.setBufferSize(round(_BUFFER_SECONDS * RATE) * SAMPLE_BYTES)
        self._sink.setVolume(self._volume)
        self._buffer.seek(min(place(), loaded.size()))
        self._sink.start(self._buffer)

    def follow(self, loaded: QByteArray, place: int) -> int | None:
        """Behind what the sink has not taken yet."""
        taken, samples = self._buffer.pos(), self._samples
        if self.progress() is None or place < taken + _SPARE:
            return None
        samples.resize(place, 0)
        samples.append(loaded)
        samples.remove(0, taken)
        self._buffer.seek(0)
        return taken

    def shift(self, by: int) -> bool:
        """In what the sink has not taken yet."""
        taken, samples = self._buffer.pos(), self._samples
        pause = bytes(samples.mid(taken + _SPARE, _SOON).data()).find(bytes(_PAUSE + max(-by, 0)))
        if self.progress() is None or pause < 0:
            return False
        pause += taken + _SPARE + pause % SAMPLE_BYTES
        if by > 0:
            samples.insert(pause, QByteArray(bytes(by)))
        else:
            samples.remove(pause, -by)
        return True

    def stop(self) -> None:
        """Be silent."""
        if self._sink is not None:
            self._sink.stop()
            self._sink = None
        self._buffer.close()

    def set_volume(self, share: float) -> None:
        """0–1, linear."""
        self._volume = share
        if self._sink is not None:
            self._sink.setVolume(share)

    def progress(self) -> int | None:
        """The place in the buffer: what the sink says of itself stays the same when the server has died."""
        return None if self._sink is None or self._buffer.atEnd() else self._buffer.pos()
