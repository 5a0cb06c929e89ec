"""Who writes for others: what they tell is theirs, and the others are given a link of their own (§5.3, A1-A4)."""

from dataclasses import replace

from flows.conversation.kinds import Choice
from flows.conversation.lists import Listing
from flows.conversation.options import Option, Page, Reopens
from flows.conversation.steps import Ask, End, Flow, Repeat
from flows.talks import labels, texts
from flows.talks.people import NO_MORE, SURE
from flows.talks.registration import CATEGORIES, name, provinces
from flows.talks.wish import HOME, WISHES

OTHERS = "others"
UNSURE = Option("unsure", labels.NOT_SURE)
FROM = Page(
    (
        Option("family", labels.FROM_FAMILY),
        Option("friend", labels.FROM_FRIEND),
        Option("office", labels.FROM_OFFICE),
    )
)
FITS = tuple(replace(page, text=None) for page in CATEGORIES)
THEIRS = Page((*(option for option in WISHES if option.key != "UNDECIDED"), UNSURE))

SPEAKS = Flow(
    OTHERS,
    (
        Ask(OTHERS, texts.A0_NAME, Listing((NO_MORE,), texts.TOO_LONG_NAME, name)),
        Repeat(
            OTHERS,
            (
                Ask("from", texts.A1_FOR, Choice((FROM,), texts.PICK)),
                Ask("knows", texts.A2_KNOWS, Choice((SURE,), texts.PICK)),
                Ask("their_category", texts.A5_CATEGORY, Choice(FITS, texts.PICK)),
                Ask("their_wish", texts.A6_WISH, Choice((THEIRS,), texts.PICK)),
                Ask("their_place", texts.A7_PLACE, Choice(provinces(size=6), texts.PICK)),
                Ask("link", texts.A3_LINK, Choice((Page((Option("ok", labels.OK),)),), texts.PICK)),
            ),
        ),
    ),
    end=End(texts.A4_LIMIT, (Option("add", labels.ADD_PERSON, Reopens((OTHERS,))), HOME), 2),
    lasts=(OTHERS,),
)
