"""The words on screen that are put together from values. All go through Qt's translation."""

from collections.abc import Mapping
from math import ceil

from ribdown.core.blocks import SegmentKind
from ribdown.core.events import PauseReason
from ribdown.core.moment import Counter, Moment, cue_of, fill
from ribdown.core.phases import Phase, phase_of
from ribdown.core.timeline import Segment, Side, Timeline
from ribdown.ui.translation import QT_TRANSLATE_NOOP, translate

# The words of core, which knows no Qt.
PHASE_WORDS = (
    QT_TRANSLATE_NOOP("phase", "Get ready"),
    QT_TRANSLATE_NOOP("phase", "Switch sides"),
    QT_TRANSLATE_NOOP("phase", "Inhale"),
    QT_TRANSLATE_NOOP("phase", "Exhale"),
    QT_TRANSLATE_NOOP("phase", "Pause"),
    QT_TRANSLATE_NOOP("phase", "Press"),
    QT_TRANSLATE_NOOP("phase", "Relax"),
    QT_TRANSLATE_NOOP("phase", "Lift"),
    QT_TRANSLATE_NOOP("phase", "Squeeze"),
    QT_TRANSLATE_NOOP("phase", "Lower"),
    QT_TRANSLATE_NOOP("phase", "Release"),
    QT_TRANSLATE_NOOP("phase", "Hold"),
    QT_TRANSLATE_NOOP("phase", "Rest"),
    QT_TRANSLATE_NOOP("phase", "Walk"),
    QT_TRANSLATE_NOOP("phase", "Your time"),
)
COUNTER_NAMES = (
    QT_TRANSLATE_NOOP("counter", "Breath"),
    QT_TRANSLATE_NOOP("counter", "Press"),
    QT_TRANSLATE_NOOP("counter", "Rep"),
    QT_TRANSLATE_NOOP("counter", "Hold"),
    QT_TRANSLATE_NOOP("counter", "Round"),
    QT_TRANSLATE_NOOP("counter", "Set"),
    QT_TRANSLATE_NOOP("counter", "Side"),
)


def content(text: str, side: Side | None = None) -> str:
    """A content file's text, translated, with the side at work put in."""
    translated = translate("content", text)
    return fill(translated, side, _side_names()) if side else translated


def duration(seconds: float) -> str:
    """Such as `8 min 12 s`, `2.5 s`, or from an hour on `1 h 5 min`."""
    if round(seconds, 1) < 60:
        return translate("words", "{} s").format(tenths(seconds))
    if round(seconds) >= 3600:
        return translate("words", "{} h {} min").format(*divmod(round(seconds / 60), 60))
    minutes, rest = divmod(round(seconds), 60)
    return (
        translate("words", "{} min {} s").format(minutes, rest)
        if rest
        else translate("words", "{} min").format(minutes)
    )


def took(seconds: float) -> str:
    """How long something lasted: as `duration`, in whole seconds."""
    return duration(round(seconds))


def tenths(value: float) -> str:
    """Such as `2.5`, or `2`."""
    return f"{round(value, 1):g}"


def clock(seconds: float) -> str:
    """Such as `8:12`; a started second counts."""
    minutes, rest = divmod(ceil(seconds - 1e-6), 60)
    return f"{minutes}:{rest:02d}"


def number(value: int | None) -> str:
    """The countdown: seconds, from a minute on as a clock; empty where nothing is counted."""
    if value is None:
        return ""
    return clock(value) if value >= 60 else str(value)


def phase_name(phase: Phase) -> str:
    """The phase's word, such as Inhale."""
    return translate("phase", phase.word)


def phase_word(phase: Phase) -> str:
    """The phase's word as it is shown large."""
    return phase_name(phase).upper()


def side_name(side: Side) -> str:
    """Such as right."""
    return _side_names()[side]


def side_word(side: Side) -> str:
    """RIGHT or LEFT."""
    return (translate("words", "Right") if side is Side.RIGHT else translate("words", "Left")).upper()


def _side_names() -> Mapping[Side, str]:
    return {Side.LEFT: translate("words", "left"), Side.RIGHT: translate("words", "right")}


def counter(value: Counter) -> tuple[str, str, str]:
    """Name, number and total, such as Breath, 2, of 5."""
    return translate("counter", value.name), str(value.number), translate("words", "of {}").format(value.total)


def next_text(moment: Moment) -> str:
    """What follows: the next phase of the block, or the next block, side or exercise."""
    following = moment.following
    if following is None:
        return translate("words", "the end of the session")
    if following.kind is SegmentKind.SWITCH_SIDES:
        return translate("words", "switch sides")
    if following.kind is SegmentKind.GET_READY:
        return content(following.run.turn.exercise.title)
    if following.kind is SegmentKind.REST:
        return translate("words", "rest {}").format(duration(following.seconds))
    if following.run.number != moment.segment.run.number and following.run.block is not None:
        return content(following.run.block.title)
    return lead(following)


