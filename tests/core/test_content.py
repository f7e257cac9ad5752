from typing import Any

import msgspec
import pytest

from fakes import exercise, hold, walk
from ribdown.core.content import Exercise, Mistake, Sides

TWO_MISTAKES = (Mistake("Too hard", "Less."), Mistake("Too fast", "Slower."))


@pytest.mark.parametrize(
    ("field", "allowed"), [("starting_position", (3, 6)), ("execution", (3, 6)), ("mistakes", (2, 4))]
)
def test_a_list_may_be_as_long_as_its_limits_and_no_longer(field: str, allowed: tuple[int, int]) -> None:
    def of_length(length: int) -> dict[str, Any]:
        return {field: (TWO_MISTAKES[0] if field == "mistakes" else "Lie down.",) * length}

    low, high = allowed
    for length in (low, high):
        assert len(getattr(exercise(walk(), **of_length(length)), field)) == length
    for length in (low - 1, high + 1):
        with pytest.raises(ValueError, match=f"{field} has {length} entries; {low} to {high} are allowed"):
            exercise(walk(), **of_length(length))


def test_an_exercise_without_blocks_is_refused() -> None:
    with pytest.raises(ValueError, match="blocks is empty"):
        exercise()


def test_two_blocks_of_one_id_are_refused() -> None:
    with pytest.raises(ValueError, match="two blocks share an id"):
        exercise(hold(id="same"), walk(), hold(id="same"))


def test_a_mistake_that_names_an_unknown_block_is_refused() -> None:
    mistakes = (*TWO_MISTAKES, Mistake("Bouncing", "Stay.", ("hlod",)))
    with pytest.raises(ValueError, match="a mistake names the block 'hlod'; allowed: hold, walk"):
        exercise(hold(), walk(), mistakes=mistakes)


def test_a_block_is_found_by_its_id() -> None:
    assert exercise(hold(), walk()).block("walk") == walk()


def test_an_unknown_block_is_a_key_error() -> None:
    with pytest.raises(KeyError, match="nothing"):
        exercise(hold()).block("nothing")


def test_an_exercise_goes_through_a_content_file_and_comes_back_the_same() -> None:
    drill = exercise(hold(), walk(), sides=Sides.EACH, progressions=("harder",))
    assert msgspec.convert(msgspec.to_builtins(drill), Exercise, strict=True) == drill
