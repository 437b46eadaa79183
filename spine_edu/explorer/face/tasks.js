// Questions that are answered in several moves, or in writing: put in order, match, give a number. Nothing is said
// before the reader asks for it; Python alone knows what is right.

import { decimal, unique } from "./controls.js";
import { KEY } from "./keys.js";
import { button, element } from "./page.js";

/** @import { Asking, Feedback, Hand } from "./types.d.ts" */

/**
 * The frame of a question, named by its number and its stem.
 *
 * @param {Asking} asking
 * @param {Element} parent
 */
export function framed({ number, stem }, parent) {
  const group = element("fieldset", "spine-edu-question", parent), legend = element("legend", "", group);
  element("span", "spine-edu-number", legend, `${number}.`);
  legend.append(" ");
  element("span", "", legend, stem);
  return group;
}

/** @param {Feedback | undefined} feedback */
export function line(feedback) {
  const words = element("p", "", null, feedback?.words);
  words.dataset.right = String(feedback?.right);
  return words;
}

/** What the three kinds share: a button that asks, and a line that answers. */
class Task {
  /**
   * @param {Asking} asking
   * @param {Hand} hand
   * @param {Element} parent
   */
  constructor(asking, hand, parent) {
    this.asking = asking;
    this.key = asking.key;
    this.hand = hand;
    this.said = "";
    this.anew = false;
    /** What Python was told last; what is set now may be on its way from there. @type {string | undefined} */
    this.told = undefined;
    const group = framed(asking, parent);
    this.place = element("div", "spine-edu-task", group);
    this.draw();
    button(this.place, "Check", () => this.check()).classList.add("spine-edu-check");
    this.status = element("div", "spine-edu-feedback", group);
    this.status.setAttribute("role", "status");
  }

  check() {
    const said = this.value(), missing = said === undefined;
    this.anew = !missing;
    if (missing) this.status.replaceChildren(line({ words: this.missing(), right: false }));
    else this.hand.do({ act: "answer", name: this.key, letter: said });
  }

  /**
   * Show what Python was told, and what it says to that.
   *
   * @param {string | undefined} said
   * @param {Feedback | undefined} feedback
   */
  put(said, feedback) {
    if (this.hand.holds(this.key)) return;
    if (said !== this.told) this.set(said);
    this.told = said;
    const words = feedback?.words ?? "";
    if (this.anew || words !== this.said) this.status.replaceChildren(...(feedback ? [line(feedback)] : []));
    this.said = words;
    this.anew = false;
  }

  /** What was said of another answer does not stand beside this one. */
  touched() { this.status.replaceChildren(); }

  // What a kind knows ------------------------------------------------------------------------------------------------

  draw() {}

  /** What is set now, or nothing if it is not whole. @returns {string | undefined} */
  value() { return undefined; }

  /** Show what was said, or the start. @param {string | undefined} said */
  set(said) { void said; }

  /** What to say when something is still missing. */
  missing() { return ""; }
}

/** Things in a list; each can be moved up and down. */
export class Order extends Task {
  draw() {
    this.list = element("ol", "spine-edu-order", this.place);
    /** @type {Map<string, HTMLElement>} */
    this.items = new Map();
    for (const [letter, text] of this.asking.options ?? []) this.items.set(letter, this.item(letter, text));
    this.moved = element("div", "spine-edu-spoken", this.place);
    this.moved.setAttribute("role", "status");
    this.limit();
  }

  /**
   * @param {string} letter
   * @param {string} text
   */
  item(letter, text) {
    const item = element("li", "", this.list);
    element("span", "", item, text);
    for (const [sign, way, by] of /** @type {[string, string, number][]} */ ([["↑", "Up", -1], ["↓", "Down", 1]])) {
      const one = button(item, sign, () => this.move(letter, by));
      one.setAttribute("aria-label", `${way}: ${text}`);
      one.dataset.by = String(by);
    }
    return item;
  }

  /**
   * @param {string} letter
   * @param {number} by
   */
  move(letter, by) {
    const letters = [...this.value()], at = letters.indexOf(letter);
    [letters[at], letters[at + by]] = [letters[at + by], letters[at]];
    const pressed = /** @type {HTMLElement | null} */ (document.activeElement);
    this.set(letters.join(""));
    this.touched();
    const item = this.items?.get(letter);
    // A button at its end is off, and cannot keep the focus: its twin takes it.
    const twin = /** @type {HTMLElement | null} */ (item?.querySelector("button:enabled") ?? null);
    (pressed?.matches(":enabled") && item?.contains(pressed) ? pressed : twin)?.focus();
    this.moved?.replaceChildren(`${item?.firstChild?.textContent}: now ${at + by + 1} of ${letters.length}`);
  }

  limit() {
    for (const item of this.items?.values() ?? []) {
      for (const one of item.querySelectorAll("button")) {
        one.disabled = !(one.dataset.by === "1" ? item.nextElementSibling : item.previousElementSibling);
      }
    }
  }

  value() {
    const there = [...this.list?.children ?? []];
    return [...this.items?.entries() ?? []].sort(([, a], [, b]) => there.indexOf(a) - there.indexOf(b))
      .map(([letter]) => letter).join("");
  }

  /** @param {string | undefined} said */
  set(said) {
    for (const letter of said ?? this.items?.keys() ?? []) this.list?.append(this.items?.get(letter) ?? "");
    this.limit();
  }
}

/** Things, each with a list of labels. */
export class Match extends Task {
  draw() {
    const { items = [], labels = [] } = this.asking;
    this.lists = items.map((text) => {
      const label = element("label", "spine-edu-match", this.place), list = document.createElement("select");
      element("span", "", label, text);
      label.append(list);
      list.addEventListener("change", () => this.touched());
      list.append(new Option("choose", ""), ...labels.map((words, place) => new Option(words, String(place + 1))));
      return list;
    });
  }

  value() {
    const chosen = this.lists?.map((list) => list.value) ?? [];
    return chosen.includes("") ? undefined : chosen.join("");
  }

  /** @param {string | undefined} said */
  set(said) {
    this.lists?.forEach((list, place) => { list.value = said?.[place] ?? ""; });
  }

  missing() { return "Choose one for each line first."; }
}

/** A number, to be typed. */
export class Typed extends Task {
  draw() {
    const label = element("label", "spine-edu-match", this.place);
    element("span", "", label, "Your number");
    this.box = element("input", "", label);
    Object.assign(this.box, { type: "text", inputMode: "decimal", autocomplete: "off", name: unique() });
    element("span", "spine-edu-unit", label, this.asking.unit);
    this.box.addEventListener("input", () => this.touched());
    this.box.addEventListener(KEY, (event) => {
      if (/** @type {CustomEvent<KeyboardEvent>} */ (event).detail.key === "Enter") this.check();
    });
  }

  value() {
    const text = this.box?.value.trim() ?? "";
    return text && Number.isFinite(decimal(text)) ? String(decimal(text)) : undefined;
  }

  /** @param {string | undefined} said */
  set(said) {
    if (this.box) this.box.value = said ?? "";
  }

  missing() { return "Write a number first, such as 12 or 0.5."; }
}
