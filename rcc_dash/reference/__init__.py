"""The only readers of `data/reference`, `data/published` and `data/boundaries`."""
