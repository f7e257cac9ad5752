"""The figure's colours by role, as a companion of a theme. Values come from resources/themes."""

from typing import Annotated

from msgspec import Meta, Struct

Colour = Annotated[str, Meta(pattern="^#[0-9A-F]{6}$")]


class FigureColours(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`_far` is the limb turned away, `_shade` the near one's edge in shadow; cues' tones bear their own names."""

    skin: Colour
    skin_shade: Colour
    skin_far: Colour
    shirt: Colour
    shirt_shade: Colour
    shirt_far: Colour
    shorts: Colour
    shorts_shade: Colour
    shorts_far: Colour
    glass: Colour  # an arm that is seen through
    feature: Colour  # ear and face
    bead: Colour  # lumbar; the others as if seen through shirt and shorts
    bead_thorax: Colour
    bead_sacrum: Colour
    muscle: Colour
    core: Colour
    psoas: Colour
    psoas_short: Colour
    psoas_rim: Colour  # around the band, so that it shows on shirt and shorts alike

    fault: Colour
    on_fault: Colour
    on_ok: Colour

    inhale: Colour
    exhale: Colour
    contract: Colour
    relax: Colour
    ok: Colour

    floor: Colour
    ground: Colour  # under the floor's line, and behind a wall's
    mat: Colour
    frame: Colour
    back: Colour  # a couch's, behind the body
    cushion: Colour
    legs: Colour
    pillow: Colour
    pillow_fold: Colour
    ball: Colour
    weight: Colour
    inset: Colour
