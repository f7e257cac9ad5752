"""The button: keys, focus ring, kinds, and how much room it asks for."""

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from on_screen import settle, show
from ribdown.ui.look import Look, colour
from ribdown.ui.widgets.button import Button, ButtonKind


@pytest.fixture
def button(qtbot: QtBot, look: Look) -> Button:
    button = Button("Go on", look, icon="play", height=52, px=18)
    qtbot.addWidget(button)
    return button


def inks(button: Button) -> set[str]:
    image: QImage = button.grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_keys_press_it_once(qtbot: QtBot, button: Button, key: Qt.Key) -> None:
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    show(qtbot, button, 200, 60)
    QTest.keyClick(button, key)
    QTest.keyClick(button, Qt.Key.Key_A)
    assert len(pressed) == 1


@pytest.mark.parametrize(
    ("reason", "ringed"),
    [
        (Qt.FocusReason.TabFocusReason, True),
        (Qt.FocusReason.BacktabFocusReason, True),
        (Qt.FocusReason.ShortcutFocusReason, True),
        (Qt.FocusReason.MouseFocusReason, False),
        (Qt.FocusReason.OtherFocusReason, True),
    ],
)
def test_the_ring_shows_where_the_keyboard_brought_the_focus(
    qtbot: QtBot, button: Button, look: Look, reason: Qt.FocusReason, ringed: bool
) -> None:
    show(qtbot, button, 200, 60)
    button.clearFocus()
    button.setFocus(reason)
    above_the_face = button.grab().toImage().pixelColor(100, 5)
    assert (above_the_face == colour(look.theme.focus)) is ringed


@pytest.mark.parametrize("height", [30, 36, 40, 44])
@pytest.mark.parametrize("text_scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("text", ["Don’t keep", "Undo", "Duplicate"])
def test_the_ring_keeps_off_the_words(qtbot: QtBot, look: Look, height: int, text_scale: float, text: str) -> None:
    button = Button(text, look._replace(text_scale=text_scale), ButtonKind.QUIET, height=height, px=height * 0.4)
    show(qtbot, button)
    button.resize(button.sizeHint())
    button.clearFocus()
    settle()
    plain = button.grab().toImage()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    ringed = button.grab().toImage()
    assert plain != ringed
    spots = [(x, y) for x in range(plain.width()) for y in range(plain.height())]
    words = [spot for spot in spots if plain.pixelColor(*spot) == colour(look.theme.text)]
    ring = {spot for spot in spots if ringed.pixelColor(*spot) != plain.pixelColor(*spot)}
    near = [(x + right, y + down) for x, y in words for right in (-2, 0, 2) for down in (-2, 0, 2)]
    assert words
    assert not ring.intersection(near)


@pytest.mark.parametrize(
    ("kind", "there", "not_there"),
    [
        (ButtonKind.PRIMARY, ("accent", "on_accent"), ("edge", "text")),
        (ButtonKind.OUTLINE, ("edge", "text"), ("accent", "on_accent")),
        (ButtonKind.QUIET, ("text",), ("edge", "accent")),
    ],
)
@pytest.mark.parametrize("icon", ["play", ""])
def test_each_kind_has_its_colours(
    qtbot: QtBot, look: Look, kind: ButtonKind, there: tuple[str, ...], not_there: tuple[str, ...], icon: str
) -> None:
    button = Button("Start", look, kind, icon)
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    painted = inks(button)
    assert {colour(getattr(look.theme, role)).name() for role in there} <= painted
    assert not {colour(getattr(look.theme, role)).name() for role in not_there} & painted


def test_pressed_and_disabled_look_different(button: Button, look: Look) -> None:
    button.set_kind(ButtonKind.PRIMARY)
    button.setDown(True)
    assert colour(look.theme.accent_down).name() in inks(button)
    button.setDown(False)
    button.setEnabled(False)
    assert {colour(look.theme.text3).name(), colour(look.theme.line).name()} <= inks(button)
    assert colour(look.theme.accent).name() not in inks(button)


def test_compact_shows_the_icon_alone_and_the_text_as_a_tooltip(button: Button) -> None:
    wide = button.sizeHint()
    button.set_compact(True)
    assert button.sizeHint().width() < wide.width() - 40
    assert button.sizeHint().height() == wide.height()
    assert button.toolTip() == button.text() == "Go on"
    button.set_face("Pause", "pause")
    assert button.toolTip() == "Pause"
    button.set_compact(False)
    assert button.toolTip() == ""
    assert button.sizeHint().width() > wide.width() - 40


def test_without_an_icon_compact_keeps_the_text(qtbot: QtBot, look: Look) -> None:
    button = Button("Undo", look)
    qtbot.addWidget(button)
    wide = button.sizeHint()
    button.set_compact(True)
    assert button.sizeHint() == wide


@pytest.mark.parametrize("kind", ButtonKind)
@pytest.mark.parametrize("scale", [0.6, 1.0, 1.5])
@pytest.mark.parametrize("text_scale", [1.0, 2.0])
def test_text_and_icon_lie_inside(qtbot: QtBot, look: Look, kind: ButtonKind, scale: float, text_scale: float) -> None:
    """The ink of the face keeps clear of the rounded ends."""
    button = Button("I’m ready", look._replace(text_scale=text_scale), kind, "skip", height=52, px=18)
    qtbot.addWidget(button)
    button.set_scale(scale)
    button.resize(button.sizeHint())
    assert button.minimumSizeHint() == button.sizeHint()
    image = button.grab().toImage()
    ink = colour(look.theme.on_accent if kind is ButtonKind.PRIMARY else look.theme.text)
    box = QRectF(button.rect())
    margin = box.height() * (0.1 if kind is ButtonKind.QUIET else 0.3)
    spots = [QPoint(x, y) for x in range(image.width()) for y in range(image.height()) if image.pixelColor(x, y) == ink]
    assert spots
    assert box.left() + margin < min(spot.x() for spot in spots)
    assert max(spot.x() for spot in spots) < box.right() - margin
    assert box.height() / 8 < min(spot.y() for spot in spots)
    assert max(spot.y() for spot in spots) < box.height() * 7 / 8


def test_it_grows_with_scale_and_text_size(button: Button, look: Look) -> None:
    sizes = [button.sizeHint()]
    button.set_scale(1.5)
    sizes.append(button.sizeHint())
    button.set_look(look._replace(text_scale=2.0))
    sizes.append(button.sizeHint())
    assert sizes[0].height() == 52
    assert sizes[1].height() == 78
    assert [size.width() for size in sizes] == sorted({size.width() for size in sizes})


def test_it_says_its_text_to_a_screen_reader(button: Button) -> None:
    button.set_compact(True)
    assert button.text() == "Go on"
    assert button.focusPolicy() is Qt.FocusPolicy.StrongFocus


def test_a_click_of_the_mouse_presses_it(qtbot: QtBot, button: Button) -> None:
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    show(qtbot, button, 200, 60)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(pressed) == 1
