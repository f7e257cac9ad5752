"""What a person asks for on the command line: one session, at once."""

from dataclasses import dataclass

from ribdown.core.timeline import Side


@dataclass(frozen=True, slots=True)
class StartRequest:
    """Start `routine` (an id) with `side` first, at `speed` times life (1–60). `screenshot` is the path of a PNG file
    to write; `exit` closes the window when the session has ended. With `alone`, `routine` is an exercise's id."""

    routine: str
    side: Side = Side.RIGHT
    speed: float = 1.0
    exit: bool = False
    screenshot: str | None = None
    alone: bool = False
