from PySide6.QtCore import Qt, QCoreApplication
from PySide6.QtTest import QTest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget
from fakes import *
from ribdown.ui.widgets.button import Button

def key(page, k, mod=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(page.window().windowHandle(), k, mod)

def test_keys(open_page, run):
    page = open_page(plan_of_blocks(breathing(3), hold(2)))
    p = page.player
    print("focus", QApplication.focusWidget(), QApplication.focusWidget().text(), "active", QApplication.activeWindow())
    run(p, 12)
    key(page, Qt.Key.Key_Space); print("after space", p.session.state)
    key(page, Qt.Key.Key_Space); print("after space", p.session.state)
    key(page, Qt.Key.Key_Escape); print("esc", p.session.state, page._question.isVisible(), QApplication.focusWidget().text())
    key(page, Qt.Key.Key_Return); print("ret", p.session.state, page._question.isVisible(), QApplication.focusWidget(), getattr(QApplication.focusWidget(), "text", str)())
    QCoreApplication.processEvents()
    print(QApplication.focusWidget(), QApplication.focusWidget() and QApplication.focusWidget().isVisible())
    key(page, Qt.Key.Key_Space); print("after space", p.session.state)
    key(page, Qt.Key.Key_Space); print("after space", p.session.state)
    key(page, Qt.Key.Key_F1); print("F1", page.window()._keys.isVisible(), QApplication.focusWidget().text())
    key(page, Qt.Key.Key_Escape); print("esc", page.window()._keys.isVisible(), page._question.isVisible())
    key(page, Qt.Key.Key_Return); print("ret", page.window()._keys.isVisible(), QApplication.focusWidget())
    key(page, Qt.Key.Key_Space); print("after space", p.session.state, page.window()._keys.isVisible())
    for mod in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
        key(page, Qt.Key.Key_Question, mod); print("?", page.window()._keys.isVisible()); page.window()._keys.hide()
    key(page, Qt.Key.Key_H); print("H", p.session.pause_reason, page._question.isVisible())
    key(page, Qt.Key.Key_Escape); print("esc", p.session.state, page._question.isVisible())
    key(page, Qt.Key.Key_F); print("F", page._far_view.isVisible())
    key(page, Qt.Key.Key_Tab); print("tab", QApplication.focusWidget().text())
    key(page, Qt.Key.Key_F11); print("F11", page._far_view.isVisible())
    for w in page.findChildren(QWidget):
        if w.focusPolicy() != Qt.FocusPolicy.NoFocus:
            i = QAccessible.queryAccessibleInterface(w)
            print(type(w).__name__, repr(i.text(QAccessible.Text.Name)) if i else None, w.isVisible())
    assert 0
