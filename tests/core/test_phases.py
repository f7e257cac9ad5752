import pytest

from fakes import plan_of_blocks, reps, walk
from ribdown.core.blocks import SegmentKind
from ribdown.core.phases import Phase, Ring, Silhouette, Strip, phase_of
from ribdown.core.theme import Hue
from ribdown.core.timeline import Segment

K = SegmentKind

# The phase table of DESIGN §3, written out a second time.
TABLE = [
    (K.GET_READY, "Get ready", "get-ready", "ready", "dots", "dots", "what is next"),
    (K.SWITCH_SIDES, "Switch sides", "switch-sides", "ready", "dots", "dots", "what is next"),
    (K.INHALE, "Inhale", "inhale", "inhale", "orb", "continuous", "breath wave"),
    (K.EXHALE, "Exhale", "exhale", "exhale", "orb", "continuous", "breath wave"),
    (K.PAUSE, "Pause", "pause phase", "pause", "orb", "continuous", "breath wave"),
    (K.PRESS, "Press", "press", "press", "square", "seconds", "effort gauge"),
    (K.RELAX, "Relax", "relax", "relax", "ripples", "seconds", "press and relax pairs"),
    (K.LIFT, "Lift", "lift", "squeeze", "open diamond", "seconds", "rep diamonds"),
    (K.SQUEEZE, "Squeeze", "squeeze", "squeeze", "diamond", "seconds", "rep diamonds"),
    (K.LOWER, "Lower", "lower", "release", "dashed circle", "seconds", "rep diamonds"),
    (K.HOLD, "Hold", "hold", "hold", "hexagon", "seconds", "length bar"),
    (K.REST, "Rest", "rest", "rest", "open circle", "seconds", "what is next"),
    (K.WALK, "Walk", "walk", "hold", "pill", "seconds", "length bar"),
    (K.WAIT, "Your time", "clock", "ready", "dots", "dots", "none"),
]


def segment(kind: SegmentKind, *, lift: float = 1.0) -> Segment:
    run = plan_of_blocks(reps(lift=lift)).segments[1].run
    return Segment(kind, 1000, run, ordinal=0, part=1)


@pytest.mark.parametrize(("kind", "word", "icon", "hue", "silhouette", "ring", "strip"), TABLE)
def test_a_phase_looks_as_in_the_table(
    kind: SegmentKind, word: str, icon: str, hue: str, silhouette: str, ring: str, strip: str
) -> None:
    assert phase_of(segment(kind)) == Phase(word, icon, Hue(hue), Silhouette(silhouette), Ring(ring), Strip(strip))


def test_every_kind_of_segment_is_in_the_table() -> None:
    assert {row[0] for row in TABLE} == set(SegmentKind)


def test_where_nothing_is_lifted_the_muscle_lets_go() -> None:
    lowered, released = phase_of(segment(K.LOWER, lift=1.0)), phase_of(segment(K.LOWER, lift=0.0))
    assert (lowered.word, released.word) == ("Lower", "Release")
    assert (released.hue, released.silhouette) == (Hue.RELEASE, Silhouette.DASHED_CIRCLE)


def test_only_lowering_lets_go() -> None:
    assert phase_of(segment(K.SQUEEZE, lift=0.0)).word == "Squeeze"
    assert phase_of(plan_of_blocks(walk()).segments[1]).word == "Walk"


def test_two_phases_with_one_hue_differ_in_shape() -> None:
    # Get-ready and switch-sides differ in their words and icons, and a wait has no number.
    shown = {kind: phase_of(segment(kind)) for kind in SegmentKind}
    dots = (K.GET_READY, K.SWITCH_SIDES, K.WAIT)
    pairs = [(p.hue, p.silhouette) for kind, p in shown.items() if kind not in dots]
    assert len(set(pairs)) == len(pairs)


def test_no_two_phases_share_a_word() -> None:
    words = [phase_of(segment(kind)).word for kind in SegmentKind]
    assert len(set(words)) == len(words)
    # The stopped session says "Stopped", so that it can't be taken for the pause of a breath.
    assert "Stopped" not in words
