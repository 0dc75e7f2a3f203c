"""What does the page *Distance* say of far children who could have lived nearer?"""

from collections.abc import Mapping

from rcc_dash.domain.headline import Figure
from rcc_dash.figures.distance_sentences import Subject


def what_nearer(of: Subject, counts: Mapping[str, Figure], returns: int, where: str = "nearer") -> str:
    """Say how many had a suitable home with an empty place nearer, and how many could go at once."""
    covered, void, together = counts["covered"], counts["void"], counts["together"]
    if not covered.value:
        return f"{of.on} too few far children of {of.who} lived in homes or schools to say what was nearer."
    noun = "child" if round(covered.value) == 1 else "children"
    head = (
        f"{of.on} {of.number(covered)} {noun} of {of.who} lived over 20 miles from home in homes or schools,"
        " not by choice."
    )
    if not returns:
        return f"{head} No vacancy return of the month before is loaded, so empty places are not known."
    if not void.value:
        return f"{head} For too few of them to show was a suitable home with a known empty place {where}."
    if together.value and together.value >= void.value:
        once = ", with room for all of them at once"
    else:
        once = f", but there was room for only {of.number(together)} at once" if together.value else ""
    return f"{head} A suitable home with a known empty place was {where} for {of.number(void)}{once}."


def what_is_left(of: Subject, counts: Mapping[str, Figure]) -> str:
    """Say how many would still be far if the beds that the children have were dealt out afresh."""
    far, theirs, every = (counts[part] for part in ("far", "far_theirs", "far_all"))
    if not far.value:
        return "They are too few to say what would be left if beds were dealt out afresh."
    left = of.number(theirs) if theirs.value is not None else "too few to show"
    most = of.number(every) if every.value is not None else "too few to show"
    return (
        f"Of {of.number(far)} over 20 miles from home, {left} would still be if the beds that these children"
        f" have were dealt out afresh, and {most} if every registered place in the region were theirs."
    )
