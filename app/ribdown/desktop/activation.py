"""The right to come to the front, which a desktop gives to the program that the person has just asked for."""

import os


def take_over(token: str) -> None:
    """Use this token when a window is activated next: Qt hands it to the desktop then, once. "" changes nothing."""
    if token:
        os.environ["XDG_ACTIVATION_TOKEN"] = token
