"""What a figure's file may say, and what is said where it may not."""

from typing import Any

import msgspec
import pytest

from ribdown.core.errors import ContentError
from ribdown.core.figure.build import figure_of
from ribdown.core.figure.files import ArmFile, FigureFile, LegFile, MotionFile
from ribdown.core.figure.gait import Cycle
from ribdown.core.figure.motion import Figure, Path
from ribdown.core.figure.posture import ArmAngles, ArmTarget, LegAngles, LegTarget
from ribdown.core.figure.scene import FeetInset, Floor, HeadEndInset

STANDING = {"contact": "sole", "at": [0.0, 0.0], "sole": 0}
HANGING = {"shoulder": 4, "elbow": 10}
POSE: dict[str, Any] = {
    "label": "Standing",
    "words": "Standing.",
    "pelvis": 90,
    "hip": [0.0, 0.53],
    "legR": STANDING,
    "legL": STANDING,
    "armR": HANGING,
    "armL": HANGING,
}
FIGURE: dict[str, Any] = {
    "start": "stand",
    "view": [-1, 0, 1, 1],
    "props": [{"kind": "floor"}],
    "poses": {"stand": POSE},
}


def figure(*more: dict[str, Any], **others: dict[str, Any]) -> Figure:
    """The figure `own` with these keys put over a plain one, and the figures that it may be based on."""
    own: dict[str, Any] = FIGURE
    for table in more:
        own = own | table
    tables = others | {"own": own}
    return figure_of("own", lambda name: msgspec.convert(tables[name], FigureFile))


def posed(**keys: Any) -> dict[str, Any]:
    """A pose `other` with these keys, beside the plain one."""
    return {"poses": {"stand": POSE, "other": {"label": "Other", "words": "Other."} | keys}}


def refusal(*more: dict[str, Any], **others: dict[str, Any]) -> str:
    with pytest.raises((ContentError, msgspec.ValidationError)) as caught:
        figure(*more, **others)
    return str(caught.value)


# -- limbs and placing


@pytest.mark.parametrize(
    ("leg", "goal"),
    [
        ({"contact": "ball", "at": [0.1, 0.2], "sole": -30, "toe": 30}, LegTarget("ball", (0.1, 0.2), -30, 30)),
        ({"ankle_at": [0.1, 0.2], "sole": 0}, LegTarget("ankle", (0.1, 0.2), 0, 0)),
        ({"hip": 0, "knee": 0, "ankle": 0}, LegAngles(0, 0, 0, 0)),
    ],
)
def test_a_leg_in_each_of_its_three_ways(leg: dict[str, Any], goal: object) -> None:
    assert figure(posed(base="stand", legR=leg)).poses["other"].still.posture.near_leg == goal


@pytest.mark.parametrize(
    ("arm", "goal"),
    [
        ({"at": [0.1, 0.6]}, ArmTarget("", (0.1, 0.6), -1, None, 8, 1)),
        ({"on": "lapR", "off": [0.0, 0.0], "bend": 1}, ArmTarget("lapR", (0.0, 0.0), 1, None, 8, 1)),
        ({"on": "ribs", "off": [0, 0], "hand_abs": 5, "short": 0.5}, ArmTarget("ribs", (0, 0), -1, 5, 8, 0.5)),
        ({"shoulder": 0, "elbow": 0, "wrist": 3}, ArmAngles(0, 0, 3, 1)),
    ],
)
def test_an_arm_in_each_of_its_ways(arm: dict[str, Any], goal: object) -> None:
    assert figure(posed(base="stand", armL=arm)).poses["other"].still.posture.far_arm == goal


@pytest.mark.parametrize(
    "leg",
    [
        {},
        {"contact": "sole", "at": [0, 0]},
        {"contact": "sole", "at": [0, 0], "sole": 0, "knee": 3},
        {"ankle_at": [0, 0], "at": [0, 0], "sole": 0},
        {"hip": 3, "knee": 3},
    ],
)
def test_half_a_leg_is_refused(leg: dict[str, Any]) -> None:
    with pytest.raises(
        msgspec.ValidationError, match="a leg has either contact, at and sole, or ankle_at and sole, or"
    ):
        msgspec.convert(leg, LegFile)


@pytest.mark.parametrize("arm", [{}, {"on": "hip"}, {"shoulder": 3}, {"shoulder": 3, "elbow": 3, "at": [0, 0]}])
def test_half_an_arm_is_refused(arm: dict[str, Any]) -> None:
    with pytest.raises(msgspec.ValidationError, match="an arm has either at, or on and off, each perhaps with bend"):
        msgspec.convert(arm, ArmFile)


@pytest.mark.parametrize("knee", [-1, 161])
def test_a_knee_that_bends_too_far_is_refused(knee: float) -> None:
    with pytest.raises(msgspec.ValidationError, match=r"Expected `float` [<>]= (0|160)"):
        msgspec.convert({"hip": 0, "knee": knee, "ankle": 0}, LegFile)


