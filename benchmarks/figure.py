"""What the moving figure costs on Qt's raster engine: processor time of solving and of painting a frame, over every
motion of every figure, and what 10,000 frames leave behind. Prints JSON.

The bare fill in the same run paints the same rectangle in one colour.
Usage: QT_QPA_PLATFORM=offscreen python benchmarks/figure.py [FRAMES]
"""

import gc
import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from itertools import cycle, islice
from pathlib import Path
from statistics import median, quantiles

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from ribdown.core.figure.motion import Figure, pose_at
from ribdown.core.figure.scene import Scene
from ribdown.infra.figure_colours import load_figure_colours
from ribdown.infra.figures import BundledFigures
from ribdown.infra.resources import resource_folder
from ribdown.infra.themes import load_theme
from ribdown.ui.look import colour
from ribdown.ui.widgets.figure_painter import FigurePainter

SIZES = (QSize(600, 400), QSize(276, 276))
PER_MOTION = 60
SETTLING = 500  # frames before memory is measured


class Costs:
    """Paints frames of one size and notes what they take, in milliseconds."""

    def __init__(self, size: QSize) -> None:
        self._theme = load_theme("dark")
        self._colours = load_figure_colours()[True]
        self._painter = FigurePainter()
        self._rect = QRect(0, 0, size.width(), size.height())
        self._image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
        self.solve: list[float] = []
        self.paint: list[float] = []
        self.fill: list[float] = []

    def frame(self, figure: Figure, motion: str, share: float) -> None:
        """One frame: solved, a bare fill, painted."""
        began = time.thread_time()
        scene = pose_at(figure, motion, share, share)
        self.solve.append((time.thread_time() - began) * 1000)
        self.fill.append(self._timed(lambda painter: painter.fillRect(self._rect, colour(self._theme.surface))))
        self.paint.append(self._timed(lambda painter: self._paint(painter, scene)))

    def _paint(self, painter: QPainter, scene: Scene) -> None:
        self._painter.paint(painter, self._rect, scene, self._colours, self._theme.surface, mirrored=False)

    def _timed(self, work: Callable[[QPainter], None]) -> float:
        painter = QPainter(self._image)
        began = time.thread_time()
        work(painter)
        took = time.thread_time() - began
        painter.end()
        return took * 1000


def main() -> None:
    """Measure both sizes, then memory over many frames."""
    frames = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QGuiApplication([])
    motions = list(every_motion())
    report: dict[str, object] = {"platform": app.platformName(), "motions": len(motions)}
    for size in SIZES:
        costs = Costs(size)
        for figure, motion in motions:
            for step in range(PER_MOTION):
                costs.frame(figure, motion, step / (PER_MOTION - 1))
        report[f"{size.width()}x{size.height()}"] = {
            "paint_cpu_ms": spread(costs.paint),
            "solve_cpu_ms": spread(costs.solve),
            "ratio_to_bare_fill": round(median(costs.paint) / median(costs.fill), 1),
        }
    report["memory"] = memory(motions, frames)
    print(json.dumps(report, indent=2))


def every_motion() -> Iterator[tuple[Figure, str]]:
    """Each motion of each bundled figure."""
    figures = BundledFigures()
    for file in sorted(file.name for file in (resource_folder() / "figure").iterdir()):
        figure = figures.figure_of(file.removesuffix(".toml"))
        if figure:
            yield from ((figure, motion) for motion in figure.motions)


def spread(costs: list[float]) -> dict[str, float]:
    """The middle and the slow end."""
    cuts = quantiles(costs, n=100)
    return {"p50": round(cuts[49], 3), "p99": round(cuts[98], 3)}


def memory(motions: list[tuple[Figure, str]], frames: int) -> dict[str, object]:
    """What so many frames add to the resident memory, and to the references to None; none may get lost."""
    costs = Costs(SIZES[0])
    around = cycle(motions)
    for index, (figure, motion) in enumerate(islice(around, SETTLING)):
        costs.frame(figure, motion, index % 50 / 50)
    gc.collect()
    resident, references = resident_kib(), sys.getrefcount(None)
    for index, (figure, motion) in enumerate(islice(around, frames)):
        costs.frame(figure, motion, index % 50 / 50)
        costs.solve.clear()
        costs.paint.clear()
        costs.fill.clear()
    gc.collect()
    return {
        "frames": frames,
        "growth_kib": None if resident is None else (resident_kib() or 0) - resident,
        "change_of_references_to_none": sys.getrefcount(None) - references,
    }


def resident_kib() -> int | None:
    """Memory of this process, where the system tells it."""
    status = Path("/proc/self/status")
    if not status.exists():
        return None
    line = next(line for line in status.read_text(encoding="ascii").splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1])


if __name__ == "__main__":
    main()
