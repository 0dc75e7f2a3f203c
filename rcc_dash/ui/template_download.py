"""Where does a provider get the form for its vacancies?"""

import streamlit as st

from rcc_dash.export import vacancy_template
from rcc_dash.ui.text import quiet


def template_download() -> None:
    """Offer the vacancy return, for which there is no public format, as a workbook and as a CSV."""
    with st.container(horizontal=True, key="template-ways", vertical_alignment="center"):
        quiet("Homes send their vacancies on this form:")
        for label, make, ending in (
            ("Vacancy return (Excel)", vacancy_template.xlsx, "xlsx"),
            ("Vacancy return (CSV)", vacancy_template.csv, "csv"),
        ):
            st.download_button(
                label,
                data=make,
                file_name=f"{vacancy_template.FILE_NAME}.{ending}",
                on_click="ignore",
                type="tertiary",
                key=f"template-{ending}",
            )
