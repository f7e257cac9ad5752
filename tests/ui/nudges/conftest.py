"""A desk for each test."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from fakes import FakeClock
from nudge_desk import NudgeDesk


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform says of each window with a shape, or that stays on top, what it can't do."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))


@pytest.fixture
def make_desk(qapp: QApplication, tmp_path: Path, clock: FakeClock) -> Iterator[Callable[..., NudgeDesk]]:
    """Starts nudges on the test's data folder; a later one ends the one before."""
    desks: list[NudgeDesk] = []

    def make(**more: object) -> NudgeDesk:
        if desks:
            desks.pop().close()
        desks.append(NudgeDesk(qapp, tmp_path, clock, **more))  # type: ignore[arg-type]
        return desks[-1]

    yield make
    for desk in desks:
        desk.close()


@pytest.fixture
def desk(make_desk: Callable[..., NudgeDesk]) -> NudgeDesk:
    """With the settings that Ribdown comes with."""
    return make_desk()
