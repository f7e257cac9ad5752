"""The icons that the app asks for by name."""

import pytest

from fakes import plan_of_blocks, reps
from ribdown.core.blocks import SegmentKind
from ribdown.core.phases import phase_of
from ribdown.core.timeline import Segment
from ribdown.ui.icons import ICONS


@pytest.mark.parametrize("lift", [0.0, 1.0])
@pytest.mark.parametrize("kind", SegmentKind)
def test_every_phase_has_an_icon(kind: SegmentKind, lift: float) -> None:
    run = plan_of_blocks(reps(lift=lift)).segments[1].run
    assert phase_of(Segment(kind, 1000, run, ordinal=0, part=1)).icon in ICONS
