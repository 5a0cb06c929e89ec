"""How a deployment is put together: settings and keys."""