@pytest.mark.parametrize("number", [float("nan"), float("inf"), -float("inf"), 1e9])
@pytest.mark.parametrize("key", ["pelvis", "lumbar", "neck", "ribs", "ghost"])
def test_a_number_that_is_no_angle_is_refused(key: str, number: float) -> None:
    assert f"$.poses[...].{key}" in refusal(posed(base="stand", **{key: number}))


@pytest.mark.parametrize("number", [float("nan"), float("inf"), 99.0])
def test_a_place_that_is_nowhere_is_refused(number: float) -> None:
    assert "$.poses[...].hip[1]" in refusal(posed(base="stand", hip=[0.0, number]))


# -- what a pose takes over


def test_a_pose_takes_over_all_but_what_it_says_and_what_is_its_own() -> None:
    stand = POSE | {
        "lumbar": 3,
        "cues": [{"kind": "arrow", "at": "hip", "dir": 0, "len": 0.1, "tone": "ok"}],
        "fault": {"zone": "lumbar", "badge": [0, 0], "text": "Wrong"},
        "inset": {"kind": "feet", "at": [0, 0], "turn": 20},
        "muscles": {"core": 1, "glutesL": 0.5},
        "face": True,
    }
    other = {"label": "Other", "words": "Other.", "base": "stand", "pelvis": 100, "muscles": {}}
    poses = figure({"poses": {"stand": stand, "other": other}}).poses
    still = poses["other"].still
    assert (still.posture.trunk.pelvis, still.posture.trunk.lumbar, still.face) == (100, 3, True)
    assert (still.label, still.words, still.cues, still.fault, still.inset) == ("Other", "Other.", (), None, None)
    assert (still.posture.muscles, poses["stand"].still.posture.muscles) == ({}, {"core": 1, "glutesL": 0.5})


def test_a_body_is_placed_by_its_own_way_or_by_the_base_s() -> None:
    anchored = {"anchor": ["C7", [0.0, 0.8]], "snap": ["back", 0.0], "base": "stand"}
    third = {"label": "Third", "words": "Third.", "base": "other"}
    poses = posed(**anchored)["poses"] | {"third": third, "back": third | {"hip": [0.1, 0.5]}}
    found = {name: key.still.posture for name, key in figure({"poses": poses}).poses.items()}
    assert [(found[name].joint, found[name].snap) for name in ("stand", "other", "third", "back")] == [
        ("hip", None),
        ("C7", ("back", 0.0)),
        ("C7", ("back", 0.0)),
        ("hip", ("back", 0.0)),
    ]
    assert found["back"].at == (0.1, 0.5)


@pytest.mark.parametrize("missing", ["pelvis", "legR", "legL", "armR", "armL"])
def test_a_pose_is_whole(missing: str) -> None:
    pose = {key: value for key, value in POSE.items() if key != missing}
    assert refusal({"poses": {"stand": pose}}).startswith("$.poses.stand: a pose has pelvis, legR, legL, armR and armL")


def test_a_pose_has_a_place() -> None:
    pose = {key: value for key, value in POSE.items() if key != "hip"}
    assert refusal({"poses": {"stand": pose}}) == "$.poses.stand: missing key 'hip' or 'anchor'"


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ({"base": "sit"}, "$.poses.other.base: no pose is called 'sit'; allowed: stand, other"),
        ({"base": "other"}, "$.poses.other.base: runs in a circle (other → other); allowed: a base that does not"),
        (
            {"base": "stand", "anchor": ["kneeR", [0, 0]]},
            "$.poses.other.anchor[0]: 'kneeR' is not allowed; allowed: C7",
        ),
        ({"base": "stand", "armR": {"on": "handL", "off": [0, 0]}}, "$.poses.other.armR.on: 'handL' is not allowed"),
        (
            {"base": "stand", "cues": [{"kind": "line", "at": "nose", "tone": "ok", "dir": 0, "len": 1}]},
            "$.poses.other.cues[0].at: 'nose' is not allowed; allowed: C7",
        ),
        (
            {"base": "stand", "fault": {"zone": "nose", "badge": [0, 0], "text": "Wrong"}},
            "$.poses.other.fault.zone: 'nose' is not allowed; allowed: C7",
        ),
        ({"base": "stand", "colour": "red"}, "Object contains unknown field `colour`"),
        ({"base": "stand", "muscles": {"biceps": 1}}, "Object contains unknown field `biceps`"),
        ({"base": "stand", "snap": ["nose", 0]}, "Invalid enum value 'nose'"),
        ({"base": "stand", "props": [{"kind": "ball", "x": 0, "y": 0, "r": 1, "on": "nose"}]}, "$.props[0].on: 'nose'"),
    ],
)
def test_what_a_pose_may_not_say(keys: dict[str, Any], said: str) -> None:
    assert refusal(posed(**keys)).startswith(said)


@pytest.mark.parametrize("missing", ["label", "words"])
def test_a_pose_is_said_in_words(missing: str) -> None:
    pose = {key: value for key, value in POSE.items() if key != missing}
    assert f"missing required field `{missing}`" in refusal({"poses": {"stand": pose}})


