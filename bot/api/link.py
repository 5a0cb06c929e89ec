"""A node's end of the link to the register, over HTTPS."""

import ssl
from urllib.parse import urlencode

import httpx
import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from bot.api.signed import signed
from flows.link import LinkDown, Receipt, Refused, Revoked, Wanted

PATIENCE = 25.0
BYTES = {"Content-Type": "application/octet-stream"}


class _Told(msgspec.Struct):
    seq: int
    chain: str


class _Refusal(msgspec.Struct):
    error: str
    wanted: int = 0


class HttpLink:
    """Fulfils `flows.link.Link`: what the register refuses is Refused, whatever else goes wrong is LinkDown."""

    def __init__(self, url: str, node: str, key: Ed25519PrivateKey, tls: ssl.SSLContext | None = None) -> None:
        # Whatever proxy the environment names is not asked: only the register's own certificate is believed.
        self._client = httpx.AsyncClient(base_url=url, timeout=PATIENCE, verify=tls or True, trust_env=False)
        self._node, self._key = node, key

    async def aclose(self) -> None:
        """Let go of the connections."""
        await self._client.aclose()

    async def head(self, epoch: int, at: int | None = None) -> Receipt:
        """How far the register has our ledger."""
        asked = {"epoch": str(epoch)} | ({} if at is None else {"at": str(at)})
        return _receipt(await self._asked("GET", "/head?" + urlencode(asked)))

    async def send(self, body: bytes) -> Receipt:
        """Hand over a batch."""
        return _receipt(await self._asked("POST", "/receive", body))

    async def feed(self, session: bytes, after: int, wait: float) -> bytes:
        """What the centre tells us after a position."""
        asked = {"session": session.hex(), "after": str(after), "wait": str(wait)}
        return (await self._asked("GET", "/feed?" + urlencode(asked), patience=wait + PATIENCE)).content

    async def lease(self, wanted: Wanted) -> bytes:
        """What the register lends us."""
        return (await self._asked("POST", "/lease", msgspec.msgpack.encode(wanted))).content

    async def _asked(
        self, method: str, target: str, body: bytes = b"", patience: float = PATIENCE
    ) -> httpx.Response:
        headers = signed(self._key, self._node, method, target, body) | BYTES
        try:
            answer = await self._client.request(
                method, target, content=body or None, headers=headers, timeout=patience
            )
        except httpx.HTTPError as error:
            raise LinkDown(type(error).__name__) from None
        if answer.is_success:
            return answer
        raise _refusal(answer)


def _refusal(answer: httpx.Response) -> Exception:
    """What stands between us may answer as well, so only the register's own words count."""
    try:
        told = msgspec.json.decode(answer.content, type=_Refusal)
    except msgspec.MsgspecError:
        return LinkDown(f"status {answer.status_code}")
    return Revoked() if told.error == "REVOKED" else Refused(told.error, told.wanted)


def _receipt(answer: httpx.Response) -> Receipt:
    try:
        told = msgspec.json.decode(answer.content, type=_Told)
        return Receipt(told.seq, bytes.fromhex(told.chain))
    except (msgspec.MsgspecError, ValueError):
        raise LinkDown("no receipt") from None
