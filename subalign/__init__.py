"""Turn a recording and its transcript into captions that a video player shows well."""

__version__ = "0.1.0"
