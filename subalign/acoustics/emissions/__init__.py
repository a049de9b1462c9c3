"""Emissions: log likelihoods of phones and gaps in each frame of a recording."""
