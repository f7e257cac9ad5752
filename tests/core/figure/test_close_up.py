from collections.abc import Iterator

import pytest

from ribdown.core.figure.close_up import HEIGHT, WIDTH, close_up, place_of
from ribdown.core.figure.scene import Scene
from ribdown.core.figure.shown import fault_scene
from ribdown.infra.figures import BundledFigures

EXERCISES = (
    "hip-lift",
    "reverse-walking",
    "couch-stretch",
    "split-squat-hold",
    "bridge",
    "prone-hip-extension",
    "sitting",
)


def faults() -> Iterator[Scene]:
    for name in EXERCISES:
        figure = BundledFigures().figure_of(name)
        assert figure is not None
        for pose in figure.poses:
            if (scene := fault_scene(figure, pose)).fault:
                yield scene


def test_every_fault_is_inside_its_close_up() -> None:
    shown = 0
    for scene in faults():
        assert scene.fault is not None
        x, y = place_of(scene.fault, scene)
        near = close_up(scene, (x, y))
        x0, y0, x1, y1 = near.view
        assert (x1 - x0, y1 - y0) == pytest.approx((WIDTH, HEIGHT))
        assert x0 < x < x1
        assert y0 <= y < y1
        assert y0 >= scene.view[1], "nothing but ground lies below"
        assert near.inset is None
        assert near.body is scene.body
        shown += 1
    assert shown >= len(EXERCISES)
