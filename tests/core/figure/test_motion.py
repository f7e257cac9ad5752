from collections.abc import Callable

import pytest

from ribdown.core.figure.motion import Ease, Figure, Path, motion_of, pose_at, still_in

EASES: tuple[Ease, ...] = ("linear", "sine", "smooth", "out", "in")


@pytest.fixture
def easy(figures: dict[str, Figure]) -> Callable[[Ease, float], float]:
    """How far along its way a path with that ease is."""
    figure = figures["posture-pulse"]
    keys = figure.poses["easy"], figure.poses["stacked"]

    def way(ease: Ease, share: float) -> float:
        first, last = (one.still.posture.trunk.pelvis for one in keys)
        return (still_in(Path(keys, ease), share).posture.trunk.pelvis - first) / (last - first)

    return way


@pytest.mark.parametrize("ease", EASES)
def test_every_ease_goes_from_start_to_end_and_never_back(easy: Callable[[Ease, float], float], ease: Ease) -> None:
    ways = [easy(ease, step / 50) for step in range(51)]
    assert (ways[0], ways[-1]) == (0, 1)
    assert ways == sorted(ways)


def test_eases_differ_in_where_they_hurry(easy: Callable[[Ease, float], float]) -> None:
    assert [easy(ease, 0.5) for ease in EASES] == pytest.approx([0.5, 0.5, 0.5, 0.75, 0.25])
    assert easy("linear", 0.25) == pytest.approx(0.25)
    assert easy("smooth", 0.25) < easy("sine", 0.25) < 0.25


@pytest.mark.parametrize("ease", EASES)
def test_outside_of_it_a_path_is_at_its_ends(easy: Callable[[Ease, float], float], ease: Ease) -> None:
    assert (easy(ease, -0.5), easy(ease, 1.5)) == (0, 1)


def test_a_path_goes_through_its_poses_in_equal_shares_and_says_where_it_leads(figures: dict[str, Figure]) -> None:
    figure = figures["thomas-test"]
    middle = still_in(motion_of(figure, "lie-back/wait-for-me"), 0.5)
    assert middle.posture.trunk.pelvis == pytest.approx(figure.poses["rolling"].still.posture.trunk.pelvis)
    assert (middle.words, middle.label) == (figure.poses["flat"].still.words, figure.poses["flat"].still.label)


def test_a_path_moves_where_its_poses_differ(figures: dict[str, Figure]) -> None:
    figure = figures["bridge"]
    down, top = figure.poses["down"], figure.poses["top"]
    assert Path((down, top)).moves
    assert not Path((down,)).moves
    assert not Path((down, down)).moves


def test_a_pose_is_shown_by_its_name(figures: dict[str, Figure]) -> None:
    figure = figures["bridge"]
    scene = pose_at(figure, "arched", 0.3, 0)
    assert scene.body == figure.poses["arched"].body
    assert scene.fault is not None
    assert [amount for _, amount in pose_at(figure, "top", 0, 0).cues] == [1.0]


def test_a_breath_swells_belly_and_chest_and_moves_nothing_else(figures: dict[str, Figure]) -> None:
    out, full = (pose_at(figures["hip-lift"], "lifted", 0, breath).body for breath in (0.0, 1.0))
    assert full.joints["belly"][1] > out.joints["belly"][1] + 0.01
    assert full.joints["chest"][1] > out.joints["chest"][1] + 0.003
    assert full.trunk.spine == out.trunk.spine
    assert full.near_leg == out.near_leg


def test_what_there_is_not_is_a_key_error(figures: dict[str, Figure]) -> None:
    with pytest.raises(KeyError, match="jump"):
        pose_at(figures["bridge"], "jump", 0, 0)
