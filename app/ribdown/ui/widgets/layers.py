"""Layers: pictures that are painted once and then copied, as many as are in use."""

from collections import OrderedDict
from collections.abc import Callable, Hashable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPixmap


class Layers:
    """Keeps the `kept` layers that were used last."""

    def __init__(self, kept: int) -> None:
        self._kept = kept
        self._layers: OrderedDict[Hashable, QPixmap] = OrderedDict()

    def get(self, target: QPainter, key: Hashable, size: QSize, paint: Callable[[QPainter], None]) -> QPixmap:
        """The layer of that key, `size` logical pixels large, for what `target` paints on. `paint` paints a new one,
        around its centre."""
        ratio = target.device().devicePixelRatioF()
        full_key = (key, size.width(), size.height(), ratio)
        layer = self._layers.get(full_key)
        if layer is not None:
            self._layers.move_to_end(full_key)
            return layer
        layer = QPixmap(size * ratio)
        layer.setDevicePixelRatio(ratio)
        layer.fill(Qt.GlobalColor.transparent)
        painter = QPainter(layer)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(size.width() / 2, size.height() / 2)
        paint(painter)
        painter.end()
        self._layers[full_key] = layer
        if len(self._layers) > self._kept:
            self._layers.popitem(last=False)
        return layer
