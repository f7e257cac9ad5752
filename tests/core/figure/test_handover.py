import pytest

from ribdown.core.figure.handover import CUES_GONE, EFFORT_CHANGED, handed_over
from ribdown.core.figure.posture import ArmAngles, LegTarget, Posture, TrunkAngles
from ribdown.core.figure.scene import Arrow
from ribdown.core.figure.still import Still

PRESS, RELEASE = (Arrow(at="hip", tone=tone, dir=0, len=0.1) for tone in ("contract", "relax"))


def still(muscles: dict[str, float], *cues: tuple[Arrow, float]) -> Still:
    leg, arm = LegTarget("sole", (0.0, 0.0), 0, 0), ArmAngles(0, 10, 8, 1)
    trunk = TrunkAngles(90, 0, 0, 0, 0, 0)
    posture = Posture(trunk, "hip", (0.0, 0.5), None, leg, leg, arm, arm, muscles, 0)
    return Still(posture=posture, view=(0, 0, 1, 1), props=(), label="", words="", cues=cues)


LEFT = still({"glutes": 0.8, "psoas": 0.2}, (PRESS, 1.0))
AHEAD = still({"core": 0.4, "psoas": 1.0}, (RELEASE, 1.0))
WAY = still({"glutes": 0.7, "core": 0.05, "psoas": 0.3}, (RELEASE, 0.1))


def test_a_cue_of_the_pose_that_is_left_goes_at_once_and_the_next_comes_with_its_pose() -> None:
    assert handed_over(WAY, LEFT, AHEAD, CUES_GONE / 2).cues == ((PRESS, 0.5), (RELEASE, 0.1))
    assert handed_over(WAY, LEFT, AHEAD, CUES_GONE).cues == ((RELEASE, 0.1),)


def test_a_cue_of_both_poses_stays() -> None:
    way = still({}, (PRESS, 0.6))
    assert handed_over(way, LEFT, LEFT, 0.0).cues == ((PRESS, 1.0),)
    assert handed_over(way, LEFT, LEFT, 9.0).cues == ((PRESS, 0.6),)


@pytest.mark.parametrize(
    ("share", "glutes", "core"), [(0.0, 0.8, 0.0), (0.5, 0.4, 0.2), (1.0, 0.0, 0.4), (9.0, 0.0, 0.4)]
)
def test_efforts_change_by_the_clock(share: float, glutes: float, core: float) -> None:
    muscles = handed_over(WAY, LEFT, AHEAD, share * EFFORT_CHANGED).posture.muscles
    assert (muscles.get("glutes", 0.0), muscles.get("core", 0.0)) == pytest.approx((glutes, core))
    assert all(muscles.values())


def test_what_lengthens_follows_the_limbs() -> None:
    assert handed_over(WAY, LEFT, AHEAD, EFFORT_CHANGED).posture.muscles["psoas"] == 0.3
