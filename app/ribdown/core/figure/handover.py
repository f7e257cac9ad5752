"""From one phase to the next: the limbs take their time, but what is pointed out belongs to the word that is shown."""

from msgspec.structs import replace

from ribdown.core.figure.blend import mix_efforts
from ribdown.core.figure.still import Still

CUES_GONE = 0.18  # seconds until the cues of the pose that is left have faded
EFFORT_CHANGED = 0.4  # seconds until the muscles work as in the pose ahead
_LENGTHENING = frozenset({"psoas", "psoasL", "psoas_short"})  # they follow the limbs


def handed_over(still: Still, left: Still, ahead: Still, seconds: float) -> Still:
    """The still on the way between two others, `seconds` after the body set out."""
    fading = max(1 - seconds / CUES_GONE, 0.0)
    cues = {cue: amount * fading for cue, amount in left.cues if fading}
    for cue, amount in still.cues:
        cues[cue] = max(cues.get(cue, 0.0), amount)
    changed = min(seconds / EFFORT_CHANGED, 1.0)
    efforts = mix_efforts(left.posture.muscles, ahead.posture.muscles, changed)
    for name in _LENGTHENING:
        efforts[name] = still.posture.muscles.get(name, 0.0)
    muscles = {name: effort for name, effort in efforts.items() if effort}
    return replace(still, cues=tuple(cues.items()), posture=replace(still.posture, muscles=muscles))
