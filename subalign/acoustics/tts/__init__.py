"""Text to speech: sentences said by a synthesiser, with the time of each word."""
