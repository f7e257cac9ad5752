"""The cards beside the pacer: what they say, and that they share their column without being cut off."""

from collections.abc import Callable
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fakes import breathing, exercise, hold, plan_of, plan_of_blocks
from on_screen import press, settle, show
from ribdown.core.blocks import SegmentKind
from ribdown.core.content import Mistake, Sides
from ribdown.core.moment import Moment, moment_at
from ribdown.core.plan import PlanOptions, compile_timeline
from ribdown.core.rejoin import rejoined
from ribdown.core.routine import choose_doses, included
from ribdown.core.timeline import Timeline
from ribdown.infra.library import load_library
from ribdown.infra.themes import load_theme
from ribdown.ui import words
from ribdown.ui.figures import Figures
from ribdown.ui.look import Look, colour
from ribdown.ui.widgets.card_column import CardColumn
from ribdown.ui.widgets.cards import Card, ExecutionCard, MistakesCard, StartingPositionCard
from ribdown.ui.widgets.fitting import FitLabel, text_height
from ribdown.ui.widgets.mistake_pair import MistakePair

READY = 10.0
EXERCISE = exercise(
    breathing(2, cues={"inhale": "Breathe in, {side} knee heavy.", "exhale": "Breathe out slowly."}),
    hold(1, 25),
    sides=Sides.EACH,
    starting_position=("On your back.", "{Side} foot up on the couch.", "{Other} leg hangs."),
    mistakes=(
        Mistake("Throughout", "Never."),
        Mistake("Back arches", "Draw the ribs down.", blocks=("hold",)),
        Mistake("{Side} hip turns out", "Point it up."),
        Mistake("A fourth", "Less."),
    ),
)
PLAN = plan_of(EXERCISE)
INHALE, EXHALE, HOLD = moment_at(PLAN, READY), moment_at(PLAN, READY + 2), moment_at(PLAN, READY + 12)


def texts(card: Card) -> list[str]:
    return [label.text() for label in card.findChildren(FitLabel)]


def too_small(column: CardColumn) -> list[str]:
    """The texts that don't fit the labels they stand in."""
    return [
        label.text()
        for label in column.findChildren(FitLabel)
        if label.isVisible() and text_height(label.font(), label.text(), label.width()) > label.height()
    ]


# -- what they say


def test_the_starting_position_is_that_of_the_side(qtbot: QtBot, look: Look) -> None:
    card = StartingPositionCard(look)
    qtbot.addWidget(card)
    card.show_moment(INHALE)
    assert texts(card) == ["On your back. Right foot up on the couch. Left leg hangs."]
    assert card.accessibleName() == "Starting position"


@pytest.mark.parametrize(
    ("moment", "cue", "following"),
    [
        (INHALE, "Breathe in, right knee heavy.", "Next · Breathe out slowly."),
        (EXHALE, "Breathe out slowly.", "Next · Breathe in, right knee heavy."),
        (HOLD, "Cue for hold.", "Next · switch sides"),
        (moment_at(plan_of_blocks(hold(1, cues={})), READY), "Breathe.", "Next · the end of the session"),
    ],
)
def test_execution_says_the_cue_and_what_is_next(
    qtbot: QtBot, look: Look, moment: Moment, cue: str, following: str
) -> None:
    card = ExecutionCard(look)
    qtbot.addWidget(card)
    card.show_moment(moment)
    assert texts(card) == [cue, following]


def test_before_a_breath_starts_again_its_cue_is_shown(qtbot: QtBot, look: Look) -> None:
    timeline, start = rejoined(PLAN, INHALE.segment.ordinal, lead_in=True)
    card = ExecutionCard(look)
    qtbot.addWidget(card)
    card.show_moment(moment_at(timeline, start + 1))
    assert texts(card) == ["Breathe in, right knee heavy.", words.step_text(moment_at(timeline, start + 1))]
    assert card._when == "next", "nobody does it yet"
    card.show_moment(INHALE)
    assert card._when == "now"


def test_execution_wears_the_colours_of_the_phase(qtbot: QtBot, look: Look) -> None:
    card = ExecutionCard(look)
    qtbot.addWidget(card)
    card.resize(300, 260)
    for moment in (INHALE, HOLD):
        card.show_moment(moment)
        image, hue = card.grab().toImage(), look.hue(moment.phase.hue)
        assert image.pixelColor(150, 150) == colour(hue.tint)
        assert image.pixelColor(12, 130) == colour(hue.fill)


