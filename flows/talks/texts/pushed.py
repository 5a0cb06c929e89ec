"""What may come unasked, onto a locked screen or into other hands: neutral words only (domain.md §5.5, 1)."""

from flows.texts import Text as _

# Something waits
O1_PUSH = _("O1_PUSH", "You have 1 new note. Tap to read it when you are alone.")
O1_REMIND = _("O1_REMIND", "You still have 1 note to answer.")
O1_URGENT = _("O1_URGENT", "You have 1 new note. Please read it soon.")

# After trouble of ours
C4_AGAIN = _("C4_AGAIN", "We could not hear you for a while. Your last tap may be lost. Go on?")
C5_GAP = _(
    "C5_GAP", "We could not hear you for more than one day. What you wrote may be lost. Please send it again."
)
C6_NOTICED = _("C6_NOTICED", "Our staff can see that it did not work.")
X1_RETRY = _("X1_RETRY", "That did not work. Please send it once more.")

PUSHED = (O1_PUSH, O1_REMIND, O1_URGENT, C4_AGAIN, C5_GAP, C6_NOTICED, X1_RETRY)
