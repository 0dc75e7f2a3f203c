"""Was a build made by the steps that this program has, so that all its questions find their columns?"""

import hashlib
from functools import cache

from rcc_dash.domain.tables import ALL
from rcc_dash.settings import DataHome
from rcc_dash.store import columns, pointer
from rcc_dash.store.statements import names, statement


@cache
def program_shape() -> str:
    """Give eight characters that change when a build step or a checked table's columns do."""
    steps = "".join(statement(name).sql for name in names("build"))
    return hashlib.sha256(f"{columns.fingerprint(ALL.values())}{steps}".encode()).hexdigest()[:8]


def is_of_this_program(home: DataHome) -> bool:
    """Say whether the build that serves was made by this program's steps; False when nothing is built."""
    return next((build.shape == program_shape() for build in pointer.kept(home)), False)
