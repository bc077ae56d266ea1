"""Quality and speed, measured: `make eval` and `make bench`."""
