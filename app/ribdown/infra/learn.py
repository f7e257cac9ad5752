"""The texts to read, from their files."""

from collections.abc import Collection

from ribdown.core.errors import UserError
from ribdown.core.learn import LearnSection
from ribdown.infra.resources import read_resource
from ribdown.infra.toml_file import parse_table, to_struct

_ORDER = ("why", "stages", "questions", "mistakes", "posture", "sources")


def load_learn(exercises: Collection[str]) -> tuple[LearnSection, ...]:
    """The sections in the order to show them in. `exercises` are the ids that a card may lead to. Raises UserError
    where a file does not fit."""
    return tuple(learn_section(f"{name}.toml", read_resource(f"learn/{name}.toml"), exercises) for name in _ORDER)


def learn_section(name: str, content: bytes, exercises: Collection[str]) -> LearnSection:
    """The section in the file `name`. Raises UserError where it does not fit."""
    section = to_struct(name, parse_table(name, content), LearnSection)
    if f"{section.id}.toml" != name:
        raise UserError(f"{name}: id: {section.id!r} is not the file's name; allowed: {name.removesuffix('.toml')}")
    for index, card in enumerate(section.cards):
        for exercise in card.exercises:
            if exercise not in exercises:
                allowed = ", ".join(sorted(exercises))
                raise UserError(
                    f"{name}: cards[{index}].exercises: no exercise is called {exercise!r}; allowed: {allowed}"
                )
    return section
