"""Forced alignment: which stretch of a recording is which word of a text.

The sub-packages, each of which imports only from those before it:

``options``     thresholds, penalties and beams, as documented values
``activity``    energy, pauses, speech activity, edges of the sound
``features``    cepstra of short frames
``model``       acoustic models: Gaussian mixtures, their adaptation, CTC networks
``tts``         synthetic speech and its times
``graph``       the text as a graph of phones: pronunciations, letters, gaps
``emissions``   log likelihoods of phones and gaps in each frame of a recording
``search``      the likeliest path: first pass, second pass, posteriors, confidence
``dtw``         dynamic time warping against synthetic speech
``aligner``     the steps in order
"""
