"""The bundled texts: what they may be, and what they have to say."""

import re
import tomllib
from pathlib import Path

import msgspec
import pytest

from ribdown.core.content import Exercise
from ribdown.core.learn import LearnCard, LearnSection

FOLDER = Path(__file__).parents[2] / "resources" / "learn"


@pytest.fixture(scope="module")
def sections() -> dict[str, LearnSection]:
    tables = {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in FOLDER.glob("*.toml")}
    return {name: msgspec.convert(table, LearnSection, strict=True) for name, table in tables.items()}


def card(sections: dict[str, LearnSection], section: str, title: str) -> str:
    """All that a card says."""
    [found] = [one for one in sections[section].cards if one.title == title]
    return " ".join((*found.text, *found.points))


def test_a_card_says_something() -> None:
    with pytest.raises(ValueError, match="text is empty"):
        LearnCard("Title", ())


def test_a_section_has_a_card() -> None:
    with pytest.raises(ValueError, match="cards is empty"):
        LearnSection("one", "One", ())


def test_there_are_six_questions_answered_in_two_or_three_sentences(sections: dict[str, LearnSection]) -> None:
    cards = sections["questions"].cards
    assert len(cards) == 6
    for one in cards:
        assert one.title.endswith("?")
        assert 2 <= len(re.findall(r"[.?](?= |$)", " ".join(one.text))) <= 3, one.title


def test_there_are_four_stages_and_five_mistakes(sections: dict[str, LearnSection]) -> None:
    assert len(sections["stages"].cards) == 4
    assert len(sections["mistakes"].cards) == 5


def test_every_posture_has_its_figure(sections: dict[str, LearnSection]) -> None:
    pictures = [one.picture for one in sections["posture"].cards]
    assert [picture.figure for picture in pictures if picture] == [
        "sitting",
        "posture-pulse",
        "sleep-side",
        "sleep-prone",
    ]


def test_links_lead_to_exercises_that_there_are(
    sections: dict[str, LearnSection], exercises: dict[str, Exercise]
) -> None:
    assert {id for section in sections.values() for one in section.cards for id in one.exercises} <= set(exercises)


def test_the_self_test_is_one_click_away(sections: dict[str, LearnSection]) -> None:
    assert sections["stages"].cards[0].self_test


@pytest.mark.parametrize(
    ("section", "title", "figures"),
    [
        ("questions", "How long do I hold it?", ("5 to 8 seconds", "3 or 4 times")),
        ("questions", "How often?", ("two weeks", "three or four times a week")),
        ("mistakes", "Pressing too hard", ("50 to 60 %", "30 to 40 %")),
        ("mistakes", "Sitting all day", ("30 to 45 minutes", "20 to 30 seconds")),
        ("posture", "Sitting", ("slightly higher than the knees", "30 to 45 minutes")),
        ("stages", "4. Keep", ("once a day", "three or four times a week", "three posture pulses")),
        ("stages", "4. Keep", ("Weeks 3 to 6", "five minutes a day")),
    ],
)
def test_figures_are_those_of_the_source(
    sections: dict[str, LearnSection], section: str, title: str, figures: tuple[str, ...]
) -> None:
    assert all(figure in card(sections, section, title) for figure in figures)


def test_nothing_shouts_or_promises(sections: dict[str, LearnSection]) -> None:
    text = " ".join(card(sections, name, one.title) for name, section in sections.items() for one in section.cards)
    assert "!" not in text
    assert not re.search(r"\b(cure|heal|guarantee|permanent|never again)", text.casefold())


def test_every_exercise_of_the_first_article_is_named_with_it(
    sections: dict[str, LearnSection], exercises: dict[str, Exercise]
) -> None:
    first, second, ours = sections["sources"].cards
    assert set(first.exercises) == {id for id, one in exercises.items() if one.source == "A"}
    assert {exercises[id].source for id in second.exercises} == {"B"}
    assert ours.exercises == ()
