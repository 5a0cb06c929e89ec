"""Every fact and standing comes back as it was."""

import dataclasses

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.conversation.standing import Standing
from flows.facts import KINDS as BY_NAME
from flows.facts import AnswerGiven, Body, TalkOpened
from storage import codec
from storage.errors import FactUnknown, FactUnreadable
from tests.storage.said import FULL, KINDS, SAMPLES

texts = st.text(st.characters(codec="utf-8"), max_size=20)
values = texts | st.integers(-(2**60), 2**60) | st.lists(texts, max_size=3).map(tuple)


def test_every_fact_kind_has_a_codec_and_a_sample() -> None:
    assert set(BY_NAME.values()) == set(KINDS) == {type(body) for body in SAMPLES}
    assert set(codec.VERSION) == set(BY_NAME)


def test_every_older_version_has_an_upcast() -> None:
    wanted = {(kind, older) for kind, newest in codec.VERSION.items() for older in range(1, newest)}
    assert set(codec.UPCASTS) == wanted


@pytest.mark.parametrize("body", SAMPLES, ids=codec.kind)
def test_a_fact_comes_back(body: Body) -> None:
    kind = codec.kind(body)
    assert codec.decode(kind, codec.VERSION[kind], codec.encode(body)) == body


@given(st.builds(AnswerGiven, talk=texts, question=texts, value=values))
def test_any_answer_comes_back(body: AnswerGiven) -> None:
    back = codec.decode("AnswerGiven", 1, codec.encode(body))
    assert back == body
    assert isinstance(back, AnswerGiven)
    assert type(back.value) is type(body.value)


@given(st.dictionaries(texts, values), st.dictionaries(st.integers(0, 2**50), texts))
def test_any_standing_comes_back(known: dict[str, str | int | tuple[str, ...]], typed: dict[int, str]) -> None:
    standing = Standing("p", answers={"t": known}, known=known, typed=typed)
    assert codec.decode_standing(codec.encode_standing(standing)) == standing


def test_a_full_standing_comes_back() -> None:
    back = codec.decode_standing(codec.encode_standing(FULL))
    assert back == FULL
    assert {type(value) for value in back.known.values()} == {str, int, tuple}
    names = [field.name for field in dataclasses.fields(Standing)]
    assert not [name for name in names if getattr(FULL, name) == getattr(Standing(""), name)], "left empty"


def test_unknown_kinds_and_versions_are_named() -> None:
    for kind, version in (("Rumour", 1), ("TalkOpened", 2), ("TalkOpened", 0)):
        with pytest.raises(FactUnknown, match=kind):
            codec.decode(kind, version, b"{}")


@pytest.mark.parametrize("raw", [b"", b"{}", b'{"talk":5}', b'{"talk":"\xff"}'])
def test_bytes_that_do_not_fit_are_named_without_what_they_say(raw: bytes) -> None:
    with pytest.raises(FactUnreadable) as caught:
        codec.decode("TalkOpened", 1, raw)
    assert caught.value.__suppress_context__


def test_an_older_version_is_brought_up_to_date(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(codec.VERSION, "TalkOpened", 3)
    monkeypatch.setitem(codec.UPCASTS, ("TalkOpened", 1), lambda was: {"name": was["subject"]})
    monkeypatch.setitem(codec.UPCASTS, ("TalkOpened", 2), lambda was: {"talk": was["name"]})
    old = msgspec.json.encode({"subject": "papers"})
    assert codec.decode("TalkOpened", 1, old) == TalkOpened("papers")
