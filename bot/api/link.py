"""A node's end of the link to the register, over HTTP."""

from types import TracebackType

import httpx
import msgspec

from flows.link import LinkDown, Receipt, Refused

PATIENCE = 25.0
POSITION = "Hamrah-Position"


class _Told(msgspec.Struct):
    seq: int
    chain: str


class _Refusal(msgspec.Struct):
    error: str
    wanted: int = 0


class HttpLink:
    """Fulfils `flows.link.Link`: what the register refuses is Refused, whatever else goes wrong is LinkDown."""

    def __init__(self, url: str, *, client: httpx.AsyncClient | None = None) -> None:
        self._client = client or httpx.AsyncClient(base_url=url, timeout=PATIENCE)

    async def __aenter__(self) -> "HttpLink":
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def close(self) -> None:
        """Let go of the connections."""
        await self._client.aclose()

    async def head(self, node: str, epoch: int) -> Receipt:
        """How far the register has the node's ledger."""
        return _receipt(await self._asked("GET", "/head", params={"node": node, "epoch": str(epoch)}))

    async def send(self, body: bytes) -> Receipt:
        """Hand over a batch."""
        return _receipt(await self._asked("POST", "/receive", content=body))

    async def feed(self, node: str, after: int, wait: float) -> tuple[int, bytes]:
        """The position reached and the facts up to it."""
        params = {"node": node, "after": str(after), "wait": str(wait)}
        answer = await self._asked("GET", "/feed", params=params, timeout=wait + PATIENCE)
        reached = answer.headers.get(POSITION, "")
        if not reached.isdecimal():
            raise LinkDown("no position")
        return int(reached), answer.content

    async def _asked(
        self,
        method: str,
        path: str,
        *,
        params: dict[str, str] | None = None,
        content: bytes | None = None,
        timeout: float = PATIENCE,
    ) -> httpx.Response:
        try:
            answer = await self._client.request(method, path, params=params, content=content, timeout=timeout)
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
    return Refused(told.error, told.wanted)


def _receipt(answer: httpx.Response) -> Receipt:
    try:
        told = msgspec.json.decode(answer.content, type=_Told)
        return Receipt(told.seq, bytes.fromhex(told.chain))
    except (msgspec.MsgspecError, ValueError):
        raise LinkDown("no receipt") from None
