from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from tests.register.stores import Stores


@pytest.fixture(scope="session")
def stores(postgres_url: str, tmp_path_factory: pytest.TempPathFactory) -> Stores:
    return Stores(Path(tmp_path_factory.mktemp("stores")), postgres_url)


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def centre(request: pytest.FixtureRequest, stores: Stores) -> Iterator[Engine]:
    """The register's store."""
    with stores.empty(request.param) as engine:
        yield engine
