"""Layers: pictures that are painted once and then copied, as many as are in use."""

from collections import OrderedDict
from collections.abc import Callable, Hashable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

_NONE = QColor(Qt.GlobalColor.transparent)


class Layers:
    """Keeps the `kept` layers that were used last."""

    def __init__(self, kept: int) -> None:
        self._kept = kept
        self._layers: OrderedDict[Hashable, QPixmap] = OrderedDict()

    def get(
        self,
        ratio: float,
        key: Hashable,
        size: tuple[int, int],
        paint: Callable[[QPainter], None],
        ground: QColor = _NONE,
    ) -> QPixmap:
        """The layer of that key, as wide and high as `size` in logical pixels, for a screen of `ratio` device pixels
        each. `paint` paints a new one on `ground`, around its centre. What has an opaque ground is copied fastest."""
        full_key = (key, size, ratio)
        layer = self._layers.get(full_key)
        if layer is not None:
            self._layers.move_to_end(full_key)
            return layer
        layer = layer_of(ratio, size, paint, ground)
        self._layers[full_key] = layer
        if len(self._layers) > self._kept:
            self._layers.popitem(last=False)
        return layer


def layer_of(ratio: float, size: tuple[int, int], paint: Callable[[QPainter], None], ground: QColor = _NONE) -> QPixmap:
    """A layer as wide and high as `size` in logical pixels of `ratio` device pixels, painted around its centre."""
    layer = QPixmap(QSize(*size) * ratio)
    layer.setDevicePixelRatio(ratio)
    layer.fill(ground)
    painter = QPainter(layer)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(size[0] / 2, size[1] / 2)
    paint(painter)
    painter.end()
    return layer
