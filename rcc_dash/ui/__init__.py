"""Streamlit lives here: the shell of a page, its filter bar, cards, tables and messages."""
