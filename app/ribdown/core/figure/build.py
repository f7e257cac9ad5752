"""From what a figure's file says to the figure, solved. What does not fit is a ContentError that names the key."""

from collections.abc import Callable, Mapping

from ribdown.core.errors import ContentError
from ribdown.core.figure.files import FigureFile, MotionFile
from ribdown.core.figure.gait import cycle_of, swapped
from ribdown.core.figure.goals import allow, posture_of_file
from ribdown.core.figure.inherit import require, whole_figure, whole_pose
from ribdown.core.figure.motion import Figure, Motion, Path
from ribdown.core.figure.scene import Ball
from ribdown.core.figure.still import Key, Still, key_of

_ZONES = frozenset({"lumbar", "ribs", "upper_back"})


def figure_of(name: str, read: Callable[[str], FigureFile]) -> Figure:
    """The figure of that name; `read` gives the file of a name. Raises ContentError."""
    file = whole_figure(name, read)
    poses = {pose: _key(pose, file) for pose in file.poses}
    require(file.start, poses, "$.start")
    for motion in file.motions:
        if motion in poses:
            raise ContentError(f"$.motions.{motion}", "is a pose's name, too; allowed: any name that no pose has")
    motions = {motion: _motion(f"$.motions.{motion}", file.motions[motion], poses) for motion in file.motions}
    return Figure(file.start, poses, motions)


def _motion(key: str, file: MotionFile, poses: Mapping[str, Key]) -> Motion:
    for field, names in (("path", file.path), ("keys", file.keys)):
        for index, name in enumerate(names):
            require(name, poses, f"{key}.{field}[{index}]")
    if file.path:
        return Path(tuple(poses[name] for name in file.path), file.ease, file.seconds)
    keys = [poses[name] for name in file.keys]
    if file.swap_half:
        keys += [key_of(swapped(one.still)) for one in keys]
    return cycle_of(tuple(keys), file.seconds or 1.0, file.stride)


def _key(name: str, file: FigureFile) -> Key:
    pose, key = whole_pose(name, file.poses), f"$.poses.{name}"
    view = pose.view or file.view
    if view is None:
        raise ContentError("$", "missing key 'view'")
    solved = key_of(
        Still(
            posture=posture_of_file(key, pose),
            view=view,
            props=pose.props or file.props,
            label=pose.label,
            words=pose.words,
            cues=tuple((cue, 1.0) for cue in pose.cues),
            fault=pose.fault,
            inset=pose.inset or (None if pose.fault else file.inset),
            face=bool(pose.face),
            weight=bool(pose.weight),
        )
    )
    joints = solved.body.joints.keys()
    for index, prop in enumerate(solved.still.props):
        if isinstance(prop, Ball) and prop.on:
            allow(prop.on, joints, f"$.props[{index}].on")
    for index, cue in enumerate(pose.cues):
        allow(cue.at, joints, f"{key}.cues[{index}].at")
    if pose.fault:
        allow(pose.fault.zone, _ZONES | joints, f"{key}.fault.zone")
    return solved
