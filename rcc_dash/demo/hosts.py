"""Which areas outside the cooperatives take in their children? Rough weights for the demonstration.

The publishers give no flows between LAs; neighbours, the coast and places with cheap houses and
many homes weigh more. A weight is about one child of the cooperatives placed there.
"""

from typing import Final

HOST_WEIGHTS: Final = {
    "E10000017": 260,  # Lancashire
    "E06000008": 60,  # Blackburn with Darwen
    "E06000009": 60,  # Blackpool
    "E06000007": 60,  # Warrington
    "E06000049": 90,  # Cheshire East
    "E06000050": 60,  # Cheshire West and Chester
    "E08000012": 40,  # Liverpool
    "E08000013": 60,  # St. Helens
    "E08000014": 30,  # Sefton
    "E08000015": 30,  # Wirral
    "E10000007": 90,  # Derbyshire
    "E10000028": 60,  # Staffordshire
    "E06000021": 40,  # Stoke-on-Trent
    "E06000051": 60,  # Shropshire
    "E08000033": 60,  # Calderdale
    "E08000034": 60,  # Kirklees
    "E08000032": 40,  # Bradford
    "E08000035": 30,  # Leeds
    "E08000025": 40,  # Birmingham
    "E10000014": 330,  # Hampshire
    "E09000006": 60,  # Bromley
    "E09000004": 50,  # Bexley
    "E09000008": 70,  # Croydon
    "E09000029": 30,  # Sutton
    "E09000021": 30,  # Kingston upon Thames
    "E09000018": 30,  # Hounslow
    "E06000030": 50,  # Swindon
    "E06000054": 60,  # Wiltshire
    "E06000058": 60,  # Bournemouth, Christchurch and Poole
    "E06000059": 40,  # Dorset
    "E06000056": 50,  # Central Bedfordshire
    "E06000055": 30,  # Bedford
    "E06000032": 30,  # Luton
    "E10000015": 70,  # Hertfordshire
    "E06000062": 50,  # West Northamptonshire
    "E10000013": 40,  # Gloucestershire
    "E10000008": 30,  # Devon
    "E10000031": 30,  # Warwickshire
    "WAL": 90,
    "SCO": 20,
}
LETTERS: Final = "BCDFGHKLMOPRSTW"
"""First letters of the postcodes that are used: those of the members and most of the hosts."""
