"""What the page of routines shows, as values."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ribdown.core.content import Exercise
from ribdown.core.plan import PlanOptions
from ribdown.core.routine import Routine
from ribdown.core.routine_editing import offered
from ribdown.ui import words
from ribdown.ui.pages.start_view import RoutineView, routine_view
from ribdown.ui.translation import translate


@dataclass(frozen=True, slots=True)
class OwnRoutine:
    """A routine in the list."""

    id: str
    title: str
    detail: str


@dataclass(frozen=True, slots=True)
class OwnRoutinesView:
    """Everything on the page. `broken` are the messages of files that can't be used; `offers` are the exercises that a
    new routine can begin with, by id and title."""

    own: tuple[OwnRoutine, ...]
    bundled: tuple[OwnRoutine, ...]
    broken: tuple[str, ...]
    offers: tuple[tuple[str, str], ...]


def own_routines_view(
    routines: Iterable[Routine],
    own: frozenset[str],
    broken: Iterable[str],
    exercises: Mapping[str, Exercise],
    options: PlanOptions,
    *,
    gentler: bool,
) -> OwnRoutinesView:
    """The page's values; `own` are the ids of the person's routines."""
    views = [routine_view(routine, exercises, options, gentler=gentler) for routine in routines]
    return OwnRoutinesView(
        tuple(_listed(view) for view in views if view.id in own),
        tuple(_listed(view) for view in views if view.id not in own),
        tuple(broken),
        tuple((one.id, words.content(one.title)) for one in offered(exercises)),
    )


def _listed(view: RoutineView) -> OwnRoutine:
    on = [exercise.title for exercise in view.exercises if exercise.included]
    count = translate("words", "1 exercise") if len(on) == 1 else translate("words", "{} exercises").format(len(on))
    return OwnRoutine(view.id, view.title, " · ".join((words.duration(view.seconds), count, view.summary)).rstrip(" ·"))
