"""A working day with nudges."""

import pytest

from ribdown.core.nudges.rules import NudgeRules
from working_day import WorkingDay


@pytest.fixture
def day() -> WorkingDay:
    """Nudges on the hour, nine to half past five."""
    return WorkingDay(NudgeRules())
