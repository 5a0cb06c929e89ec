"""Links by which people speak for themselves."""

from flows.claims import CLAIM, PHONE, link, opened, token


def test_a_link_is_known_again_and_names_nobody() -> None:
    sent = link("Write to us as @hamrah_desk, @other", "p1", "i1")
    assert sent == f"https://t.me/hamrah_desk?start=c_{token('p1', 'i1')}"
    assert opened(f"/start c_{token('p1', 'i1')}") == (CLAIM, token("p1", "i1"))
    assert len({token("p1", "i1"), token("p1", "i2"), token("p2", "i1")}) == 3
    assert len(sent.partition("start=")[2]) <= 64


def test_without_a_published_name_the_words_do_the_same() -> None:
    assert opened(link("", "p1", "i1")) == (CLAIM, token("p1", "i1"))
    assert opened(link("", "p1", kind=PHONE)) == (PHONE, token("p1", kind=PHONE))


def test_other_words_are_no_link() -> None:
    others = (
        "/start",
        "/start en",
        "c_" + "0" * 20,
        "/start c_123",
        "/start c_" + "g" * 20,
        "/start x_" + "0" * 20,
    )
    assert {*map(opened, others)} == {("", "")}
