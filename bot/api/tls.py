"""TLS 1.3 between nodes and the register: our own authority and no other, and a certificate on both sides."""

import ssl
from pathlib import Path

from bot.settings import Unset


def of_node(folder: Path, passphrase: str = "") -> ssl.SSLContext:
    """A node's end."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    return _loaded(context, folder, "node", passphrase)


def of_register(folder: Path, passphrase: str = "") -> ssl.SSLContext:
    """The register's end: whoever has no certificate of ours does not get as far as a request."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.verify_mode = ssl.CERT_REQUIRED
    return _loaded(context, folder, "register", passphrase)


def _loaded(context: ssl.SSLContext, folder: Path, name: str, passphrase: str) -> ssl.SSLContext:
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    try:
        context.load_verify_locations(folder / "ca.pem")
        # An empty passphrase, given as such, fails on a locked key; none at all would ask the terminal.
        context.load_cert_chain(folder / f"{name}.pem", folder / f"{name}.key", password=passphrase)
    except OSError:
        raise Unset(
            f"the certificate {name}.pem in {folder} cannot be used: make it with hamrah keys make or hamrah node "
            "add, and give the HAMRAH_PASSPHRASE that locks its key."
        ) from None
    return context
