"""Cepstra: short frames of a recording as vectors, for acoustic models."""
