"""The first step: what Ribdown does, and how it is followed."""

from PySide6.QtWidgets import QWidget

from ribdown.ui.look import Look
from ribdown.ui.pages.first_start_step import READ, Step
from ribdown.ui.translation import translate
from ribdown.ui.widgets.text import Text


class WelcomeStep(Step):
    """Three paragraphs to read."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, translate("words", "Breathe out long.\nLet the hips soften."), parent)
        for paragraph in (
            translate("words", "Once a day for 14 days, a few minutes each. After that, 3 to 4 times a week."),
            translate(
                "words",
                "You lie on the floor for most of it. So there is one large word, one shape and one tone at a time:"
                " follow them from up to three metres away, or with your eyes closed.",
            ),
        ):
            self.rows.addWidget(Text(look, READ, paragraph, wrap=True))
