"""Homes against where children come from: run with `streamlit run app.py`."""

import streamlit as st

from rcc_dash.ui.ahead import ahead

app = st.App("rcc_dash/ui/script.py", lifespan=ahead)
