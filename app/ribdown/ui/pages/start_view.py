"""What the start page shows, as values: routines with their doses, lengths and plans."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from msgspec import structs

from ribdown.core.content import Exercise
from ribdown.core.history import SessionRecord
from ribdown.core.plan import PlanOptions, compile_timeline, first_get_ready, shown_seconds
from ribdown.core.programme.day import Day
from ribdown.core.programme.plan import MINI
from ribdown.core.programme.practice import counts
from ribdown.core.routine import ChosenExercise, Routine, choose_doses, included
from ribdown.core.settings import Settings
from ribdown.core.timeline import Side, Timeline
from ribdown.core.wishes import Wishes, wished
from ribdown.ui import words
from ribdown.ui.pages.dose_words import dose_text
from ribdown.ui.translation import translate

FEATURED = MINI  # where nothing else is wanted
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
    routine files that can't be used. `day` is None where there is no programme to speak of; `done_today` are the
    sessions that make today count, newest first, and `featured_id` is the routine that is shown large."""

    today: date
    routines: tuple[RoutineView, ...]
    gentler: bool
    last_sessions: tuple[SessionRecord, ...]
    broken: tuple[str, ...]
    day: Day | None = None
    done_today: tuple[SessionRecord, ...] = ()
    featured_id: str = FEATURED

    @property
    def featured(self) -> RoutineView | None:
        """The routine that is shown large."""
        return self._routine(self.featured_id)

    @property
    def choices(self) -> tuple[RoutineView, ...]:
        """What may be shown large: what the day proposes, and what suits it too."""
        if self.day is None:
            return ()
        found = map(self._routine, dict.fromkeys((self.day.routine, *self.day.alternatives, self.featured_id)))
        return tuple(routine for routine in found if routine is not None)

    @property
    def others(self) -> tuple[RoutineView, ...]:
        """The other routines, without the short guides."""
        return tuple(r for r in self.routines if not r.guide and r.id != self.featured_id)

    @property
    def guides(self) -> tuple[RoutineView, ...]:
        """The short guides."""
        return tuple(routine for routine in self.routines if routine.guide and routine.id != self.featured_id)

    def _routine(self, id: str) -> RoutineView | None:
        return next((routine for routine in self.routines if routine.id == id), None)


def start_view(
    routines: Iterable[Routine],
    exercises: Mapping[str, Exercise],
    options: PlanOptions,
    *,
    gentler: bool,
    switched: Switched,
    records: Sequence[SessionRecord],
    today: date,
    broken: Sequence[str] = (),
    day: Day | None = None,
    chosen: str | None = None,
) -> StartView:
    """The start page's values. `switched` is what the person switched on or off, by routine and exercise id;
    `records` are newest first. `chosen` is the id of the routine that the person took instead of the day's. Raises
    ContentError where a routine's doses do not fit."""
    views = {
        routine.id: routine_view(with_switches(routine, switched), exercises, options, gentler=gentler)
        for routine in routines
    }
    guides = {routine.id for routine in views.values() if routine.guide}
    last = [record for record in records if not record.rehearsal and record.routine not in guides][:_LAST]
    done = [record for record in records if record.started.date() == today and counts(record)]
    wanted = (chosen, day.routine if day is not None else None)
    return StartView(
        today,
        tuple(views.values()),
        gentler,
        tuple(last),
        tuple(broken),
        day,
        tuple(record for record in done if record.routine not in guides),
        next((id for id in wanted if id in views), FEATURED),
    )


def plan_options(settings: Settings, side: Side = Side.RIGHT) -> PlanOptions:
    """What the settings say about a plan."""
    wishes = Wishes(settings.breath_pace, settings.rounds)
    return PlanOptions(side, settings.get_ready, settings.switch_sides, wishes)


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
    routine = wished(routine, options.wishes)
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
    things = dict.fromkeys(thing for item in routine.exercises for thing in exercises[item.id].equipment)
    # A couch that is needed anyway does as the “couch or bench” of another exercise.
    needed = [thing for thing in things if not any(part in things for part in thing.split(" or ") if part != thing)]
    summary = words.content(routine.summary)
    if not needed:
        return summary
    if summary and summary[-1] not in ".!?…":  # a person's own need not end in a full stop
        summary += "."
    need = translate("words", "You need: {}.").format(", ".join(map(words.content, needed)))
    return f"{summary} {need}".lstrip()


def _exercise_view(chosen: ChosenExercise, options: PlanOptions, *, on: bool) -> ExerciseView:
    exercise = chosen.exercise
    return ExerciseView(
        id=exercise.id,
        title=words.content(exercise.title),
        detail=dose_text(exercise, chosen.first_side or options.first_side),
        seconds=compile_timeline((chosen,), options).planned_seconds,
        optional=chosen.optional,
        included=on,
        below_full_dose=chosen.below_full_dose,
    )
