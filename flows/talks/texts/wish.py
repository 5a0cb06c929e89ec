"""What a person wants."""

from flows.texts import Text as _

I0_WISH = _("I0_WISH", "What do you want now?")
I1_STILL = _("I1_STILL", "Last time you said: {wish}. Is it still so?")
I2_WHY = _("I2_WHY", "What holds you back? You may skip this.")
I3_SAVED = _("I3_SAVED", "Saved: {wish}. You can change your mind at any time. It does not hurt your place.")
I4_STAY = _(
    "I4_STAY",
    "OK. You want to stay. We will ask again in {days} day. You can write at any time.",
    "OK. You want to stay. We will ask again in {days} days. You can write at any time.",
    "days",
)
I5_LEFT = _("I5_LEFT", "Good to know. Which land are you in now? Only the land, no street.")
I6_CONFLICT = _("I6_CONFLICT", "Someone told us about you. We want to hear it from you. What do you want?")
I8_LATER = _("I8_LATER", "When could you go? A guess is fine.")
I7_OTHERSAY = _("I7_OTHERSAY", "Are you {name}, or do you write for {name}?")
