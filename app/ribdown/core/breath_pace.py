"""The pace at which a person breathes in the couch stretch, where it is theirs and not the routine's."""

from enum import StrEnum

# What the first part of the couch stretch should take, in seconds (source B).
STATED = (20, 30)


class BreathPace(StrEnum):
    """Seconds in and seconds out, as a settings file spells them; every one lies inside the exercise's ranges, and out
    is longer than in. The fastest and the third are both ends of it with four breaths. Slower paces are allowed
    (source B asks for slow breaths); the steps are the app's own."""

    ROUTINE = "routine"
    IN_2_OUT_3 = "2/3"
    IN_2_OUT_4 = "2/4"
    IN_2_5_OUT_5 = "2.5/5"
    IN_3_OUT_6 = "3/6"
    IN_3_5_OUT_7 = "3.5/7"
    IN_4_OUT_8 = "4/8"

    @property
    def seconds(self) -> tuple[float, float] | None:
        """In and out; None where each routine says its own."""
        if self is BreathPace.ROUTINE:
            return None
        inhale, exhale = self.split("/")
        return float(inhale), float(exhale)
