"""The door to Qt's translation, apart from the words it is used for.

lupdate finds a text only where it stands as a literal after its context: translate("words", "Start"), or, in a table
whose texts are translated later, QT_TRANSLATE_NOOP("words", "Start").
"""

from collections.abc import Callable
from typing import cast

from PySide6 import QtCore

translate = QtCore.QCoreApplication.translate
QT_TRANSLATE_NOOP = cast(Callable[[str, str], str], QtCore.QT_TRANSLATE_NOOP)
