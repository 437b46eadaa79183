// Controls: a number as a box and a slider, a choice as a list, words as room to write, each with its label and help.

import { element } from "./page.js";

/** @import { Card, CardList, CardNumber, CardText, Control, Hand } from "./types.d.ts" */

let count = 0;

/** A name that no other element of the page has. */
export const unique = () => `spine-edu-${(count += 1)}-${Math.random().toString(36).slice(2, 7)}`;

/**
 * Help, folded to one line until it is asked for.
 *
 * @param {Element} parent
 * @param {string} words
 * @param {string} tag on what the number rests; empty for what the reader sets freely
 */
export function help(parent, words, tag) {
  const folded = element("details", "spine-edu-help", parent);
  const line = element("summary", "", folded, words);
  if (tag) element("span", "spine-edu-tag", line, tag);
  line.id = unique();
  return line.id;
}

/**
 * A control that changes nothing now says why, and cannot be moved.
 *
 * @param {Element} box
 * @param {(HTMLInputElement | HTMLSelectElement | HTMLButtonElement | HTMLTextAreaElement)[]} nodes
 * @param {string} why
 */
export function rest(box, nodes, why) {
  let line = box.querySelector(".spine-edu-idle");
  if ((line?.textContent ?? "") === why) return;
  line ??= element("p", "spine-edu-idle", box);
  line.textContent = why;
  line.id ||= unique();
  for (const node of nodes) {
    const others = (node.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => id !== line.id);
    node.setAttribute("aria-describedby", [...others, ...(why ? [line.id] : [])].join(" "));
    node.disabled = Boolean(why);
  }
}

/**
 * A form of its own. Chrome looks through all of the form that a moved control belongs to, and where there is none,
 * through every control of the page: at each move, before its answer is painted.
 *
 * @param {string} className
 * @param {Element} parent
 */
export function alone(className, parent) {
  const form = element("form", className, parent);
  // Outside of a dialog such a form sends nothing anywhere.
  form.method = "dialog";
  return form;
}

/**
 * A box with a label over what it names.
 *
 * @param {Element} parent
 * @param {string} words
 * @param {HTMLElement} input
 */
export function labelled(parent, words, input) {
  const box = alone("spine-edu-control", parent);
  const line = element("div", "spine-edu-line", box);
  const label = element("label", "", line, words);
  input.id = label.htmlFor = unique();
  line.append(input);
  return box;
}

/**
 * A list of options.
 *
 * @param {Element} parent
 * @param {string} words
 * @param {[value: string, text: string][]} options
 */
export function list(parent, words, options) {
  const node = document.createElement("select");
  for (const [value, text] of options) node.append(new Option(text, value));
  return { node, box: labelled(parent, words, node) };
}

/**
 * A short list of options in a row of other things.
 *
 * @param {Element} parent
 * @param {string} words
 * @param {[value: string, text: string][]} options
 */
export function inline(parent, words, options) {
  const label = element("label", "spine-edu-inline", parent, `${words} `);
  const node = document.createElement("select");
  for (const [value, text] of options) node.append(new Option(text, value));
  label.append(node);
  return node;
}

/** @implements {Control} */
class Choice {
  /**
   * @param {string} name
   * @param {CardList} card
   * @param {Hand} hand
   * @param {Element} parent
   */
  constructor(name, card, hand, parent) {
    const { node, box } = list(parent, card.label, card.options);
    this.place = box;
    box.classList.add("spine-edu-choice");
    this.node = node;
    node.setAttribute("aria-describedby", help(box, card.help, ""));
    node.addEventListener("change", () => hand.do({ act: "choose", name, value: node.value }));
  }

  /** @param {string | number} value */
  put(value) {
    if (this.node.value !== String(value)) this.node.value = String(value);
  }

  /** @param {string} why */
  rest(why) {
    rest(this.place, [this.node], why);
  }
}

/** A number as people write it: see `decimal` in card.py. */
const AS_WRITTEN = /^[+−-]?(\d+[.,]?\d*|[.,]\d+)(e[+−-]?\d+)?$/i;

/** The number that a reader has typed; a comma may stand for the decimal point. @param {string} text */
export const decimal = (text) => Number(text.replace(",", ".").replace("−", "-"));

/** A number as it stands in a box: ten digits at most, none too many. @param {number} value */
const written = (value) => String(Number(value.toPrecision(10)));

