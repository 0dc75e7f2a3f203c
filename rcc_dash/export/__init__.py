"""Writes an answer down: downloads that say what they hold."""
