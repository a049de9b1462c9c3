"""Dynamic time warping: a recording laid over the synthetic speech of its text."""
