"""Homes against where children come from, for England's regional care cooperatives."""
