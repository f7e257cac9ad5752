"""Head and neck: a profile with nose and chin, and no more of a face than an ear."""

from ribdown.core.figure.scene import Body
from ribdown.ui.widgets.figure_parts.canvas import HALO, Canvas, along, turned
from ribdown.ui.widgets.figure_parts.curves import chain, grown_loop, loop
from ribdown.ui.widgets.figure_parts.tubes import Profile, grown, tube

# From the atlas: x to the face, y to the crown.
_PROFILE = (
    (0.008, 0.0980),
    (0.040, 0.0880),
    (0.059, 0.0610),
    (0.0615, 0.0370),
    (0.0700, 0.0160),
    (0.0620, 0.0070),
    (0.0600, -0.0090),
    (0.0520, -0.0250),
    (0.0340, -0.0260),
    (0.0080, -0.0110),
    (-0.020, -0.0030),
    (-0.043, 0.0190),
    (-0.0510, 0.0490),
    (-0.0340, 0.0850),
)
_EAR = chain([(0.002, 0.036), (-0.005, 0.036), (-0.0095, 0.030), (-0.008, 0.022), (-0.004, 0.016), (0.001, 0.014)])
# Seen from the front: an oval, with closed eyes and a nose.
_FACE = (
    (0.008, 0.0980),
    (0.042, 0.0790),
    (0.052, 0.0410),
    (0.040, -0.0030),
    (0.008, -0.0270),
    (-0.024, -0.0030),
    (-0.036, 0.0410),
    (-0.026, 0.0790),
)
_FEATURES = (
    chain([(0.017, 0.036), (0.020, 0.0325), (0.025, 0.031), (0.030, 0.0325), (0.033, 0.036)]),
    chain([(-0.017, 0.036), (-0.014, 0.0325), (-0.009, 0.031), (-0.004, 0.0325), (-0.001, 0.036)]),
    chain([(0.009, 0.0250), (0.012, 0.0110), (0.007, 0.0090)]),
)
_NECK: Profile = ((0.0, 0.034, 0.030), (0.5, 0.029, 0.026), (1.0, 0.030, 0.026))
_NECK_LENGTH = 0.075
_NECK_SKIN, _NECK_HALO = tube(_NECK_LENGTH, _NECK), tube(_NECK_LENGTH, grown(_NECK, HALO))
# Skin, halo and marks.
_SEEN_FROM_THE_SIDE = loop(_PROFILE), grown_loop(_PROFILE, HALO), (_EAR,)
_TURNED_TO_US = loop(_FACE), grown_loop(_FACE, HALO), _FEATURES
_STROKE = 0.0045


def paint_head(canvas: Canvas, body: Body) -> None:
    """Head and neck; the shirt is painted over the neck's root."""
    colours, joints = canvas.colours, body.joints
    head, neck = turned(joints["atlas"], body.trunk.head - 90), along(joints["C7"], joints["atlas"])
    skin, halo, marks = _TURNED_TO_US if body.face else _SEEN_FROM_THE_SIDE
    canvas.fill(halo, canvas.surface, place=head)
    canvas.fill(_NECK_HALO, canvas.surface, place=neck)
    canvas.fill(_NECK_SKIN, colours.skin_shade, place=neck)
    canvas.fill(skin, colours.skin, place=head)
    for mark in marks:
        canvas.stroke(mark, colours.feature, _STROKE, place=head, least=1.2)
