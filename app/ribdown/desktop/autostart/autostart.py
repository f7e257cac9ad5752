"""Whether Ribdown starts with the desktop. What the system says is the truth: nothing else remembers it."""

from typing import Protocol

from ribdown.core.errors import UserError


class Autostart(Protocol):
    """The switch, as the system has it."""

    @property
    def available(self) -> bool:
        """Whether there is such a switch here."""
        ...

    def is_on(self) -> bool:
        """Whether Ribdown will be started."""
        ...

    def turn_on(self) -> UserError | None:
        """Have it started. Returns what went wrong."""
        ...

    def turn_off(self) -> UserError | None:
        """Have it started no more. Returns what went wrong."""
        ...


class NoAutostart:
    """Where there is no such thing."""

    available = False

    def is_on(self) -> bool:
        """Never."""
        return False

    def turn_on(self) -> UserError | None:
        """It can't be."""
        return UserError("This system does not start programs by itself.", "Start Ribdown by hand.")

    def turn_off(self) -> UserError | None:
        """It is off."""
        return None
