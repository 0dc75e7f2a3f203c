"""Makers of the small geography files in `data/`, from the postcode package alone; not run by the app."""
