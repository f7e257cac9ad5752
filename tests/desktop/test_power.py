"""Where the power comes from, as psutil says it."""

import os
import subprocess
import sys
from typing import NamedTuple

import psutil
import pytest

from command import SRC
from ribdown.desktop.power.power import MainsPower
from ribdown.desktop.power.psutil_power import PsutilPower


class Battery(NamedTuple):
    """What psutil answers."""

    percent: float
    secsleft: int
    power_plugged: bool | None


@pytest.mark.parametrize(
    ("answer", "on_battery"),
    [
        (None, False),  # there is none
        (Battery(80, 3600, power_plugged=False), True),
        (Battery(80, psutil.POWER_TIME_UNLIMITED, power_plugged=True), False),
        (Battery(80, psutil.POWER_TIME_UNKNOWN, power_plugged=None), False),  # it can't tell
    ],
)
def test_only_a_battery_that_is_in_use_counts(
    monkeypatch: pytest.MonkeyPatch, answer: Battery | None, *, on_battery: bool
) -> None:
    monkeypatch.setattr(psutil, "sensors_battery", lambda: answer, raising=False)
    assert PsutilPower().on_battery() is on_battery


@pytest.mark.parametrize("error", [FileNotFoundError("BAT0"), ValueError("energy_now")])
def test_a_battery_that_gives_no_answer_is_none(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def fail() -> None:
        raise error

    monkeypatch.setattr(psutil, "sensors_battery", fail, raising=False)
    assert not PsutilPower().on_battery()


def test_a_system_that_psutil_can_not_ask_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(psutil, "sensors_battery", raising=False)
    assert not PsutilPower().on_battery()


def test_where_nobody_wants_to_know_there_is_none() -> None:
    assert not MainsPower().on_battery()


def test_psutil_is_imported_with_the_first_question() -> None:
    script = (
        "import sys\nfrom ribdown.desktop.power.psutil_power import PsutilPower\n"
        "before = 'psutil' in sys.modules\nPsutilPower().on_battery()\nprint(before, 'psutil' in sys.modules)"
    )
    environment = os.environ | {"PYTHONPATH": str(SRC)}
    said = subprocess.check_output([sys.executable, "-c", script], env=environment, text=True, timeout=60)
    assert said.split() == ["False", "True"]
