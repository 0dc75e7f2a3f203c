"""Pure numbers: points and yes-or-no in, miles and groups out. No tables, no rules of who may see what."""
