"""What people typed to take all time or memory, or to choke whoever reads it."""

BOMBS = (
    "SELECT repeat('x', 2000000000)",
    "SELECT repeat(repeat('x', 100000), 100000)",
    "SELECT lpad('x', 2000000000, 'y')",
    "SELECT string_agg(repeat('x', 1000000), '') FROM range(10000)",
    "SELECT list(range) FROM range(1000000000)",
    "SELECT count(*) FROM range(1000000) AS a, range(1000000) AS b, range(1000) AS c",
    "WITH RECURSIVE x AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM x) SELECT count(*) FROM x",
    "WITH RECURSIVE x AS (SELECT 'x' AS n UNION ALL SELECT n || n FROM x) SELECT max(n) FROM x",
    "SELECT * FROM range(100000000) ORDER BY hash(range)",
    "SELECT levenshtein(repeat('a', 200000), repeat('b', 200000))",
    "SELECT list_sort(range(200000000))",
    "SELECT range(1000000000)",
)
LONG = {
    "too deep for the parser": "SELECT " + "(" * 3000 + "1" + ")" * 3000,
    "many levels": "SELECT * FROM " + "(SELECT * FROM " * 400 + "area" + ")" * 400,
    "a long sum": "SELECT " + "+".join(["1"] * 9000),
    "too many letters": "SELECT '" + "x" * 30000 + "'",
    "too many columns": "SELECT " + ", ".join(["1"] * 600),
    "a NUL": "SELECT 1\x00; DROP TABLE area",
    "an unpaired surrogate": "SELECT '\ud800'",
}
