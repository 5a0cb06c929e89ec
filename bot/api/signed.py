"""Calls of a node, signed by its key: the register knows who asks, whatever stands between them."""

import hashlib

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

NODE, SIGNATURE = "Hamrah-Node", "Hamrah-Signature"


def signed(key: Ed25519PrivateKey, node: str, method: str, target: str, body: bytes = b"") -> dict[str, str]:
    """The headers of a call; `target` is the path with its query, as it goes over the wire."""
    return {NODE: node, SIGNATURE: key.sign(_said(node, method, target, body)).hex()}


def is_signed(
    key: Ed25519PublicKey, signature: str, node: str, method: str, target: str, body: bytes = b""
) -> bool:
    """Whether this node made this call.

    A call that is repeated by others does no harm: what it is answered with is sealed to the node's session.
    """
    try:
        key.verify(bytes.fromhex(signature), _said(node, method, target, body))
    except (InvalidSignature, ValueError):
        return False
    return True


def _said(node: str, method: str, target: str, body: bytes) -> bytes:
    whole = "\n".join((node, method, target, hashlib.sha256(body).hexdigest()))
    return b"hamrah call 1\0" + whole.encode()
