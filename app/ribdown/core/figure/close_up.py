"""A mistake beside how it is done, and a picture's part around what is wrong in it, for where there is little room."""

from dataclasses import replace
from math import dist

from ribdown.core.figure.motion import Figure
from ribdown.core.figure.scene import Body, Fault, Point, Scene
from ribdown.core.figure.shown import fault_scene

WIDTH, HEIGHT = 0.80, 0.50  # body heights
_ZONES = {"lumbar": "L3", "upper_back": "T8"}  # the joint in the middle of a band


def pair_of(figure: Figure, pose: str) -> tuple[Scene, Scene]:
    """The right pose that is nearest to a mistake's, and the mistake's. Raises KeyError."""
    wrong = figure.poses[pose].body
    right = {name: key.body for name, key in figure.poses.items() if not key.still.fault}
    nearest = min(right, key=lambda name: _apart(right[name], wrong))
    return fault_scene(figure, nearest), fault_scene(figure, pose)


def place_of(fault: Fault, scene: Scene) -> Point:
    """Where a scene's fault is."""
    return scene.body.joints[_ZONES.get(fault.zone, fault.zone)]


def close_up(scene: Scene, place: Point) -> Scene:
    """The scene, framed around a place, and without its inset."""
    x = place[0] - WIDTH / 2
    y = max(place[1] - HEIGHT / 2, scene.view[1])  # what is under the ground is of no use
    return replace(scene, view=(x, y, x + WIDTH, y + HEIGHT), inset=None)


def _apart(one: Body, other: Body) -> float:
    """How far the joints of two bodies lie apart."""
    return sum(dist(place, other.joints[joint]) for joint, place in one.joints.items())
