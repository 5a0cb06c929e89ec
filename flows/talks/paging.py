"""Many options as screens that stay small: some at a time, with a way on, and one back from the last."""

from flows.conversation.options import Option, Page, Turns
from flows.talks import labels

IN_VIEW = 6


def paged(options: tuple[Option, ...], *last: Option) -> tuple[Page, ...]:
    """The options in their order, never more than six buttons in view; `last` stands below all of them."""
    if len(options) + len(last) <= IN_VIEW:
        return (Page((*options, *last)),)
    size = IN_VIEW - 1
    screens = [options[at : at + size] for at in range(0, len(options), size)]
    back = (Option("back", labels.BACK, Turns(0)), *last)
    if len(screens[-1]) + len(back) > IN_VIEW:
        screens[-1:] = [screens[-1][:-1], screens[-1][-1:]]
    ways = [(Option(f"more{page}", labels.MORE, Turns(page)),) for page in range(1, len(screens))]
    return tuple(Page((*screen, *way)) for screen, way in zip(screens, (*ways, back), strict=True))
