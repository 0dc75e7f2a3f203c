"""Write the referrals of a few LAs of the South East: by the regional form, or by the data standard."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import numpy as np
import pandas as pd

from rcc_dash.demo.gaps import WITH_REFERRALS, words
from rcc_dash.demo.kinds import FOSTER, HOME, SUPPORTED, YEARS, Flags, Texts, dates_text, day
from rcc_dash.demo.placed_why import BOUGHT
from rcc_dash.demo.prices import priced
from rcc_dash.demo.region import Region
from rcc_dash.ingest.layouts.standard_fields import FORM, NOT_KEPT, STANDARD

_YEAR: Final = YEARS[-1]
_ON_THE_FORM: Final = 3
"""How many of the LAs use the regional form (v3); the rest use the Placements Data Standard v2."""
_TYPES: Final = {HOME: "Residential", FOSTER: "Foster", SUPPORTED: "Supported Accommodation"}
_DISPLACED: Final = 0.22
"""Share of children placed in a home for whom foster care was preferred."""
_EMERGENCY: Final = 0.3
_HIGH_FROM: Final = 1.4
"""Burden from which a risk is a high one."""
_RISKS: Final = {
    "risk_self_harm": "risk_self_harm", "risk_sexual_exploitation": "risk_exploitation",
    "risk_criminal_exploitation": "risk_exploitation", "risk_missing": "risk_exploitation",
    "risk_others_physical": "risk_others", "risk_others_criminal": "risk_others",
}  # fmt: skip
_NEVER_NAMED: Final = (
    "risk_drugs_alcohol", "risk_eating_disorder", "risk_others_sexual", "risk_others_fire",
    "risk_others_animals",
)  # fmt: skip


def write_referrals(made: Region, folder: Path) -> Iterator[Path]:
    """Write one file per LA, of the placements bought in the last year, and give the paths."""
    folder.mkdir(parents=True, exist_ok=True)
    spells = priced(made.episodes, _YEAR)
    new = spells["began"].between(day(_YEAR - 1) + 1, day(_YEAR))
    asked = spells[new & spells["provider"].isin(BOUGHT) & spells["placement"].isin(list(_TYPES))]
    for number, area in enumerate(WITH_REFERRALS):
        rng = np.random.default_rng([made.seed, 16, number])
        own = asked[asked["area"] == area]
        is_form = number < _ON_THE_FORM
        table = _table(own, made, is_form=is_form, rng=rng)
        kind = "rcc_referrals" if is_form else "placements_standard"
        path = folder / f"synthetic_{words(area)}_{kind}_{_YEAR}-03-31.csv"
        table.to_csv(path, index=False, lineterminator="\r\n")
        yield path


def _table(own: pd.DataFrame, made: Region, *, is_form: bool, rng: np.random.Generator) -> pd.DataFrame:
    """Head the columns as the form or the standard does; officers' names and free text stay blank."""
    told = {**_search(own, made, rng), **_needs(own, rng), **_risks(own, is_form=is_form), **_found(own)}
    fields = [one for one in (FORM if is_form else STANDARD) if one.name in told and one.name not in NOT_KEPT]
    return pd.DataFrame({one.synonyms[0]: told[one.name] for one in fields})


def _search(own: pd.DataFrame, made: Region, rng: np.random.Generator) -> dict[str, object]:
    urgent = rng.random(len(own)) < _EMERGENCY
    began = own["began"].to_numpy()
    postcode = np.append(made.where.postcode, "")[own["origin"]].astype(str)
    return {
        "child": own["child"].to_numpy(),
        "needed_by": np.where(urgent, "Today", "in more than 5 days"),
        "planned": np.where(urgent, "Emergency", "Planned"),
        "needed_on": dates_text(began),
        "siblings": rng.choice([0, 1, 2], len(own), p=[0.82, 0.13, 0.05]),
        "family_post": np.array([text[:-2].strip() for text in postcode], dtype=str),
        "referred": dates_text(began - np.where(urgent, 1, rng.integers(3, 31, len(own)))),
        "placed": dates_text(np.minimum(began + rng.integers(0, 6, len(own)), day(_YEAR))),
    }


def _needs(own: pd.DataFrame, rng: np.random.Generator) -> dict[str, object]:
    solo, home = own["solo"].to_numpy(), (own["placement"] == HOME).to_numpy()
    deaf = own["disability"].str.contains("HEAR").to_numpy()
    needs_words = deaf | own["disability"].str.contains("COMM").to_numpy()
    foster_first = home & (rng.random(len(own)) < _DISPLACED)
    return {
        "communication": np.where(needs_words, "Y", "N"),
        "communication_kinds": np.where(deaf, "BSL", np.where(needs_words, "Makaton", "None")),
        "adaptation": np.where(own["disability"].str.contains("MOB"), "Yes", "No"),
        "cultural": rng.choice(["Not required", "Required"], len(own), p=[0.9, 0.1]),
        "companions": np.where(solo, "Solo placement recommended", "With other children recommended"),
        "pets": rng.choice(["Yes - can", "No", "Not Known"], len(own)),
        "liberty": np.where(own["order_from"] <= own["began"] + 30, "Yes", "No"),
        "ratio": _ratio(own, solo & home, home),
        "foster": np.where(foster_first | (own["placement"] == FOSTER), "Preferred", "Unsuitable"),
        "residential": np.where(home & ~foster_first, "Preferred", "Suitable but not preferred"),
        "supported": np.where(own["placement"] == SUPPORTED, "Preferred", "Unsuitable"),
    }


def _ratio(own: pd.DataFrame, solo: Flags, home: Flags) -> Texts:
    heavy = (own["burden"] > _HIGH_FROM).to_numpy()
    cases = [solo & heavy, solo, home & heavy, home]
    return np.select(cases, [">2:1", "2:1", "2:1", "1:1"], "Standard ratio").astype(str)


def _risks(own: pd.DataFrame, *, is_form: bool) -> dict[str, object]:
    high = np.where(own["burden"] > _HIGH_FROM, "High risk", "Low risk") if is_form else "Risk Present"
    named: dict[str, object] = {
        field: np.where(own[hidden], high, "No known risk") for field, hidden in _RISKS.items()
    }
    return named | dict.fromkeys(_NEVER_NAMED, "No known risk")


def _found(own: pd.DataFrame) -> dict[str, object]:
    return {
        "cost": np.round(own["weekly"].to_numpy()).astype(int),
        "urn": own["urn"].to_numpy(),
        "placed_type": own["placement"].map(_TYPES).to_numpy(),
    }
