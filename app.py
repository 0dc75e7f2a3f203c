"""Homes against where children come from: run with `streamlit run app.py`."""

import streamlit as st

from rcc_dash.ui.ahead import ahead
from rcc_dash.ui.kept_parts import part_routes
from rcc_dash.ui.start import must_be_safe_to_start

must_be_safe_to_start()
app = st.App("rcc_dash/ui/script.py", lifespan=ahead, routes=part_routes())
