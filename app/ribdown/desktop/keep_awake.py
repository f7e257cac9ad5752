"""Keeps the screen awake while a session runs, by wakepy: it knows each desktop's own way."""

from typing import Protocol


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
        self._mode: object = None

    @property
    def held(self) -> bool:
        """Whether the desktop agreed to stay awake."""
        return bool(getattr(self._mode, "active", False))

    def hold(self) -> None:
        """Ask the desktop; where it can't, nothing happens."""
        if self._mode is not None:
            return
        from wakepy import keep

        mode = keep.presenting(on_fail="pass")
        mode.__enter__()
        self._mode = mode

    def release(self) -> None:
        """Take the wish back."""
        mode, self._mode = self._mode, None
        if mode is not None:
            mode.__exit__(None, None, None)  # type: ignore[attr-defined]
