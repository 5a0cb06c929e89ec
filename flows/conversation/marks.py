"""What of a person's standing may be stored: which options they chose, and of all else only that it was said."""

from collections.abc import Mapping
from dataclasses import replace

from flows.conversation.kind import GIVEN, Kind
from flows.conversation.standing import Answers, Standing
from flows.facts import Value

Kinds = Mapping[str, Kind]


def marked(standing: Standing, kinds: Kinds) -> Standing:
    """The standing with a mark for every answer that is not an option; it decides whatever it decided before.

    kinds: by the question's own name, which means the same in every talk; an answer to no known question is
    marked too. The words of the staff stay while they wait behind a Read button: nobody else here has them.
    """
    answers = {talk: _marked(given, kinds) for talk, given in standing.answers.items()}
    return replace(standing, answers=answers, known=_marked(standing.known, kinds))


def _marked(answers: Answers, kinds: Kinds) -> Answers:
    kept: dict[str, Value] = {}
    for question, value in answers.items():
        kind = kinds.get(question) or kinds.get(question.rpartition(".")[2])
        if kind is None:
            kept[question] = GIVEN
        else:
            # Nearly every answer is an option, and every turn comes by here.
            kept[question] = value if value in kind.stays else kind.kept(value)
    return kept
