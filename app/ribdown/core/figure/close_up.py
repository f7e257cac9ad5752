"""A picture's part around what is wrong in it, for where there is little room."""

from dataclasses import replace

from ribdown.core.figure.scene import Fault, Point, Scene

WIDTH, HEIGHT = 0.80, 0.50  # body heights
_ZONES = {"lumbar": "L3", "upper_back": "T8"}  # the joint in the middle of a band


def place_of(fault: Fault, scene: Scene) -> Point:
    """Where a scene's fault is."""
    return scene.body.joints[_ZONES.get(fault.zone, fault.zone)]


def close_up(scene: Scene, place: Point) -> Scene:
    """The scene, framed around a place, and without its inset."""
    x = place[0] - WIDTH / 2
    y = max(place[1] - HEIGHT / 2, scene.view[1])  # what is under the ground is of no use
    return replace(scene, view=(x, y, x + WIDTH, y + HEIGHT), inset=None)
