"""What tests read off the settings page."""

from ribdown.ui.pages.breath_pace_control import BreathPaceControl
from ribdown.ui.pages.setting_controls import ChoiceControl, NameControl, StepsControl, SwitchControl
from ribdown.ui.pages.settings_page import SettingsPage
from ribdown.ui.widgets.day_tiles import DayTiles
from ribdown.ui.widgets.segments import Segments
from ribdown.ui.widgets.slider import Slider


def shown_value(page: SettingsPage, name: str) -> str:
    """What the control of a setting shows, in words."""
    match page._controls[name]:
        case SwitchControl() as switch:
            return "on" if switch.isChecked() else "off"
        case Segments() as segments:
            chosen = segments._group.checkedButton()
            assert chosen is not None
            return chosen.text()
        case BreathPaceControl() as pace:
            return pace.text
        case Slider() as slider:
            return slider._text.plain
        case StepsControl() | NameControl() | ChoiceControl() as names:
            return names.currentText()
        case DayTiles() as days:
            return ", ".join(tile.accessibleName() for tile in days._tiles if tile.isChecked())
