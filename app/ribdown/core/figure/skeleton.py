"""The skeleton's lengths in body heights, and where landmarks lie on its parts."""

from types import MappingProxyType

THIGH = 0.245
SHANK = 0.246
UPPER_ARM = 0.170
FOREARM = 0.142
HAND = 0.080
LUMBAR = 0.108
THORAX = 0.160
NECK = 0.058
HEAD = 0.100  # atlas to the top of the head

# From the hip: x forward, y along the pelvis.
L5S1 = (-0.024, 0.060)
TAIL = (-0.052, -0.028)  # the end of the bone
TAILBONE = (-0.080, -0.030)  # the skin over it
# From C7: x forward, y along the thorax.
SHOULDER = (0.026, -0.040)
# How far the neck leans forward of C7's axis when it is at ease (degrees).
NECK_LEAN = 22.0

# From the ankle: x from heel to toes along the sole, y up from it.
SOLE = -0.044
FOOT = MappingProxyType(
    {
        "ankle": (0.0, 0.0),
        "heel": (-0.040, SOLE),
        "sole": (0.0, SOLE),
        "ball": (0.072, SOLE),
        "mtp": (0.072, SOLE + 0.014),  # where the toes hinge
        "dorsum": (0.055, -0.008),
    }
)
TOE = 0.040  # ball to the tip of the toes

# Half-widths of thigh and shank: (share of the length, in front, behind).
Profile = tuple[tuple[float, float, float], ...]
THIGH_PROFILE: Profile = (
    (0.0, 0.060, 0.064),
    (0.16, 0.064, 0.062),
    (0.40, 0.061, 0.055),
    (0.70, 0.049, 0.043),
    (0.92, 0.040, 0.036),
    (1.0, 0.037, 0.035),
)
SHANK_PROFILE: Profile = (
    (0.0, 0.036, 0.037),
    (0.10, 0.035, 0.041),
    (0.26, 0.031, 0.047),
    (0.46, 0.027, 0.041),
    (0.74, 0.021, 0.025),
    (0.92, 0.0195, 0.022),
    (1.0, 0.020, 0.023),
)
