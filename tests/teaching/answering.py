"""Answers to questions of each kind: all options, or a right one and some that are not."""


def _order(one):
    return [one.right[::-1], "".join(one.options), one.right, one.right[0] + one.right[:0:-1]]


def _match(one):
    return ["1" * len(one.items), one.right[::-1], one.right]


def _number(one):
    return [f"{one.least - 1:g}", f"{one.most + 1:g}", f"{(one.least + one.most) / 2:g}"]


#: Kind -> what gives some answers to a question, the right one among them.
ANSWERS_OF = {"choice": lambda one: list(one.options), "order": _order, "match": _match, "number": _number}
