"""From the settings to the rules of nudges."""

from ribdown.core.nudges.rules import Every, NudgeRules, OnTheHour
from ribdown.core.settings import NudgeRhythm, Settings

_MINUTES = {
    NudgeRhythm.EVERY_30: 30,
    NudgeRhythm.EVERY_45: 45,
    NudgeRhythm.EVERY_60: 60,
    NudgeRhythm.EVERY_90: 90,
}


def rules_of(settings: Settings) -> NudgeRules:
    """The rules that the person chose. Nobody is nudged before they have read who should change or skip this."""
    minutes = _MINUTES.get(settings.nudge_rhythm)
    return NudgeRules(
        on=settings.nudges and settings.safety_read,
        rhythm=OnTheHour(settings.nudge_minute) if minutes is None else Every(minutes),
        start=settings.nudge_from,
        end=settings.nudge_to,
        days=frozenset(settings.nudge_days),
    )
