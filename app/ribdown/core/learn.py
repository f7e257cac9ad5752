"""What there is to read: sections of cards."""

from msgspec import Struct


class Picture(Struct, frozen=True, forbid_unknown_fields=True):
    """Two poses of a figure side by side: how it is done, and how it goes wrong."""

    figure: str
    right: str
    wrong: str


class LearnCard(Struct, frozen=True, forbid_unknown_fields=True):
    """A few paragraphs, perhaps a list of points and a picture. `exercises` are the ids of those it leads to;
    `self_test` says whether it leads to the self-test."""

    title: str
    text: tuple[str, ...]
    points: tuple[str, ...] = ()
    picture: Picture | None = None
    exercises: tuple[str, ...] = ()
    self_test: bool = False

    def __post_init__(self) -> None:
        if not self.text:
            raise ValueError("text is empty; a card has at least one paragraph")


class LearnSection(Struct, frozen=True, forbid_unknown_fields=True):
    """Cards under a heading."""

    id: str
    title: str
    cards: tuple[LearnCard, ...]

    def __post_init__(self) -> None:
        if not self.cards:
            raise ValueError("cards is empty; a section has at least one card")
