"""Draws an answer as a map or a chart, and asks nothing itself."""
