"""Keeps the screen awake while a session runs, by wakepy: it knows each desktop's own way."""

from contextlib import AbstractContextManager
from typing import Any, Protocol


class KeepAwake(Protocol):
    """Asked for while a session runs, and only then."""

    def hold(self) -> None:
        """Keep the screen awake from now on, where the desktop can."""
        ...

    def release(self) -> None:
        """Let the screen sleep again."""
        ...


class NoKeepAwake:
    """Where the person does not want it."""

    def hold(self) -> None:
        """Do nothing."""

    def release(self) -> None:
        """Do nothing."""


class WakepyKeepAwake:
    """wakepy is imported with the first session, not on the way to the window."""

    def __init__(self) -> None:
        self._mode: AbstractContextManager[Any] | None = None
        self._connections: list[Any] = []

    @property
    def held(self) -> bool:
        """Whether the desktop agreed to stay awake."""
        return bool(getattr(self._mode, "active", False))

    def hold(self) -> None:
        """Ask the desktop; where it can't, nothing happens."""
        if self._mode is None:
            self._mode = self._presenting()
            self._mode.__enter__()

    def release(self) -> None:
        """Take the wish back."""
        mode, self._mode = self._mode, None
        if mode is not None:
            mode.__exit__(None, None, None)
        # wakepy leaves its connection to the bus open where nobody there could help.
        while self._connections:
            self._connections.pop().close_connections()

    def _presenting(self) -> AbstractContextManager[Any]:
        from wakepy import keep

        try:
            from wakepy.dbus_adapters.jeepney import JeepneyDBusAdapter
        except ImportError:  # not on Linux: nothing to connect to
            return keep.presenting(on_fail="pass")
        connections = self._connections

        class Kept(JeepneyDBusAdapter):
            def __init__(self) -> None:
                super().__init__()
                connections.append(self)

        return keep.presenting(on_fail="pass", dbus_adapter=Kept)
