"""/metrics for Prometheus, and /health: 200 while people are heard, 503 with short codes when they are not."""

import asyncio
from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from prometheus_client import CollectorRegistry, ProcessCollector, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.watch.figures import Figure

TEXT = "text/plain; version=0.0.4; charset=utf-8"
BEARABLE = ("link", "lease")  # a node works on without its link for a week: that is what it is for
HEADERS = {"Cache-Control": "no-store"}


class Watched(Protocol):
    """A part at work."""

    def figures(self) -> Sequence[Figure]:
        """How it goes; may ask its store."""

    def troubles(self) -> Mapping[str, str]:
        """What is wrong: link, disk, channel, store or lease, each with a short code; may ask its store."""


def routes(watched: Watched) -> list[Route]:
    """The two pages."""

    async def metrics(_: Request) -> Response:
        found = await asyncio.to_thread(watched.figures)
        return Response(text(found), headers=HEADERS | {"Content-Type": TEXT})

    async def health(_: Request) -> Response:
        troubles = await asyncio.to_thread(watched.troubles)
        well = all(part in BEARABLE for part in troubles)
        said = {"status": "ok" if well else "failing", "troubles": dict(troubles)}
        return JSONResponse(said, 200 if well else 503, HEADERS)

    return [Route("/metrics", metrics), Route("/health", health)]


def text(figures: Sequence[Figure]) -> bytes:
    """Figures as Prometheus reads them, with those of the process itself."""
    registry = CollectorRegistry()
    registry.register(_Collector(figures))
    ProcessCollector(registry=registry)
    return generate_latest(registry)


class _Collector:
    def __init__(self, figures: Sequence[Figure]) -> None:
        self._figures = figures

    def collect(self) -> Iterator[CounterMetricFamily | GaugeMetricFamily]:
        """Each figure as a family."""
        for figure in self._figures:
            kind = CounterMetricFamily if figure.counter else GaugeMetricFamily
            family = kind(figure.name, figure.meaning, labels=figure.labels)
            for labels, value in figure.values:
                family.add_metric(labels, value)
            yield family
