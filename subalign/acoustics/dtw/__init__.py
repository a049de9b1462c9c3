"""Dynamic time warping: a recording aligned with the synthetic speech of its text."""