# -- what a figure takes over


def test_a_figure_takes_over_view_props_inset_and_poses_but_no_motions() -> None:
    inset = {"kind": "head_end", "at": [0, 0]}
    base = FIGURE | {"inset": inset, "motions": {"hold": {"path": ["stand"]}}}
    own = {
        "start": "bow",
        "base": "first",
        "poses": {"bow": {"label": "B", "words": "B.", "base": "stand", "lumbar": 9}},
    }
    found = figure_of("own", lambda name: msgspec.convert({"own": own, "first": base}[name], FigureFile))
    assert (found.start, list(found.poses), found.motions) == ("bow", ["stand", "bow"], {})
    still = found.poses["bow"].still
    assert (still.view, still.props, still.inset) == ((-1, 0, 1, 1), (Floor(),), HeadEndInset(at=(0, 0)))


def test_a_figure_s_own_things_come_before_its_base_s() -> None:
    own = {"base": "first", "view": [0, 0, 2, 2], "props": [{"kind": "floor", "ticks": 0.1}]}
    still = figure(own, first=FIGURE | {"inset": {"kind": "head_end", "at": [0, 0]}}).poses["stand"].still
    assert (still.view, still.props) == ((0, 0, 2, 2), (Floor(ticks=0.1),))


def test_an_inset_of_the_figure_is_in_no_mistake_and_gives_way_to_a_pose_s_own() -> None:
    keys = {"base": "stand", "fault": {"zone": "hip", "badge": [0, 0], "text": "Wrong"}}
    third = {"label": "T", "words": "T.", "base": "stand", "inset": {"kind": "feet", "at": [0, 0], "turn": 0}}
    poses = posed(**keys)["poses"] | {"third": third}
    found = figure({"poses": poses, "inset": {"kind": "head_end", "at": [0, 0]}}).poses
    insets = [found[name].still.inset for name in ("stand", "other", "third")]
    assert insets == [HeadEndInset(at=(0, 0)), None, FeetInset(at=(0, 0), turn=0)]


@pytest.mark.parametrize(
    ("keys", "others", "said"),
    [
        ({"start": "sit"}, {}, "$.start: no pose is called 'sit'; allowed: stand"),
        ({"base": "own"}, {}, "$.base: runs in a circle (own → own); allowed: a base that does not lead back"),
        ({"base": "a"}, {"a": FIGURE | {"base": "own"}}, "$.base: runs in a circle (own → a → own); allowed:"),
        ({"view": None}, {}, "$: missing key 'view'"),
        ({"motions": {"stand": {"path": ["stand"]}}}, {}, "$.motions.stand: is a pose's name, too; allowed: any name"),
        (
            {"motions": {"hold": {"path": ["sit"]}}},
            {},
            "$.motions.hold.path[0]: no pose is called 'sit'; allowed: stand",
        ),
        ({"motions": {"walk": {"keys": ["sit"], "seconds": 1}}}, {}, "$.motions.walk.keys[0]: no pose is called 'sit'"),
        ({"motions": {"hold": {}}}, {}, "a motion has either a path or keys"),
        ({"motions": {"walk": {"keys": ["stand"]}}}, {}, "a motion of keys says how many seconds they take"),
        ({"motions": {"hold": {"path": ["stand"], "ease": "fast"}}}, {}, "Invalid enum value 'fast'"),
        ({"motions": {"hold": {"path": ["stand"], "seconds": 0}}}, {}, "Expected `float` > 0"),
        ({"props": [{"kind": "tree"}]}, {}, "Invalid value 'tree'"),
    ],
)
def test_what_a_figure_may_not_say(keys: dict[str, Any], others: dict[str, Any], said: str) -> None:
    assert refusal(keys, **others).startswith(said)


# -- motions


def test_a_path_and_a_walk() -> None:
    motions = {
        "hold": {"path": ["stand"], "ease": "out", "seconds": 2},
        "walk": {"keys": ["stand", "other"], "seconds": 3, "stride": 0.5},
        "march": {"keys": ["stand", "other"], "seconds": 3, "swap_half": True},
    }
    found = figure(posed(base="stand", muscles={"glutes": 1}), {"motions": motions})
    assert found.motions["hold"] == Path((found.poses["stand"],), "out", 2)
    walk, march = found.motions["walk"], found.motions["march"]
    assert isinstance(walk, Cycle)
    assert isinstance(march, Cycle)
    assert (walk.seconds, walk.stride, len(walk.keys)) == (3, 0.5, 2)
    assert [key.still.posture.muscles for key in march.keys] == [{}, {"glutes": 1}, {}, {"glutesL": 1}]


def test_a_motion_file_keeps_path_and_keys_apart() -> None:
    with pytest.raises(msgspec.ValidationError, match="either a path or keys"):
        msgspec.convert({"path": ["a"], "keys": ["b"], "seconds": 1}, MotionFile)