@pytest.mark.parametrize(
    ("moment", "first"), [(HOLD, "Back arches: Draw the ribs down."), (INHALE, "Throughout: Never.")]
)
def test_the_mistakes_of_the_block_come_first_and_each_has_its_fix(
    qtbot: QtBot, look: Look, moment: Moment, first: str
) -> None:
    card = MistakesCard(look, Figures())
    qtbot.addWidget(card)
    card.show_moment(moment)
    fixes = card.accessibleDescription().split("\n")
    assert fixes[0] == first
    assert "Right hip turns out: Point it up." in fixes
    assert card.toolTip() == card.accessibleDescription()
    wrong, fix = (label.text() for label in card.findChildren(FitLabel))
    assert f"{wrong}: {fix}" == first


@pytest.mark.parametrize("text_scale", [1.0, 1.5])
def test_a_mistake_without_a_picture_has_what_puts_it_right(qtbot: QtBot, look: Look, text_scale: float) -> None:
    card = MistakesCard(look._replace(text_scale=text_scale), Figures())
    show(qtbot, card, 312, 170)
    rows = (Mistake("Ribs lift with every squeeze", "Ease off and keep the ribs heavy.", pose="gone"),) * 2
    card.show_moment(moment_at(plan_of(exercise(hold(), mistakes=rows)), READY))
    settle()
    assert not card.findChildren(MistakePair)[0].isVisible()
    labels = [label for label in card.findChildren(FitLabel) if label.isVisible()]
    assert [label.text() for label in labels] == ["Ribs lift with every squeeze", "Ease off and keep the ribs heavy."]
    assert all(card.rect().contains(label.geometry()) for label in labels)
    assert labels[0].geometry().bottom() < labels[1].y()


def real_moment(routine: str, kind: SegmentKind, cycle: int = 1) -> Moment:
    """A moment of a bundled routine."""
    library = load_library(Path("does-not-exist"))
    chosen = choose_doses(included(library.routine(routine)), library.exercises, gentler=False)
    plan = compile_timeline(chosen, PlanOptions())
    index = next(i for i, one in enumerate(plan.segments) if one.kind is kind and one.cycle == cycle)
    return moment_at(plan, plan.starts[index] + 0.5)


@pytest.mark.parametrize(("height", "with_fix"), [(160, False), (320, True)])
def test_a_mistake_with_a_picture_stands_beside_how_it_is_done(
    qtbot: QtBot, look: Look, height: int, *, with_fix: bool
) -> None:
    card = MistakesCard(look, Figures())
    show(qtbot, card, 312, height)
    card.show_moment(real_moment("three-day", SegmentKind.LIFT))
    settle()
    pair = card.findChildren(MistakePair)[0]
    wrong, fix = card.findChildren(FitLabel)
    assert pair.isVisible()
    assert fix.isVisible() is with_fix
    assert card.rect().contains(pair.geometry())
    assert wrong.geometry().bottom() < pair.y()
    assert not with_fix or pair.geometry().bottom() < fix.y()


@pytest.mark.parametrize("change", ["text", "scale"])
def test_a_mistake_grows_with_the_text_within_its_moment(qtbot: QtBot, look: Look, change: str) -> None:
    moment = real_moment("three-day", SegmentKind.LIFT)
    card, fresh = MistakesCard(look, Figures()), MistakesCard(look, Figures())
    card.show_moment(moment)
    for one in (card, fresh):
        show(qtbot, one, 312, 220)
        if change == "text":
            one.set_look(look._replace(text_scale=1.5))
        else:
            one.set_scale(1.4)
        one.show_moment(moment)
    settle()
    assert [label.geometry() for label in card.findChildren(FitLabel)] == [
        label.geometry() for label in fresh.findChildren(FitLabel)
    ]
    assert card.grab().toImage() == fresh.grab().toImage()


def test_a_rest_has_no_picture(qtbot: QtBot, look: Look) -> None:
    card = MistakesCard(look, Figures())
    show(qtbot, card, 312, 160)
    card.show_moment(real_moment("three-day", SegmentKind.REST))
    settle()
    assert not card.findChildren(MistakePair)[0].isVisible()


def test_the_card_is_as_high_for_every_mistake(qtbot: QtBot, look: Look) -> None:
    card = MistakesCard(look, Figures())
    qtbot.addWidget(card)
    heights = set()
    for cycle in (1, 2, 3):
        card.show_moment(real_moment("couch-stretch-only", SegmentKind.EXHALE, cycle))
        heights.add(card.natural_height(312))
    assert len(heights) == 1


def test_another_theme_is_worn(qtbot: QtBot, look: Look) -> None:
    card = StartingPositionCard(look)
    qtbot.addWidget(card)
    light = Look(load_theme("light"))
    card.set_look(light)
    assert card.grab().toImage().pixelColor(50, 15) == colour(light.theme.surface)


