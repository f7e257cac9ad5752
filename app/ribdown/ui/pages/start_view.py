"""What the start page shows, as values: routines with their doses, lengths and plans."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from msgspec import structs

from ribdown.core.content import Exercise
from ribdown.core.history import SessionRecord
from ribdown.core.plan import PlanOptions, compile_timeline, first_get_ready, shown_seconds
from ribdown.core.routine import ChosenExercise, Routine, choose_doses, included
from ribdown.core.settings import Settings
from ribdown.core.timeline import Side, Timeline
from ribdown.ui import words
from ribdown.ui.pages.dose_words import dose_text
from ribdown.ui.translation import translate

FEATURED = "daily-mini"
_LAST = 3

Switched = Mapping[tuple[str, str], bool]


@dataclass(frozen=True, slots=True)
class ExerciseView:
    """One exercise of a routine. `seconds` include its get-ready and switch-sides."""

    id: str
    title: str
    detail: str
    seconds: float
    optional: bool
    included: bool
    below_full_dose: bool


@dataclass(frozen=True, slots=True)
class RoutineView:
    """A routine as it would run now. `seconds` are the whole session's, but a guide's are without the
    `get_ready_seconds` before its first exercise. `plan` is None where every exercise is switched off."""

    id: str
    title: str
    summary: str
    seconds: float
    get_ready_seconds: float
    guide: bool
    exercises: tuple[ExerciseView, ...]
    plan: Timeline | None

    @property
    def below_full_dose(self) -> bool:
        """Whether an exercise in it asks for less than its full dose."""
        return any(exercise.included and exercise.below_full_dose for exercise in self.exercises)


@dataclass(frozen=True, slots=True)
class StartView:
    """Everything on the start page. `last_sessions` are at most three, newest first; `broken` are the messages of
    routine files that can't be used."""

    today: date
    routines: tuple[RoutineView, ...]
    gentler: bool
    last_sessions: tuple[SessionRecord, ...]
    broken: tuple[str, ...]
    acknowledged: bool

    @property
    def featured(self) -> RoutineView | None:
        """The routine that is shown large."""
        return next((routine for routine in self.routines if routine.id == FEATURED), None)

    @property
    def others(self) -> tuple[RoutineView, ...]:
        """The other routines, without the short guides."""
        return tuple(r for r in self.routines if not r.guide and r.id != FEATURED)

    @property
    def guides(self) -> tuple[RoutineView, ...]:
        """The short guides."""
        return tuple(routine for routine in self.routines if routine.guide and routine.id != FEATURED)


def start_view(
    routines: Iterable[Routine],
    exercises: Mapping[str, Exercise],
    options: PlanOptions,
    *,
    gentler: bool,
    switched: Switched,
    records: Sequence[SessionRecord],
    today: date,
    acknowledged: bool,
    broken: Sequence[str] = (),
) -> StartView:
    """The start page's values. `switched` is what the person switched on or off, by routine and exercise id;
    `records` are newest first. Raises ContentError where a routine's doses do not fit."""
    views = (
        routine_view(with_switches(routine, switched), exercises, options, gentler=gentler) for routine in routines
    )
    last = [record for record in records if not record.rehearsal][:_LAST]
    return StartView(today, tuple(views), gentler, tuple(last), tuple(broken), acknowledged)


def plan_options(settings: Settings, side: Side = Side.RIGHT) -> PlanOptions:
    """What the settings say about a plan."""
    return PlanOptions(side, settings.get_ready, settings.switch_sides)


def with_switches(routine: Routine, switched: Switched) -> Routine:
    """The routine with the person's switches of its optional exercises put in."""
    items = (
        structs.replace(item, included=switched.get((routine.id, item.id), item.included)) if item.optional else item
        for item in routine.exercises
    )
    return structs.replace(routine, exercises=tuple(items))


def routine_view(
    routine: Routine, exercises: Mapping[str, Exercise], options: PlanOptions, *, gentler: bool
) -> RoutineView:
    """The routine as it would run with these options."""
    chosen = choose_doses(routine, exercises, gentler=gentler)
    shown = tuple(
        _exercise_view(one, options, on=item.included or not item.optional)
        for one, item in zip(chosen, routine.exercises, strict=True)
    )
    plan = None
    if any(view.included for view in shown):
        plan = compile_timeline(choose_doses(included(routine), exercises, gentler=gentler), options)
    return RoutineView(
        id=routine.id,
        title=words.content(routine.title),
        summary=_summary(routine, exercises),
        seconds=shown_seconds(plan, guide=routine.guide) if plan else 0.0,
        get_ready_seconds=first_get_ready(plan) if plan else 0.0,
        guide=routine.guide,
        exercises=shown,
        plan=plan,
    )


def _summary(routine: Routine, exercises: Mapping[str, Exercise]) -> str:
    """What the routine is, and what it takes."""
    needed = dict.fromkeys(thing for item in routine.exercises for thing in exercises[item.id].equipment)
    summary = words.content(routine.summary)
    if not needed:
        return summary
    return f"{summary} " + translate("words", "You need: {}.").format(", ".join(map(words.content, needed)))


def _exercise_view(chosen: ChosenExercise, options: PlanOptions, *, on: bool) -> ExerciseView:
    exercise = chosen.exercise
    return ExerciseView(
        id=exercise.id,
        title=words.content(exercise.title),
        detail=dose_text(exercise, options.first_side),
        seconds=compile_timeline((chosen,), options).planned_seconds,
        optional=chosen.optional,
        included=on,
        below_full_dose=chosen.below_full_dose,
    )
