"""Load files: what would come of them, which count, and how is one taken back?"""

from rcc_dash.ui.choice_widgets import draw_tabs
from rcc_dash.ui.loads_panel import loads_panel
from rcc_dash.ui.names_panel import names_panel
from rcc_dash.ui.nav import show
from rcc_dash.ui.shell import context
from rcc_dash.ui.template_download import template_download
from rcc_dash.ui.text import lead, title
from rcc_dash.ui.upload_panel import upload_panel


def draw() -> None:
    """Draw the page: files to check, what would come of each, the loads so far, names to decide on."""
    title(context(), "Are your files right, and what would they change?")
    lead("Files are checked first. Nothing changes until you accept, and every load can be undone.")
    upload_panel()
    template_download()
    draw_tabs("load", loads=loads_panel, names=names_panel)


show(draw)