/** @implements {Control} */
class Quantity {
  /**
   * @param {string} name
   * @param {CardNumber} card
   * @param {Hand} hand
   * @param {Element} parent
   */
  constructor(name, card, hand, parent) {
    this.card = card;
    this.name = name;
    this.hand = hand;
    /** How far the slider goes now. */
    this.most = card.high;
    /** @type {number | undefined} */
    this.given = undefined;
    const words = card.unit ? `${card.label} (${card.unit})` : card.label;
    this.box = document.createElement("input");
    Object.assign(this.box, { type: "text", inputMode: "decimal", autocomplete: "off" });
    const place = this.place = labelled(parent, words, this.box);
    this.slider = element("input", "spine-edu-slider", place);
    Object.assign(this.slider, { type: "range", min: 0, max: card.steps, step: 1 });
    this.slider.setAttribute("aria-label", words);
    this.alarm = element("p", "spine-edu-refused", place);
    this.alarm.setAttribute("role", "alert");
    this.alarm.id = unique();
    const tag = card.basis === "invented for teaching" ? "" : card.basis;
    const described = help(place, `${card.help} ${card.range}`, tag);
    for (const one of [this.box, this.slider]) one.setAttribute("aria-describedby", `${described} ${this.alarm.id}`);
    this.slider.addEventListener("input", () => this.slid());
    this.box.addEventListener("change", () => this.typed());
    this.box.addEventListener("keydown", (event) => { if (event.key === "Enter") this.typed(); });
  }

  /** The slider's own value in words, on its grid. */
  slid() {
    const step = Number(this.slider.value), { low, high } = this.card;
    this.say(Math.min(low + step * this.card.step, high));
    this.refuse("");
    this.hand.do({ act: "move", name: this.name, step });
  }

  typed() {
    if (this.box.value === this.shown) return;
    const text = this.box.value, number = decimal(text);
    const { low, high, range, label } = this.card;
    // Python would refuse it too, but could not say so at the box.
    const beyond = number < low || number > high ? "outside the range" : "";
    const is = AS_WRITTEN.test(text.trim()) ? beyond : "not a number";
    if (is) {
      this.box.value = this.shown ?? "";
      this.refuse(`${label}: ${text} is ${is}. ${range}`);
      return;
    }
    this.refuse("");
    this.hand.do({ act: "type", name: this.name, text });
  }

  /** @param {number} value */
  say(value) {
    this.shown = written(value);
    this.box.value = this.shown;
    this.slider.setAttribute("aria-valuetext", `${this.shown} ${this.card.unit}`.trim());
  }

  /** @param {string | number} value */
  put(value) {
    // What was refused before is said no more once something else is set.
    if (this.given !== undefined && this.given !== Number(value)) this.refuse("");
    this.given = Number(value);
    const shown = Math.min(this.given, this.most);
    const step = String(Math.round((shown - this.card.low) / this.card.step));
    // Writing what is there already would have the browser lay out a row of sliders at each move of one.
    if (this.slider.value !== step) this.slider.value = step;
    // What was typed stands in the box already, and is what comes back if the next words are refused.
    if (this.box.value !== written(shown) || this.shown !== written(shown)) this.say(shown);
  }

  /** @param {string} why */
  rest(why) {
    rest(this.place, [this.box, this.slider], why);
  }

  /** @param {number} [most] the highest value that the slider takes now */
  reach(most = this.card.high) {
    if (most === this.most) return;
    const { low, step, steps } = this.card;
    this.most = most;
    this.slider.max = String(Math.min(steps, Math.round((most - low) / step)));
    if (this.given !== undefined) this.put(this.given);
  }

  /** @param {string} words why a typed number was refused; empty if it was not */
  refuse(words) {
    this.alarm.textContent = words;
    this.box.setAttribute("aria-invalid", String(Boolean(words)));
  }
}

/** Words as Python keeps them: on one line, with single spaces. @param {string} words */
const kept = (words) => words.trim().replace(/\s+/g, " ");

/** @implements {Control} */
class Writing {
  /**
   * @param {string} name
   * @param {CardText} card
   * @param {Hand} hand
   * @param {Element} parent
   */
  constructor(name, card, hand, parent) {
    this.node = document.createElement("textarea");
    Object.assign(this.node, { rows: 5, maxLength: card.most, spellcheck: false, autocomplete: "off" });
    this.place = labelled(parent, card.label, this.node);
    this.full = element("p", "spine-edu-refused", this.place);
    this.full.setAttribute("role", "status");
    this.node.setAttribute("aria-describedby", help(this.place, card.help, ""));
    this.node.addEventListener("input", () => {
      const { value } = this.node;
      this.full.textContent = value.length < card.most ? "" : `It holds ${card.most} letters; more is cut off.`;
      hand.do({ act: "write", name, value });
    });
  }

  /** Who is writing keeps his own spaces, and his place in the words. @param {string | number} value */
  put(value) {
    if (kept(this.node.value) !== kept(String(value))) this.node.value = String(value);
  }

  /** @param {string} why */
  rest(why) {
    rest(this.place, [this.node], why);
  }
}

/**
 * A control of the card.
 *
 * @param {string} name
 * @param {Card} card
 * @param {Hand} hand
 * @param {Element} parent
 * @returns {Control}
 */
export function control(name, card, hand, parent) {
  const one = card.controls[name];
  if ("most" in one) return new Writing(name, one, hand, parent);
  return "options" in one ? new Choice(name, one, hand, parent) : new Quantity(name, one, hand, parent);
}
