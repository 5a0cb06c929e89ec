"""Drawings for people: the flowchart, the storyboard, and the commands that write them."""

from pathlib import Path

import pytest

from bot import storyboard as boards
from bot.settings import Unset
from flows.conversation.drawing import mermaid, storyboard
from flows.conversation.kinds import Choice, Several
from flows.conversation.options import Option, Page, Reopens, Says
from flows.conversation.proofs import texts
from flows.conversation.steps import Ask, End, Flow, Repeat, Stop, said
from flows.texts import Text

ASIDE, SMALL = Text("ASIDE", "An aside."), Text("small", "Small")
DONE = Option("done", Text("done", "Done"))
WHICH = Several((Page((Option("cat", Text("cat", 'A "cat"')), DONE), 2),), ASIDE)
SIZE = Choice((Page((Option("small", SMALL), Option("why", SMALL, Says(ASIDE)))),))
BACK = Choice((Page((Option("back", SMALL, Reopens(("which",))),)),))
FLOW = Flow(
    "pets",
    (
        Ask("which", Text("WHICH", "Which ones?"), WHICH),
        Repeat("which", (Ask("size", Text("SIZE", "How big?"), SIZE, when=(said("which", "cat"),)),)),
        Stop(said("which", "done"), End(Text("NONE", "None then."))),
        Ask("sure", Text("SURE", "Sure?"), BACK),
    ),
    End(Text("END", "Thanks.")),
)


def test_a_talk_is_drawn() -> None:
    assert (
        mermaid(FLOW)
        == """flowchart TD
    n1(("pets"))
    n2["which<br/>Which ones?"]
    n1 --> n2
    n3{"one more of which?"}
    n2 --> n3
    subgraph each3["for each of which"]
    n4{"which is cat"}
    n3 -->|yes| n4
    n5["size<br/>How big?"]
    n4 -->|yes| n5
    end
    n5 --> n3
    n4 -->|no| n3
    n6{"which is done"}
    n3 -->|no| n6
    n7(["None then."])
    n6 -->|yes| n7
    n8["sure<br/>Sure?"]
    n6 -->|no| n8
    n8 -.->|back| n2
    n9(["Thanks."])
"""
    )


def test_every_screen_is_shown_with_its_ids() -> None:
    assert (
        storyboard(FLOW, lambda text: text.source.upper())
        == """which · WHICH
WHICH ONES?
| A "CAT" (cat) | DONE (done)
~ ASIDE: AN ASIDE.

size · SIZE · for each of which · if which is cat
HOW BIG?
| SMALL (small)
| SMALL (small) → ASIDE
~ ASIDE: AN ASIDE.

end · NONE · if which is done
NONE THEN.

sure · SURE
SURE?
| SMALL (small) → asks which

end · END
THANKS.
"""
    )


def test_a_storyboard_leaves_no_text_out() -> None:
    for flow in boards.TALKS:
        drawn = storyboard(flow, lambda text: f"<{text.id}>")
        assert [text.id for text in texts([flow]) if f"<{text.id}>" not in drawn] == []


def test_the_commands(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert (boards.listed(), boards.prove(), boards.draw("ps", None)) == (0, 0, 0)
    assert "every way through ends" in capsys.readouterr().out
    assert boards.draw("fa-AF", tmp_path / "new") == 0
    written = (tmp_path / "new" / "papers.md").read_text(encoding="utf-8")
    assert "```mermaid\nflowchart TD" in written
    assert "| ویزا (us_visa) | هیچ‌کدام (none)" in written
    with pytest.raises(Unset, match="there is no language 'fa': use one of en, fa-AF, ps"):
        boards.draw("fa", None)
