"""Asks psutil, which knows each system's own way."""


class PsutilPower:
    """psutil is imported with the first question."""

    def on_battery(self) -> bool:
        """Whether there is a battery and it gives the power now."""
        import psutil

        try:
            battery = psutil.sensors_battery()
        except (AttributeError, NotImplementedError, OSError, ValueError):
            # A system that psutil can't ask, or a battery that was taken out.
            return False
        return battery is not None and battery.power_plugged is False
