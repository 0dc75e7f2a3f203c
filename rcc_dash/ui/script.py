"""What Streamlit runs on every rerun. It lies apart from `pages`, so that no page can be run by itself."""

from rcc_dash.ui.shell import run_app
from rcc_dash.ui.turns import turns

with turns().turn():
    run_app()
