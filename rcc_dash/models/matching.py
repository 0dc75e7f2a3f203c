"""How many can be served at the same time, each by one place?"""

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.csgraph import maximum_bipartite_matching


def served_together(could: NDArray[np.bool_], places: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Say who is served when as many as possible are, one place each.

    `could[who, where]` says what would serve whom, `places[where]` how many there are. Of equally
    many solutions the same one is given for the same input.
    """
    column = np.repeat(np.arange(len(places)), places)
    if not len(could) or not len(column):
        return np.zeros(len(could), dtype=bool)
    graph = csr_array(could[:, column].astype(np.int8))
    found: NDArray[np.bool_] = maximum_bipartite_matching(graph, perm_type="column") >= 0
    return found
