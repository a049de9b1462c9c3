"""Acoustic models, and how they are adapted to a recording."""
