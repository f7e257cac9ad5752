"""What is said about the sound."""

from ribdown.core.errors import UserError
from ribdown.desktop.audio.output import Reason
from ribdown.ui.translation import translate


def silence_said(reason: Reason) -> UserError:
    """That nothing can be heard, why, and what to do."""
    why = {
        Reason.NO_LIBRARY: translate("words", "There is no sound: a library for it is missing."),
        Reason.NO_DEVICE: translate("words", "There is no sound: no speaker or headphones are found."),
        Reason.NO_ANSWER: translate("words", "There is no sound: the sound service does not answer."),
    }
    return UserError(
        why.get(reason, translate("words", "There is no sound.")),
        translate("words", "The session goes on, and the window’s edge lights up at each change."),
    )
