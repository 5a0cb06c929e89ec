"""The talks that ask nothing: the menu, the status, a case that waits, and the way out when lost."""

from flows.conversation.kinds import Choice
from flows.conversation.options import Calls, Leads, Opens, Option, Page, Rests, Says
from flows.conversation.steps import Ask, End, Flow
from flows.talks import calling, labels, texts
from flows.talks.registration import LANGUAGES
from flows.talks.wish import HOME

A_PERSON = Option("person", labels.A_PERSON, Calls("E22", "P2"))
VOICE = Option("voice", labels.VOICE, Says(texts.H3_VOICE))


def home(people: str) -> Flow:
    """The menu, whose button for those who go along opens this talk."""
    options = (
        Option("wish", labels.MY_WISH, Opens("wish")),
        Option("papers", labels.MY_PAPERS, Opens("papers")),
        Option("people", labels.MY_PEOPLE, Opens(people)),
        Option("status", labels.MY_STATUS, Opens("status")),
        A_PERSON,
        Option("language", labels.LANGUAGE_WORD, Opens("language")),
        Option("safety", labels.KEEP_SAFE, Opens("safety")),
        Option("more", labels.MORE, Opens("more")),
    )
    return Flow("home", (), end=End(texts.H1_MENU, options, 2))


HOME_MENU = home("people")
HOME_OF_FAMILY = home("family")  # of who has listed somebody
MORE_MENU = Flow(
    "more",
    (),
    end=End(
        texts.H1_MENU,
        (
            Option("needs", labels.MY_NEEDS, Opens("needs")),
            Option("contact", labels.MY_CONTACT, Opens("contact")),
            Option("case_numbers", labels.MY_CASES, Opens("case_numbers")),
            Option("reach", labels.MY_REACH, Opens("reach")),
            Option("phone", labels.ANOTHER_PHONE, Opens("phone")),
            Option("others", labels.OTHER_PERSON, Opens("others")),
            Option("reader", labels.HELP_READING, Opens("reading")),
            calling.MENU,
            Option("next", labels.ADD_MORE, Leads()),
            HOME,
        ),
        2,
    ),
)
CHANGE_WISH = Option("change", labels.CHANGE, Opens("wish"))
STATUS = Flow("status", (), end=End(texts.H2_STATUS, (CHANGE_WISH, HOME), 2, protects=True))
EXPLAINED = Flow(
    "status",
    (),
    end=End(texts.H2_STATUS, (Option("why", labels.WHY, Opens("ready")), CHANGE_WISH, HOME), 2, protects=True),
)  # of whom it is known whether they are ready
LOST = Flow(
    "lost",
    (),
    end=End(texts.E13_LOST, (Option("menu", labels.MENU, Rests()), A_PERSON, VOICE), 3),
)
LANGUAGE = Flow(
    "language",
    (Ask("language", texts.S1_LANG, Choice((Page(LANGUAGES),), texts.PICK)),),
    end=End(texts.X8_LANG),
    returns=True,
)
