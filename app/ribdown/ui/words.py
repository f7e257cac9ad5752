"""The words on screen that are put together from values. All go through Qt's translation."""

from math import ceil

from PySide6.QtCore import QCoreApplication

from ribdown.core.blocks import SegmentKind
from ribdown.core.moment import Counter, Moment, cue_of, fill
from ribdown.core.phases import Phase, phase_of
from ribdown.core.timeline import Segment, Side


def tr(text: str, context: str = "words") -> str:
    """A text of the app, or of a content file, in the person's language."""
    return QCoreApplication.translate(context, text)


def content(text: str, side: Side | None = None) -> str:
    """A content file's text, translated, with the side at work put in."""
    return fill(tr(text, "content"), side)


def duration(seconds: float) -> str:
    """Such as `8 min 12 s`."""
    minutes, rest = divmod(round(seconds), 60)
    if not minutes:
        return tr("{} s").format(rest)
    return tr("{} min {} s").format(minutes, rest) if rest else tr("{} min").format(minutes)


def clock(seconds: float) -> str:
    """Such as `8:12`; a started second counts."""
    minutes, rest = divmod(ceil(seconds - 1e-6), 60)
    return f"{minutes}:{rest:02d}"


def number(value: int | None) -> str:
    """The countdown: seconds, from 100 on minutes and seconds; empty where nothing is counted."""
    if value is None:
        return ""
    return clock(value) if value >= 100 else str(value)


def phase_word(phase: Phase) -> str:
    """The phase's word as it is shown large."""
    return tr(phase.word, "phase").upper()


def side_word(side: Side) -> str:
    """RIGHT or LEFT."""
    return (tr("Right") if side is Side.RIGHT else tr("Left")).upper()


def counter(value: Counter) -> tuple[str, str, str]:
    """Name, number and total, such as Breath, 2, of 5."""
    return tr(value.name, "counter"), str(value.number), tr("of {}").format(value.total)


def next_text(moment: Moment) -> str:
    """What follows: the next phase of the block, or the next block, side or exercise."""
    following = moment.following
    if following is None:
        return tr("the end of the session")
    if following.kind is SegmentKind.SWITCH_SIDES:
        return tr("switch sides")
    if following.kind is SegmentKind.GET_READY:
        return content(following.run.turn.exercise.title)
    if following.kind is SegmentKind.REST:
        return tr("rest {}").format(duration(following.seconds))
    if following.run.number != moment.segment.run.number and following.run.block is not None:
        return content(following.run.block.title)
    return lead(following)


def lead(segment: Segment) -> str:
    """A segment's cue, or its word and length where it has none."""
    cue = content(cue_of(segment), segment.run.turn.side)
    return cue or f"{tr(phase_of(segment).word, 'phase').lower()} {duration(segment.seconds)}"
