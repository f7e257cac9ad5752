"""Far view: side, word and countdown as large as the window, the tide behind them, and a way out for the mouse."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage, QPixmap, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from fakes import Driver, breathing, contract_relax, hold, plan_of_blocks
from on_screen import settle
from ribdown.core.content import Sides
from ribdown.core.moment import moment_at
from ribdown.core.phases import Hue
from ribdown.infra.themes import load_theme
from ribdown.ui.look import Look, colour
from ribdown.ui.widgets.far_view import FarView

# 10 s get-ready, 12 s of breaths, 24 s of presses, 25 s hold.
PLAN = plan_of_blocks(breathing(2), contract_relax(2), hold(1, 25))
BREATH, PRESS = 10.0, 22.0
TOTAL = 71.0
Painted = Callable[[QWidget, Callable[[], object]], QRegion]


class Stand:
    """A far view over a session that is moved by hand."""

    def __init__(self, look: Look, sides: Sides = Sides.BOTH) -> None:
        self.driver = Driver(plan_of_blocks(*(run.block for run in runs()), sides=sides))
        self.view = FarView(look)

    def show(self) -> None:
        session = self.driver.session
        timeline, position = session.timeline, session.position
        before = moment_at(timeline, position.start - 0.001) if position.index else None
        self.view.show_moment(session, moment_at(timeline, position.elapsed), before)

    def to(self, elapsed: float) -> None:
        """Let time pass up to here."""
        self.driver.run_to(elapsed)
        self.show()
