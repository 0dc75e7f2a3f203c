"""Homes against where children come from: run with `streamlit run app.py`."""

from rcc_dash.ui.shell import run_app

run_app()
