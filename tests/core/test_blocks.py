from typing import Any

import msgspec
import pytest

from fakes import breathing, contract_relax, hold, reps, rest_block, untimed, walk
from ribdown.core.blocks import GENTLE_EFFORT, AnyBlock, Block, Effort, SegmentKind
from ribdown.core.doses import Origin


@pytest.mark.parametrize("band", [(0, 40), (40, 30), (30, 51)])
def test_an_effort_outside_half_strength_is_refused(band: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match=f"{band[0]}–{band[1]} % is outside 1–50 %"):
        Effort(band, Origin.SOURCE)


@pytest.mark.parametrize("band", [(1, 50), (30, 30)])
def test_an_effort_up_to_half_strength_is_allowed(band: tuple[int, int]) -> None:
    assert Effort(band, Origin.SOURCE).range == band


def test_the_gentle_effort_is_the_apps_own_20_to_30_per_cent() -> None:
    assert (GENTLE_EFFORT.range, GENTLE_EFFORT.origin) == ((20, 30), Origin.APP)


@pytest.mark.parametrize("field", ["cues", "gentle_cues"])
def test_a_cue_for_a_phase_that_the_block_lacks_is_refused(field: str) -> None:
    cues: dict[str, Any] = {field: {SegmentKind.HOLD: "Stay."}}
    with pytest.raises(ValueError, match="a cue for 'hold', which this block does not have; allowed: press, relax"):
        contract_relax(**cues)


@pytest.mark.parametrize(
    ("block", "kind"),
    [
        (breathing(), "breathing"),
        (contract_relax(), "contract_relax"),
        (reps(), "reps"),
        (hold(), "hold"),
        (rest_block(), "rest"),
        (walk(), "walk"),
        (untimed(), "untimed"),
    ],
)
def test_a_block_goes_through_a_content_file_and_comes_back_the_same(block: AnyBlock, kind: str) -> None:
    written = msgspec.to_builtins(block)
    assert written["kind"] == kind == block.kind
    assert msgspec.convert(written, AnyBlock, strict=True) == block


def test_a_misspelt_key_is_refused_with_its_name() -> None:
    written = msgspec.to_builtins(walk()) | {"wlak": 3}
    with pytest.raises(msgspec.ValidationError, match="unknown field `wlak`"):
        msgspec.convert(written, AnyBlock)


def test_a_dose_out_of_range_is_refused_with_its_path() -> None:
    written = msgspec.to_builtins([contract_relax()])
    written[0]["press"] = {"default": 12.0, "range": [5.0, 8.0], "origin": "source"}
    with pytest.raises(msgspec.ValidationError, match=r"12 s is outside 5–8 s - at `\$\[0\]\.press`"):
        msgspec.convert(written, list[AnyBlock])


def test_a_block_without_cycles_has_no_name_for_them() -> None:
    assert Block.cycle_name == walk().cycle_name == untimed().cycle_name == rest_block().cycle_name == ""
