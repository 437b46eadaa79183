"""One state of an explorer beside the text that speaks of it: a picture with its sentence, and nothing to move."""


class Still:
    """A look at another state of an explorer, which itself stays as it is.

    Parameters
    ----------
    session : spine_edu.explorer.session.Session
        A session of its own, in the state that is shown.
    caption : str
        What is special about this state.
    """

    def __init__(self, session, caption):
        self.session, session.still_of = session, caption

    def __str__(self):
        return with_caption(self.session)

    def table(self):
        """Return the numbers of this state as a `spine_edu.tables.Table`."""
        return self.session.table()

    def _repr_mimebundle_(self, **kwargs):
        return self.session._repr_mimebundle_(**kwargs)


def still(session, scenario, limit, beside, settings):
    """Bring a new session into a state, and return it as a `Still`; see `spine_edu.explorer.session.Session.still`."""
    if beside is not None:
        start = vars(session.state)
        session.set(**beside) if isinstance(beside, dict) else session.scenario(beside)
        session.hold()
        session.set(**start)
    captions = []
    if scenario is not None:
        session.scenario(scenario)
        captions.append(session.scenario_name)
    if limit is not None:
        session.show_limit(limit)
        captions.append("A limit of this model")
    if settings:
        session.set(**settings)
        declared = session.state.declarations()
        captions += [f"{declared[name].label}: {declared[name].format(value)}" for name, value in settings.items()]
    return Still(session, ", ".join(captions) or "As it starts")


def sentence(session):
    """Return what is said under a still: what its limit or preset shows, and what is described."""
    return " ".join(filter(None, [session.said, session.describe()]))


def with_caption(session):
    """Return what is said where nothing else tells which state this is: its caption, and `sentence`."""
    return f"{session.still_of}. {sentence(session)}"
