"""The register as nodes reach it over HTTP, and a node's end of that link."""
