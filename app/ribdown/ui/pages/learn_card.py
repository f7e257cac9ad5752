"""A card to read."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ribdown.core.content import Exercise
from ribdown.core.learn import LearnCard
from ribdown.ui import words
from ribdown.ui.figures import Figures
from ribdown.ui.look import Look
from ribdown.ui.pages.exercise_links import ExerciseLinks
from ribdown.ui.translation import translate
from ribdown.ui.widgets.line_sign import LineSign
from ribdown.ui.widgets.panel import Panel
from ribdown.ui.widgets.pose_pair import PosePair
from ribdown.ui.widgets.text import TITLE, Text, TextStyle

_READ = TextStyle(16, line=128)


class LearnCardView(Panel):
    """`opened` carries an exercise's id."""

    opened = Signal(str)
    self_test_asked = Signal()

    def __init__(
        self,
        look: Look,
        figures: Figures,
        card: LearnCard,
        exercises: Mapping[str, Exercise],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(23, 18, 23, 20)
        rows.setSpacing(8)
        rows.addWidget(Text(look, TITLE, words.content(card.title), wrap=True))
        for paragraph in card.text:
            rows.addWidget(Text(look, _READ, words.content(paragraph), wrap=True))
        for point in card.points:
            line = QHBoxLayout()
            line.setSpacing(12)
            line.addWidget(LineSign(look, "check", "accent", _READ), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(Text(look, _READ, words.content(point), wrap=True), 1)
            rows.addLayout(line)
        if card.picture is not None:
            rows.addWidget(PosePair(look, figures, card.picture))
        if card.exercises or card.self_test:
            links = ExerciseLinks(look, translate("words", "Exercise"), [exercises[one] for one in card.exercises])
            links.opened.connect(self.opened)
            if card.self_test:
                links.add(translate("words", "Self-test")).clicked.connect(self.self_test_asked)
            rows.addSpacing(4)
            rows.addWidget(links)
