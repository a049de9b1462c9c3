"""Characters of written text: punctuation and scripts of the world, and labels of sounds."""