# -- the column


@pytest.fixture
def make_column(qtbot: QtBot, look: Look) -> Callable[..., CardColumn]:
    def make(
        size: tuple[int, int] = (312, 582), plan: Timeline = PLAN, text_scale: float = 1.0, scale: float = 1.0
    ) -> CardColumn:
        column = CardColumn(look._replace(text_scale=text_scale), Figures())
        show(qtbot, column, *size)
        column.set_scale(scale)
        column.show_moment(moment_at(plan, READY))
        settle()
        return column

    return make


@pytest.fixture
def folded(make_column: Callable[..., CardColumn]) -> CardColumn:
    column = make_column((330, 300))
    column.set_folded(True)
    settle()
    return column


def shown(column: CardColumn) -> list[Card]:
    return [card for card in column.findChildren(Card) if card.isVisible()]


@pytest.mark.parametrize("size", [(312, 582), (260, 420), (500, 900)])
@pytest.mark.parametrize("text_scale", [1.0, 1.25])
def test_three_cards_share_the_column(
    make_column: Callable[..., CardColumn], size: tuple[int, int], text_scale: float
) -> None:
    column = make_column(size, text_scale=text_scale)
    cards = shown(column)
    assert [card.heading for card in cards] == ["Starting position", "Execution", "Mistakes"]
    assert all(column.rect().contains(card.geometry()) for card in cards)
    assert not any(one.geometry().intersects(other.geometry()) for one, other in combinations(cards, 2))
    assert all(one.geometry().bottom() < other.y() for one, other in pairwise(cards))
    assert too_small(column) == []


def test_the_cue_has_its_full_size_first(make_column: Callable[..., CardColumn]) -> None:
    long = exercise(
        hold(1, cues={"hold": "Keep breathing. Nothing else moves."}), starting_position=("Lie down. " * 4,) * 3
    )
    column = make_column((312, 582), plan_of(long))
    position, execution, _ = shown(column)
    assert execution.findChildren(FitLabel)[0].font().pixelSize() == 32
    assert position.height() >= 582 * 0.22 - 1


def test_folded_one_card_is_shown_under_tabs(folded: CardColumn) -> None:
    assert [card.heading for card in shown(folded)] == ["Execution"]
    assert folded._tabs.isVisible()
    assert folded._tabs.geometry().bottom() < shown(folded)[0].y()
    assert folded.rect().contains(shown(folded)[0].geometry())
    folded.set_folded(False)
    assert len(shown(folded)) == 3
    assert not folded._tabs.isVisible()


def test_return_goes_from_tab_to_tab_and_says_which(folded: CardColumn) -> None:
    tabs = folded._tabs
    tabs.setFocus()
    seen = []
    for _ in range(4):
        seen.append((shown(folded)[0].heading, tabs.accessibleDescription()))
        press(Qt.Key.Key_Return)
    now = ("Execution", "Now")
    assert seen == [now, ("Mistakes", "Mistakes"), ("Starting position", "Position"), now]
    assert tabs.accessibleName() == "Cards"


def test_the_mouse_chooses_a_tab(folded: CardColumn) -> None:
    tabs = folded._tabs
    for x, heading in ((5, "Starting position"), (tabs.width() - 5, "Mistakes"), (tabs.width() // 2, "Execution")):
        QTest.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=QPoint(x, 10))
        assert [card.heading for card in shown(folded)] == [heading]


def test_the_chosen_tab_stays_with_the_next_moment(folded: CardColumn) -> None:
    folded._tabs.choose(2)
    folded.show_moment(HOLD)
    assert [card.heading for card in shown(folded)] == ["Mistakes"]


def test_other_keys_are_the_sessions(folded: CardColumn) -> None:
    folded._tabs.setFocus()
    press(Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Space)
    assert [card.heading for card in shown(folded)] == ["Execution"]
    assert QApplication.focusWidget() is folded._tabs


def test_the_focus_can_be_seen(folded: CardColumn, look: Look) -> None:
    folded._tabs.clearFocus()
    without = folded._tabs.grab().toImage()
    folded._tabs.setFocus()
    assert folded._tabs.grab().toImage() != without


@pytest.mark.parametrize("text_scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("size", [(312, 582), (250, 200), (400, 240)])
def test_folded_cards_fit_at_any_text_size(
    make_column: Callable[..., CardColumn], size: tuple[int, int], text_scale: float
) -> None:
    column = make_column(size, text_scale=text_scale)
    column.set_folded(True)
    for index in range(3):
        column._tabs.choose(index)
        settle()
        assert column.rect().contains(shown(column)[0].geometry())
        assert too_small(column) == []
