"""The own word of each grown-up of a family that shares a phone (domain.md §2.2; §5.3, F2).

What somebody wants only they say: who has the phone is asked to hand it over, and says when they did not.
"""

from flows.conversation.kinds import Choice
from flows.conversation.options import Option, Page
from flows.conversation.steps import Ask, said
from flows.talks import labels, texts
from flows.talks.wish import WISHES

GROWN_UP = ("18-20", "21+")
NOW_OR_LATER = Page((Option("yes", labels.YES), Option("later", labels.NOT_NOW)), 2)
WHO_SPEAKS = Page(
    (
        Option("self", labels.I_AM, also=frozenset({"i am", "it is me", "خودم", "خودم هستم", "زه یم"})),
        Option("other", labels.I_WRITE_FOR, also=frozenset({"i write for", "من می نویسم", "زه لیکم"})),
    )
)
# Who is asked it is there, and has not left.
WANTED = Page(tuple(option for option in WISHES if option.key != "LEFT"))

SELF = Ask("self", texts.F2_SELF, Choice((NOW_OR_LATER,), texts.PICK), when=(said("age", *GROWN_UP),))
SPEAKS = Ask("speaks", texts.I7_OTHERSAY, Choice((WHO_SPEAKS,), texts.PICK), when=(said("self", "yes"),))
OWN_WISH = Ask("own_wish", texts.F4_WISH, Choice((WANTED,), texts.PICK), when=(said("speaks", "self"),))
OWN_WORD = (SELF, SPEAKS, OWN_WISH)
