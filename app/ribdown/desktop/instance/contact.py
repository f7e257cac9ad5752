"""What comes of asking the Ribdown that runs."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

PATIENCE_MS = 500


class Standing(StrEnum):
    """How the other one stands."""

    ANSWERED = "answered"
    NOBODY = "nobody"  # none runs
    SILENT = "silent"  # one runs, and hangs or is very busy; it is never ended from here


@dataclass(frozen=True, slots=True)
class Contact:
    """`reply` is what it answered."""

    standing: Standing
    reply: Mapping[str, Any] | None = None
