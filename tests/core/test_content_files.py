"""What is read from a content file is checked to the last key, and never changes afterwards."""

import msgspec
import pytest
from msgspec import Struct, structs

from fakes import (
    breathing,
    contract_relax,
    count,
    exercise,
    hold,
    reps,
    rest_block,
    routine,
    seconds,
    untimed,
    walk,
)
from ribdown.core.blocks import Effort
from ribdown.core.content import Mistake
from ribdown.core.doses import NONE, ONCE, Count, Origin, Seconds
from ribdown.core.routine import OwnRange, RoutineExercise

BLOCKS = (breathing(), contract_relax(), reps(), hold(), rest_block(), walk(), untimed())
CONTENT: list[Struct] = [
    *BLOCKS,
    count(2),
    seconds(2.0),
    Effort((30, 40), Origin.SOURCE),
    Mistake("Bouncing", "Stay."),
    exercise(walk()),
    OwnRange(2, (1, 3), Origin.APP),
    RoutineExercise(id="drill"),
    routine("drill"),
]
each = pytest.mark.parametrize("content", CONTENT, ids=lambda content: type(content).__name__)


@each
def test_a_misspelt_key_is_refused(content: Struct) -> None:
    with pytest.raises(msgspec.ValidationError, match="unknown field `tilte`"):
        msgspec.convert(msgspec.to_builtins(content) | {"tilte": "Drill"}, type(content))


@each
def test_what_was_read_never_changes(content: Struct) -> None:
    name = structs.fields(content)[0].name
    with pytest.raises(AttributeError):
        setattr(content, name, getattr(content, name))


def test_once_is_one_and_none_is_nothing() -> None:
    assert Count(1, (1, 1), Origin.APP) == ONCE
    assert Seconds(0.0, (0.0, 0.0), Origin.APP) == NONE


def test_a_routine_is_no_guide_unless_it_says_so() -> None:
    assert not routine("drill").guide
