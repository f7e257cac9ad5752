"""What journeys share."""

from pathlib import Path

import pytest

from command import Ribdown


@pytest.fixture
def ribdown(tmp_path: Path) -> Ribdown:
    """The command on the platform of this leg of the suite, with a data folder of its own."""
    return Ribdown(tmp_path / "data")
