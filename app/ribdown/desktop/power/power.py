"""Whether the computer runs on its battery."""

from typing import Protocol


class Power(Protocol):
    """Where the power comes from."""

    def on_battery(self) -> bool:
        """Whether the battery gives it now. May take long where a battery answers late, so ask on a worker."""
        ...


class MainsPower:
    """Where nothing can tell, or nobody wants to know."""

    def on_battery(self) -> bool:
        """No."""
        return False