def lead(segment: Segment) -> str:
    """A segment's cue, or its word and length where it has none."""
    cue = content(cue_of(segment), segment.run.turn.side)
    return cue or f"{phase_name(phase_of(segment)).lower()} {duration(segment.seconds)}"


def spoken(moment: Moment) -> str:
    """What a screen reader says at a change, such as `Exhale, 4 seconds, breath 2 of 5`."""
    parts = [phase_name(moment.phase)]
    if moment.number is not None:
        parts.append(
            translate("words", "1 second")
            if moment.number == 1
            else translate("words", "{} seconds").format(moment.number)
        )
    if moment.count is not None:
        name, value, total = counter(moment.count)
        parts.append(f"{name.lower()} {value} {total}")
    return ", ".join(parts)


def stopped_text(reason: PauseReason, moment: Moment) -> str:
    """Why the session stands still, and how it goes on."""
    why = {
        PauseReason.SLEPT: translate("words", "The computer slept. That time does not count."),
        PauseReason.HIDDEN: translate("words", "The window was out of sight."),
        PauseReason.UNHEARD: translate("words", "The sound output has changed."),
    }.get(reason, "")
    return "\n".join(filter(None, (why, translate("words", "Space to go on."), _restart_text(moment.segment))))


def _restart_text(segment: Segment) -> str:
    match segment.kind:
        case SegmentKind.INHALE | SegmentKind.EXHALE | SegmentKind.PAUSE:
            return translate("words", "This breath starts again.")
        case SegmentKind.PRESS | SegmentKind.RELAX:
            return translate("words", "This press starts again.")
        case SegmentKind.LIFT | SegmentKind.SQUEEZE | SegmentKind.LOWER:
            return translate("words", "This repetition starts again.")
        case SegmentKind.HOLD:
            return translate("words", "The hold goes on after 3 s to get ready.")
        case SegmentKind.WALK:
            return translate("words", "The walk goes on after 3 s to get ready.")
    return ""


def change_subtitle(timeline: Timeline, moment: Moment) -> str:
    """What a get-ready or switch-sides leads to, and how long that takes."""
    turn = moment.segment.run.turn
    seconds = sum(s.ms or 0 for s in timeline.segments if s.run.turn == turn and s.run.block is not None) / 1000
    parts = [content(turn.exercise.title)]
    if turn.exercise.rounds.default > 1:
        parts.append(translate("words", "{} rounds").format(turn.exercise.rounds.default))
    if moment.segment.kind is SegmentKind.SWITCH_SIDES and turn.side is not None:
        again = (
            translate("words", "{} again, now on the right")
            if turn.side is Side.RIGHT
            else translate("words", "{} again, now on the left")
        )
        parts[0] = again.format(parts[0])
    else:
        parts[0] = translate("words", "Next: {}").format(parts[0])
    if seconds:
        parts.append(clock(seconds))
    return " · ".join(parts)


def step_text(moment: Moment) -> str:
    """The block at work, such as `Long exhales · step 1 of 3`."""
    run = moment.segment.run
    if run.block is None:
        return ""
    title, steps = content(run.block.title), len(run.turn.exercise.blocks)
    return title if steps == 1 else translate("words", "{} · step {} of {}").format(title, run.block_number, steps)


def key_list() -> list[tuple[str, str]]:
    """The keys and what they do."""
    return [
        (translate("words", "Space"), translate("words", "pause or go on; Start on Today")),
        (translate("words", "Left, Right"), translate("words", "this block again or the one before; next block")),
        ("F, F11", translate("words", "far view on or off")),
        ("+", translate("words", "10 s more to get ready or rest")),
        ("M", translate("words", "sound off or on")),
        (translate("words", "Up, Down"), translate("words", "louder, softer")),
        ("H", translate("words", "something hurts")),
        ("Esc", translate("words", "leave far view; end here?")),
        (translate("words", "Return"), translate("words", "press the button that has the focus")),
        ("Ctrl+1 … Ctrl+6", translate("words", "the pages, from the top")),
        ("Ctrl+F", translate("words", "find, on pages with a search")),
        ("Ctrl+Z, Ctrl+Shift+Z", translate("words", "undo, redo in a routine")),
        (translate("words", "Alt+Up, Alt+Down"), translate("words", "move an exercise in a routine")),
        ("Ctrl+Q", translate("words", "quit")),
        ("F1, ?", translate("words", "this list")),
    ]
