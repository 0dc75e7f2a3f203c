"""Which functions may typed SQL not call?

Those that tell of the database rather than of its data, that keep something for later, or that only wait.
A test holds that every function of the installed DuckDB whose answer is not of its arguments alone is
either here or among `HARMLESS`, so that a new version's additions are noticed.
"""

from typing import Final

REFUSED: Final = frozenset({
    "current_setting", "getvariable", "getenv", "current_database", "current_schema", "current_schemas",
    "current_catalog", "current_role", "current_user", "session_user", "user", "current_query",
    "current_query_id", "current_connection_id", "current_transaction_id", "txid_current", "in_search_path",
    "currval", "nextval", "setval", "setseed", "sleep_ms", "stats", "vector_type", "write_log", "error",
    "parse_duckdb_log_message", "json_serialize_sql", "json_serialize_plan", "json_deserialize_sql",
    "json_execute_serialized_sql", "version", "query", "query_table", "read_text", "read_blob", "glob",
    "add_parquet_key", "which_secret", "uuidv7",
})  # fmt: skip
REFUSED_START: Final = ("__internal", "pg_", "has_", "duckdb_", "pragma_", "read_")
HARMLESS: Final = frozenset({
    "current_date", "get_current_time", "get_current_timestamp", "now", "today", "transaction_timestamp",
    "gen_random_uuid", "random", "uuid", "uuidv4",
})  # fmt: skip
"""The clock and chance: they tell nothing of anybody."""
