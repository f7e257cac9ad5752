"""Renders the figure's contact sheets, right beside wrong, and strips of every motion, from the real painter.

Usage: python packaging/figure_sheets.py FOLDER [--pose FIGURE/POSE] [--size WIDTHxHEIGHT] [--left]
"""

import argparse
import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil
from pathlib import Path

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from ribdown.core.figure.close_up import pair_of
from ribdown.core.figure.gait import Cycle
from ribdown.core.figure.motion import Figure, pose_at
from ribdown.core.figure.scene import Scene
from ribdown.core.figure.shown import fault_scene
from ribdown.infra.figure_colours import load_figure_colours
from ribdown.infra.figures import BundledFigures
from ribdown.infra.resources import resource_folder
from ribdown.infra.themes import load_theme
from ribdown.ui.look import colour, text_font
from ribdown.ui.widgets.figure_painter import FigurePainter

COLUMNS = 5
TILE = QSize(320, 240)
STRIP_COLUMNS = 10
STRIP_TILE = QSize(200, 160)
CAPTION = 40
GAP = 10
FRAMES_PER_SECOND = 10
PATH_SECONDS = 3.0  # of a path that takes as long as its phase


@dataclass(frozen=True)
class Tile:
    """A picture and the two lines under it."""

    scene: Scene
    title: str
    words: str


class Studio:
    """Paints scenes on the colours of one theme."""

    def __init__(self, name: str, *, mirrored: bool) -> None:
        self.theme = load_theme(name)
        self._colours = load_figure_colours()[self.theme.dark]
        self._mirrored = mirrored

    def picture(self, scene: Scene, size: QSize) -> QImage:
        """One scene."""
        image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(colour(self.theme.surface))
        painter = QPainter(image)
        box = QRect(0, 0, size.width(), size.height())
        FigurePainter().paint(painter, box, scene, self._colours, self.theme.surface, mirrored=self._mirrored)
        painter.end()
        return image

    def sheet(self, tiles: Sequence[Tile], columns: int, size: QSize) -> QImage:
        """Many, in rows, with their captions; a mistake is framed."""
        wide, high = size.width() + GAP, size.height() + CAPTION + GAP
        rows = ceil(len(tiles) / columns)
        image = QImage(columns * wide + GAP, rows * high + GAP, QImage.Format.Format_RGB32)
        image.fill(colour(self.theme.bg))
        painter = QPainter(image)
        for index, tile in enumerate(tiles):
            x, y = GAP + index % columns * wide, GAP + index // columns * high
            painter.drawImage(x, y, self.picture(tile.scene, size))
            if tile.scene.fault:
                painter.setPen(colour(self.theme.danger))
                painter.drawRect(x, y, size.width() - 1, size.height() - 1)
            for text, weight, ink, down in (
                (tile.title, 600, self.theme.text, 2),
                (tile.words, 400, self.theme.text2, 19),
            ):
                painter.setPen(colour(ink))
                painter.setFont(text_font(12, weight))
                box = QRect(x, y + size.height() + down, size.width(), 18)
                painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        painter.end()
        return image


def bundled() -> Iterable[tuple[str, Figure]]:
    """Every figure with its name."""
    figures = BundledFigures()
    for file in sorted(file.name for file in (resource_folder() / "figure").iterdir()):
        name = file.removesuffix(".toml")
        figure = figures.figure_of(name)
        if figure:
            yield name, figure


def poses(name: str, figure: Figure) -> list[Tile]:
    """Every pose of a figure."""
    return [Tile(fault_scene(figure, pose), f"{name}/{pose}", key.still.label) for pose, key in figure.poses.items()]


def pairs(name: str, figure: Figure) -> list[Tile]:
    """Each mistake, after the right pose that is nearest to it."""
    tiles = []
    for pose, key in figure.poses.items():
        if key.still.fault:
            right, wrong = pair_of(figure, pose)
            tiles += [Tile(right, name, right.label), Tile(wrong, f"{name}/{pose}", wrong.label)]
    return tiles


def strip(name: str, figure: Figure, motion: str) -> list[Tile]:
    """The frames of a motion: once along its path, or once round. Breaths fill and empty the chest."""
    moving = figure.motions[motion]
    seconds = moving.seconds if isinstance(moving, Cycle) else moving.seconds or PATH_SECONDS
    count = max(round(seconds * FRAMES_PER_SECOND), 1)
    return [
        Tile(pose_at(figure, motion, share, _breath(motion, share)), f"{name} {motion}", f"{share:.2f}")
        for share in (frame / count for frame in range(count + 1))
    ]


def _breath(motion: str, share: float) -> float:
    """The breath level at a share of a motion."""
    if motion.endswith("inhale"):
        return share
    return 1 - share if motion.endswith("exhale") else 0.0


def main() -> int:
    """Write the pictures."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--pose", help="only this one, such as bridge/top")
    arguments.add_argument("--size", default="600x400", help="of that one, WIDTHxHEIGHT")
    arguments.add_argument("--left", action="store_true", help="mirrored, as for the left side")
    chosen = arguments.parse_args()
    chosen.folder.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QGuiApplication([])
    for theme in ("dark", "light"):
        studio = Studio(theme, mirrored=chosen.left)
        if chosen.pose:
            name, _, pose = chosen.pose.partition("/")
            scene = fault_scene(dict(bundled())[name], pose)
            size = QSize(*map(int, chosen.size.split("x")))
            studio.picture(scene, size).save(str(chosen.folder / f"{name}-{pose}-{theme}.png"))
            continue
        every = list(bundled())
        for kind, of_figure in (("contact", poses), ("pairs", pairs)):
            tiles = [tile for name, figure in every for tile in of_figure(name, figure)]
            studio.sheet(tiles, COLUMNS if kind == "contact" else 4, TILE).save(
                str(chosen.folder / f"{kind}-{theme}.png")
            )
        for name, figure in every:
            for motion in figure.motions:
                file = f"strip-{name}-{motion.replace('/', '-')}-{theme}.png"
                studio.sheet(strip(name, figure, motion), STRIP_COLUMNS, STRIP_TILE).save(str(chosen.folder / file))
    print(f"{len(list(chosen.folder.glob('*.png')))} pictures in {chosen.folder}")
    app.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main())
