"""Machine-readable zones of travel documents (ICAO 9303), read as people type them or cameras see them."""
