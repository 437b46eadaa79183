"""One declaration, one control: a number with slider and box, a choice with a list, or words with room for them."""

from html import escape

import ipywidgets as widgets
import traitlets

from spine_edu import data
from spine_edu.explorer.card import at_step, steps, typed, unit_beside


class NumberControl(widgets.VBox):
    """A `Parameter` as slider and number box, with its help, range and basis underneath.

    Attributes
    ----------
    value : float
        The number; `slider` and `box` follow it and it follows them.
    slider : ipywidgets.FloatSlider
        Stands at the step that is nearest. The browser's half of it sends its own rounding of what Python has set, so
        that only another step counts as a hand's move.
    box : ipywidgets.Text
        Carries the label, so that it has an accessible name. A comma in it is a decimal point, which a number box of a
        browser would leave out. What is not allowed is refused in words, and the box goes back to the last good number.
    """

    value = traitlets.Float()

    def __init__(self, parameter):
        self.declaration = parameter
        unit = unit_beside(parameter)
        name = f"{parameter.label} ({unit})" if unit else parameter.label
        self.box = widgets.Text(_plain(parameter.value), description=name, continuous_update=False)
        self.slider = widgets.FloatSlider(
            parameter.value, min=parameter.low, max=parameter.high, step=parameter.step, readout=False
        )
        self._help = widgets.HTML(_help(parameter))
        self._help.add_class("spine-edu-help")
        super().__init__([self.box, self.slider, self._help], value=parameter.value)
        self.add_class("spine-edu-control")
        self.slider.observe(lambda change: self._slid(change.new), "value")
        self.box.observe(lambda change: self._typed(change.new), "value")

    @traitlets.validate("value")
    def _checked(self, proposal):
        return self.declaration.check(proposal["value"])

    def _step(self, number):
        parameter = self.declaration
        return min(round((number - parameter.low) / parameter.step), steps(parameter))

    def _slid(self, number):
        if self._step(number) != self._step(self.value):
            self.value = at_step(self.declaration, self._step(number))

    def _typed(self, text):
        if text == _plain(self.value):
            return
        try:
            self.value = typed(self.declaration, text)
        except ValueError as error:
            self.box.value = _plain(self.value)
            self._help.value = f'<b role="alert">{escape(str(error))}</b>'
        else:
            self._follow(None)

    @traitlets.observe("value")
    def _follow(self, change):
        self.slider.value = at_step(self.declaration, self._step(self.value))
        self.box.value = _plain(self.value)
        self._tell("")

    def rest(self, why):
        """Say why this control changes nothing now, and take no hand; ``""``: it is to be moved."""
        self.box.disabled = self.slider.disabled = bool(why)
        self._tell(why)

    def _tell(self, why):
        words = _help(self.declaration) + _reason(why)
        if self._help.value != words:
            self._help.value = words


class ChoiceControl(widgets.VBox):
    """A `Choice` as a list, with its help underneath.

    Attributes
    ----------
    value : str
        The chosen option's value.
    list : ipywidgets.Dropdown
    """

    value = traitlets.Unicode()

    def __init__(self, choice):
        self.declaration = choice
        self.list = widgets.Dropdown(
            options=[(option.text, option.value) for option in choice.options],
            value=choice.value,
            description=choice.label,
        )
        self._help = widgets.HTML(escape(choice.help))
        self._help.add_class("spine-edu-help")
        super().__init__([self.list, self._help], value=choice.value)
        self.add_class("spine-edu-control")
        self.list.observe(lambda change: self.set_trait("value", change.new), "value")

    @traitlets.validate("value")
    def _checked(self, proposal):
        return self.declaration.check(proposal["value"])

    @traitlets.observe("value")
    def _follow(self, change):
        # No widgets.link: it is deaf to a value that is written back, because a choice was refused, while it speaks.
        self.list.value = self.value

    def rest(self, why):
        """Say why this control changes nothing now, and take no hand; ``""``: it is to be moved."""
        self.list.disabled = bool(why)
        self._help.value = escape(self.declaration.help) + _reason(why)


class TextControl(widgets.VBox):
    """A `Text` as an area to write in, with its help underneath.

    Attributes
    ----------
    value : str
        The words, as `Text.check` returns them.
    area : ipywidgets.Textarea
    """

    value = traitlets.Unicode()

    def __init__(self, text):
        self.declaration = text
        self.area = widgets.Textarea(text.value, description=text.label, continuous_update=False)
        self._help = widgets.HTML(escape(text.help))
        self._help.add_class("spine-edu-help")
        super().__init__([self.area, self._help], value=text.value)
        self.add_class("spine-edu-control")
        self.area.observe(lambda change: self._written(change.new), "value")

    @traitlets.validate("value")
    def _checked(self, proposal):
        return self.declaration.check(proposal["value"])

    def _written(self, words):
        if words == self.value:
            return
        try:
            self.value = words
        except ValueError as error:
            self._help.value = f'<b role="alert">{escape(str(error))}</b>'
        else:
            self._follow(None)

    @traitlets.observe("value")
    def _follow(self, change):
        self.area.value = self.value
        self.rest("")

    def rest(self, why):
        """Say why this control changes nothing now, and take no hand; ``""``: it is to be written in."""
        self.area.disabled = bool(why)
        words = escape(self.declaration.help) + _reason(why)
        if self._help.value != words:
            self._help.value = words


def control(declaration):
    """Return the control of a `Parameter`, a `Choice` or a `Text`."""
    kinds = {data.Parameter: NumberControl, data.Choice: ChoiceControl, data.Text: TextControl}
    return kinds[type(declaration)](declaration)


def _plain(number):
    return f"{number:.10g}"


def _reason(why):
    return f" <i>{escape(why)}</i>" if why else ""


def _help(parameter):
    tag = data.BASIS_WORDS[parameter.basis]
    return (
        f"{escape(parameter.help)} From {parameter.low:g} to {parameter.high:g}. "
        f'<span class="spine-edu-tag">{tag}</span>'
    )
