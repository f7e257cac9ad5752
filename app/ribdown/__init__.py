"""Ribdown: guided sessions for tight hip flexors and a tired low back."""

__version__ = "0.1.0"
