"""The bundled content, read with nothing but the standard library and msgspec."""

import tomllib
from pathlib import Path
from typing import TypeVar

import msgspec
import pytest

from ribdown.core.content import Exercise
from ribdown.core.plan import PlanOptions, compile_timeline
from ribdown.core.routine import Routine, RoutineExercise, choose_doses
from ribdown.core.timeline import Timeline

RESOURCES = Path(__file__).parents[2] / "resources"
EXERCISES = sorted(path.stem for path in (RESOURCES / "exercises").glob("*.toml"))
ROUTINES = sorted(path.stem for path in (RESOURCES / "routines").glob("*.toml"))
# Every routine, plain and gentler, with all that is optional; and every exercise on its own.
PLANS = [*ROUTINES, *(f"{name}, gentler" for name in ROUTINES), *(f"{name}, alone" for name in EXERCISES)]

T = TypeVar("T")


def _read(folder: str, names: list[str], shape: type[T]) -> dict[str, T]:
    paths = {name: RESOURCES / folder / f"{name}.toml" for name in names}
    return {
        name: msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), shape, strict=True)
        for name, path in paths.items()
    }


@pytest.fixture(scope="session")
def exercises() -> dict[str, Exercise]:
    return _read("exercises", EXERCISES, Exercise)


@pytest.fixture(scope="session")
def routines() -> dict[str, Routine]:
    return _read("routines", ROUTINES, Routine)


@pytest.fixture(params=EXERCISES)
def bundled_exercise(request: pytest.FixtureRequest, exercises: dict[str, Exercise]) -> Exercise:
    return exercises[request.param]


@pytest.fixture(params=ROUTINES)
def bundled_routine(request: pytest.FixtureRequest, routines: dict[str, Routine]) -> Routine:
    return routines[request.param]


@pytest.fixture(scope="session", params=PLANS)
def bundled_plan(
    request: pytest.FixtureRequest, exercises: dict[str, Exercise], routines: dict[str, Routine]
) -> Timeline:
    name, _, how = request.param.partition(", ")
    alone = RoutineExercise(id=name)
    routine = (
        Routine(id=name, title="", summary="", source="", exercises=(alone,)) if how == "alone" else routines[name]
    )
    return compile_timeline(choose_doses(routine, exercises, gentler=how == "gentler"), PlanOptions())
