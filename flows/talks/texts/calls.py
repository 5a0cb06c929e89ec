"""When a person is needed, and what they write."""

from flows.texts import Text as _

# Escalations; those of danger are true only when the staff were in fact told (domain.md §5.4)
E0_HUMAN = _("E0_HUMAN", "A person will read this. {when} You can add more facts now.")
E0_ABOUT = _("E0_ABOUT", "What is it about?")
E1_MEDICAL = _(
    "E1_MEDICAL",
    "We told our staff now. If someone near you can help, ask them first. Who is ill, and what is wrong? "
    "Write a few words.",
)
E2_DANGER = _(
    "E2_DANGER",
    "Do what keeps you safe first. You can put the phone away. We told our staff now. Tap when it is safe to "
    "write.",
)
E3_HELD = _(
    "E3_HELD",
    "We told our staff now. Who is held, and since when? Write only if it is safe. Do not go there because of us.",
)
E4_CHILD = _(
    "E4_CHILD", "We told our staff now. Stay with a grown-up you trust. What is your name and how old are you?"
)
E5_PHONE = _("E5_PHONE", "We stop all notes to that phone now. From this phone, tell us your number or your name.")
E6_PASSPORT = _(
    "E6_PASSPORT",
    "Thank you. We marked it lost. Do not pay anyone for a new one. Staff will tell you the next step.",
)
E6_CALLED = _(
    "E6_CALLED", "Thank you for telling us. Do not pay anyone for a new one. Staff will tell you the next step."
)
E7_SPLIT = _("E7_SPLIT", "We noted that you are apart. Who is missing, and where were you last? Only city names.")
E8_CARE = _("E8_CARE", "Thank you for telling us. Does it change how you can travel? Staff will plan for it.")
E9_DIGITS = _("E9_DIGITS", "Saved as you say. Staff will compare it with the paper. You can go on now.")
E9_MISMATCH = _("E9_MISMATCH", "Two things you sent do not match: {a} and {b}. Which one is right?")
E10_DOUBLE = _("E10_DOUBLE", "We may have you twice. Did you also write from another phone?")
E11_NOTYOU = _(
    "E11_NOTYOU", "We need to check that it is you. Staff will write. Until then we hold the place for you."
)
E12_MONEY = _(
    "E12_MONEY", "Do not pay. Our help is free. Tell us who asked, if it is safe. You do not lose your place."
)
E13_LOST = _("E13_LOST", "I did not get that. Pick one, or send a voice note. A person can help you too.")
E14_DELETE = _("E14_DELETE", "We can delete all you told us. Then we cannot offer you a place. Delete?")
E14_DONE = _(
    "E14_DONE",
    "We locked your facts now. Staff will erase them in {days} day. Write before then to undo.",
    "We locked your facts now. Staff will erase them in {days} days. Write before then to undo.",
    "days",
)
E14_KEPT = _("E14_KEPT", "OK. We keep what you told us.")
E15_ROAD = _("E15_ROAD", "Do not take a risk. Stay safe. What stops you?")
E16_MEDIA = _("E16_MEDIA", "This desk is only for people who need help. Press can write to: {press}")
E17_OTHERLAND = _(
    "E17_OTHERLAND", "Your own country may help you. We can show its contact. We keep your name only if you want."
)
E17_LAND = _("E17_LAND", "Which land are you a citizen of?")
E17_CONTACT = _("E17_CONTACT", "{own_land}: {contact}. Do we keep your name?")
E17_NONE = _("E17_NONE", "We do not have the contact of that land. Do we keep your name?")
E18_WHO = _("E18_WHO", "Who has died? One tap or a name is enough.")
E18_DEATH = _("E18_DEATH", "We are so sorry. We will stop notes for {name}. Do you need help for the others?")
E19_FORCE = _(
    "E19_FORCE", "You decide for yourself. No one may force you to go or to stay. Do you want a private talk?"
)
E20_LATE_NO = _("E20_LATE_NO", "Saved: you do not go. Thank you for telling us. You stay on our list.")

# A person of the staff
C1_NOTE = _("C1_NOTE", "A person wrote to you:")
C2_SENT = _("C2_SENT", "Your words are with our staff.")
C3_BACK = _("C3_BACK", "The person who wrote to you is done for now. You can go on here.")
