"""The look in use: the person's choice, the system's where it is left to it, and the palette that follows."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from ribdown.core.contrast import strengthened
from ribdown.core.settings import ContrastChoice, MotionChoice, Settings, ThemeChoice
from ribdown.infra.themes import load_theme
from ribdown.ui import appearance as module
from ribdown.ui.appearance import Appearance, palette

Role = QPalette.ColorRole


class Preference:
    def __init__(self, name: str) -> None:
        self.name = name


class OldAccessibility(QObject):
    """Of Qt before 6.12."""

    contrastPreferenceChanged = Signal()  # noqa: N815
    contrast = Qt.ContrastPreference.NoPreference

    def contrastPreference(self) -> Qt.ContrastPreference:  # noqa: N802
        return self.contrast


class Accessibility(OldAccessibility):
    """Of Qt 6.12 and later."""

    motionPreferenceChanged = Signal()  # noqa: N815
    preference = "NoPreference"

    def motionPreference(self) -> Preference:  # noqa: N802
        return Preference(self.preference)


class StyleHints(QObject):
    """What the system says."""

    colorSchemeChanged = Signal(Qt.ColorScheme)  # noqa: N815

    def __init__(self) -> None:
        super().__init__()
        self.scheme = Qt.ColorScheme.Unknown
        self.access: OldAccessibility = Accessibility(self)

    def colorScheme(self) -> Qt.ColorScheme:  # noqa: N802
        return self.scheme

    def accessibility(self) -> OldAccessibility:
        return self.access

    def say(self, scheme: Qt.ColorScheme) -> None:
        self.scheme = scheme
        self.colorSchemeChanged.emit(scheme)

    def ask_for(self, contrast: Qt.ContrastPreference) -> None:
        self.access.contrast = contrast
        self.access.contrastPreferenceChanged.emit()

    def move(self, preference: str) -> None:
        assert isinstance(self.access, Accessibility)
        self.access.preference = preference
        self.access.motionPreferenceChanged.emit()


@pytest.fixture
def system(monkeypatch: pytest.MonkeyPatch) -> StyleHints:
    hints = StyleHints()

    class Gui:
        @staticmethod
        def styleHints() -> StyleHints:  # noqa: N802
            return hints

    monkeypatch.setattr(module, "QGuiApplication", Gui)
    return hints


@pytest.fixture
def wear(qapp: QApplication, system: StyleHints) -> Iterator[Callable[..., Appearance]]:
    """Makes the appearance of these settings; the application gets its own back in the end."""
    font, colours = qapp.font(), qapp.palette()
    made: list[Appearance] = []

    def make(**settings: object) -> Appearance:
        made.append(Appearance(qapp, load_theme, Settings(**settings)))  # type: ignore[arg-type]
        return made[-1]

    yield make
    for one in made:
        one.deleteLater()
    qapp.setFont(font)
    qapp.setPalette(colours)


@pytest.mark.parametrize("system_says", Qt.ColorScheme)
@pytest.mark.parametrize("choice", ThemeChoice)
def test_the_theme_is_the_persons_choice_else_the_systems(
    wear: Callable[..., Appearance], system: StyleHints, choice: ThemeChoice, system_says: Qt.ColorScheme
) -> None:
    system.scheme = system_says
    dark = system_says is Qt.ColorScheme.Dark if choice is ThemeChoice.SYSTEM else choice is ThemeChoice.DARK
    assert wear(theme=choice).look.theme.dark is dark


@pytest.mark.parametrize("system_says", ["NoPreference", "ReducedMotion"])
@pytest.mark.parametrize("choice", MotionChoice)
def test_motion_is_the_persons_choice_else_the_systems(
    wear: Callable[..., Appearance], system: StyleHints, choice: MotionChoice, system_says: str
) -> None:
    system.move(system_says)
    still = system_says == "ReducedMotion" if choice is MotionChoice.SYSTEM else choice is MotionChoice.REDUCED
    assert wear(motion=choice).look.still is still


def test_before_qt_6_12_the_system_says_nothing_about_motion(
    wear: Callable[..., Appearance], system: StyleHints
) -> None:
    system.access = OldAccessibility(system)
    assert not wear().look.still
    assert wear(motion=MotionChoice.REDUCED).look.still


@pytest.mark.parametrize("system_says", Qt.ContrastPreference)
@pytest.mark.parametrize("choice", ContrastChoice)
@pytest.mark.parametrize("theme", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_contrast_is_the_persons_choice_else_the_systems(
    wear: Callable[..., Appearance],
    system: StyleHints,
    theme: ThemeChoice,
    choice: ContrastChoice,
    system_says: Qt.ContrastPreference,
) -> None:
    system.ask_for(system_says)
    asked = system_says is Qt.ContrastPreference.HighContrast
    high = asked if choice is ContrastChoice.SYSTEM else choice is ContrastChoice.HIGH
    plain = load_theme(theme.value)
    assert wear(theme=theme, contrast=choice).look.theme == (strengthened(plain) if high else plain)


@pytest.mark.parametrize(("size", "scale"), [(100, 1.0), (150, 1.5), (200, 2.0)])
def test_text_size(wear: Callable[..., Appearance], qapp: QApplication, size: int, scale: float) -> None:
    assert wear(text_size=size).look.text_scale == scale
    assert qapp.font().pixelSize() == round(15 * scale)


def test_it_follows_the_system_and_says_so_once(wear: Callable[..., Appearance], system: StyleHints) -> None:
    appearance = wear()
    seen: list[tuple[bool, bool]] = []
    appearance.changed.connect(lambda: seen.append((appearance.look.theme.dark, appearance.look.still)))
    system.say(Qt.ColorScheme.Dark)
    system.say(Qt.ColorScheme.Dark)
    system.move("ReducedMotion")
    system.say(Qt.ColorScheme.Light)
    assert seen == [(True, False), (True, True), (False, True)]


def test_it_follows_the_systems_contrast(wear: Callable[..., Appearance], system: StyleHints) -> None:
    appearance = wear()
    seen: list[str] = []
    appearance.changed.connect(lambda: seen.append(appearance.look.theme.line))
    system.ask_for(Qt.ContrastPreference.HighContrast)
    system.ask_for(Qt.ContrastPreference.NoPreference)
    light = load_theme("light")
    assert seen == [strengthened(light).line, light.line]


def test_it_does_not_follow_the_system_where_the_person_chose(
    wear: Callable[..., Appearance], system: StyleHints
) -> None:
    appearance = wear(theme=ThemeChoice.LIGHT, motion=MotionChoice.FULL)
    seen: list[bool] = []
    appearance.changed.connect(lambda: seen.append(True))
    system.say(Qt.ColorScheme.Dark)
    system.move("ReducedMotion")
    assert (seen, appearance.look.theme.dark, appearance.look.still) == ([], False, False)


def test_other_settings_are_used_at_once(wear: Callable[..., Appearance], qapp: QApplication) -> None:
    appearance = wear(theme=ThemeChoice.LIGHT)
    seen: list[float] = []
    appearance.changed.connect(lambda: seen.append(appearance.look.text_scale))
    appearance.use(Settings(theme=ThemeChoice.LIGHT, gentler=True))  # nothing that is seen
    appearance.use(Settings(theme=ThemeChoice.DARK, text_size=150))
    assert seen == [1.5]
    assert qapp.palette().color(Role.Window) == QColor(appearance.look.theme.bg)


# -- the palette


def contrast(one: QColor, other: QColor) -> float:
    """As WCAG 2 measures it, 1-21."""

    def luminance(colour: QColor) -> float:
        channels = (colour.redF(), colour.greenF(), colour.blueF())
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize(
    ("ink", "ground", "least"),
    [
        (Role.WindowText, Role.Window, 7),
        (Role.Text, Role.Base, 7),
        (Role.Text, Role.AlternateBase, 7),
        (Role.ButtonText, Role.Button, 7),
        (Role.ToolTipText, Role.ToolTipBase, 7),
        (Role.HighlightedText, Role.Highlight, 4.5),
        (Role.PlaceholderText, Role.Base, 4.5),
        (Role.Link, Role.Base, 4.5),
        (Role.BrightText, Role.Window, 4.5),
    ],
)
def test_palette_contrast(theme: str, ink: Role, ground: Role, least: float) -> None:
    colours = palette(load_theme(theme))
    assert contrast(colours.color(ink), colours.color(ground)) >= least


@pytest.mark.parametrize("name", ["dark", "light"])
@pytest.mark.parametrize("role", [Role.Text, Role.WindowText, Role.ButtonText])
def test_what_is_disabled_is_quieter(name: str, role: Role) -> None:
    for theme in (load_theme(name), strengthened(load_theme(name))):
        colours = palette(theme)
        ground = colours.color(Role.Base)
        disabled = contrast(colours.color(QPalette.ColorGroup.Disabled, role), ground)
        assert 3 <= disabled < contrast(colours.color(role), ground)
