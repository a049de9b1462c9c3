"""Searches: the likeliest path of a text through the emissions, and its probability."""
