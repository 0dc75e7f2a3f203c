"""Our data: raw files, checked tables, warehouse builds and every question asked of them."""
