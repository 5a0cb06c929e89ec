"""Those who go along, and those who write for others."""

from flows.texts import Text as _

# Who goes along
P1_ADD = _("P1_ADD", "Who would go with you? Write one name.")
P2_REL = _("P2_REL", "Who is {name} to you?")
P3_AGE = _("P3_AGE", "How old is {name}? A guess is fine.")
P4_MUST = _("P4_MUST", "Would you go without {name}?")
P5_LIST = _("P5_LIST", "Saved: {names}. Add one more?")
P7_SAVED = _("P7_SAVED", "Saved. You can add people at any time.")
P6_CARE = _("P6_CARE", "If you go, will a grown-up stay with {name}?")

# For someone else
A0_NAME = _("A0_NAME", "Who do you write for? One name is enough.")
A1_FOR = _("A1_FOR", "Who are you to this person?")
A2_KNOWS = _("A2_KNOWS", "Does this person know that you write to us?")
A3_LINK = _("A3_LINK", "Send this link to them. Then they can speak for themselves: {link}")
A5_CATEGORY = _("A5_CATEGORY", "Which fits {name} best, as far as you know?")
A6_WISH = _("A6_WISH", "What does {name} want, as far as you know?")
A7_PLACE = _("A7_PLACE", "Which province is {name} in? Only the province, no street.")
A4_LIMIT = _("A4_LIMIT", "Thank you. We have it. We cannot tell you where they are or what they told us.")

# Several phones
J2_LINK = _(
    "J2_LINK", "Open this link on your other phone within 1 day. It works once. Show it to no one: {phone_link}"
)
J3_NUMBER = _("J3_NUMBER", "What is the number that we gave you? It looks like A7K-3MP-C.")
J3_FORM = _("J3_FORM", "Please write only the number, 7 letters and digits, as we gave it to you.")
J4_BORN = _("J4_BORN", "In which year were you born? Any calendar is fine.")
J4_FORM = _("J4_FORM", "Please write only the year, 4 digits.")
J5_COMPARED = _(
    "J5_COMPARED", "Thank you. Until staff have made sure that it is you, nothing of before shows here."
)

# A family on one phone
F1_WHOSE = _("F1_WHOSE", "Who do we talk about now?")
F2_SELF = _("F2_SELF", "Can {name} answer now, in her or his own words?")
F3_ABOUT = _("F3_ABOUT", "About {name}.")
F4_WISH = _("F4_WISH", "{name}, what do you want now?")
F5_MORE = _("F5_MORE", "Saved. What else about {name}?")
READ_TO = _("READ_TO", "Please read this to {name}.")
