"""Those who would go along, and whom one would not leave behind (domain.md §5.4, P; §1.3, 9 to 11)."""

from flows.conversation.kinds import Choice
from flows.conversation.lists import Listing
from flows.conversation.options import Option, Page, Reopens, Turns
from flows.conversation.steps import Ask, End, Flow, Repeat, said
from flows.talks import labels, texts
from flows.talks.names import AGES, RELATIONS
from flows.talks.own_word import OWN_WORD
from flows.talks.registration import NAME, name
from flows.talks.wish import HOME, NEXT, SKIP

MEMBERS = "members"
ASKED = ("spouse", "child", "parent", "sibling", "other")
MINORS = ("0-1", "2-5", "6-11", "12-17")
POLICY_FAMILY = ("spouse", "child", "stepchild")
SURE = Page((Option("yes", labels.YES), Option("no", labels.NO), Option("unsure", labels.NOT_SURE)), 3)
SELDOM = ("stepchild", "grandparent", "guardian")
RELATED = Choice(
    (
        Page((*(Option(key, RELATIONS[key]) for key in ASKED), Option("more", labels.MORE, Turns(1))), 2),
        Page((*(Option(key, RELATIONS[key]) for key in SELDOM), Option("back", labels.BACK, Turns(0))), 2),
    ),
    texts.PICK,
)
AGED = Page(tuple(Option(key, label) for key, label in AGES.items()), 3)
NO_MORE = Page((Option("done", labels.DONE), SKIP), 2)
ONE_MORE = Page(
    (Option("add", labels.ADD, Reopens((MEMBERS, "more_members"))), Option("done", labels.DONE)),
    2,
)

PEOPLE = Flow(
    "people",
    (
        Ask(MEMBERS, texts.P1_ADD, Listing((NO_MORE,), texts.TOO_LONG_NAME, name)),
        Repeat(
            MEMBERS,
            (
                NAME,
                Ask("relation", texts.P2_REL, RELATED),
                Ask("age", texts.P3_AGE, Choice((AGED,), texts.PICK)),
                Ask("go_without", texts.P4_MUST, Choice((SURE,), texts.PICK)),
                # Only who would leave a child behind is asked who stays with it.
                Ask(
                    "care",
                    texts.P6_CARE,
                    Choice((SURE,), texts.PICK),
                    when=(said("go_without", "yes", "unsure"), said("age", *MINORS)),
                ),
                *OWN_WORD,
            ),
        ),
        Ask("more_members", texts.P5_LIST, Choice((ONE_MORE,), texts.PICK)),
    ),
    end=End(texts.P7_SAVED, (NEXT, HOME), 2),
    lasts=(MEMBERS, "more_members"),
)
