"""Sound as numbers: synthetic speech, cepstral frames, pauses, and the path between them."""
