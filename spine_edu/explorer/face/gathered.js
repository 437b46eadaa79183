// Lists with the same options that share one place: one list says which of them another one sets. Twenty lists in a row
// are no way for a keyboard; and what is small in a picture under a finger is set here just as well.

import { help, labelled } from "./controls.js";

/** @import { Card, CardList, Control, Hand } from "./types.d.ts" */

export class Gathered {
  /**
   * @param {{ which: string, names: string[] }} gathered
   * @param {Card} card
   * @param {Hand} hand
   * @param {Element} parent
   */
  constructor({ which, names }, card, hand, parent) {
    const lists = /** @type {Record<string, CardList>} */ (card.controls), { label } = lists[which];
    this.lists = lists;
    /** Says which of them. */
    this.which = document.createElement("select");
    /** Sets that one. */
    this.set = document.createElement("select");
    for (const name of names) this.which.append(new Option(lists[name].label, name));
    for (const [value, text] of lists[names[0]].options) this.set.append(new Option(text, value));
    this.place = labelled(parent, label, this.which);
    this.place.classList.add("spine-edu-choice");
    this.which.after(this.set);
    const told = help(this.place, lists[names[0]].help, "");
    for (const one of [this.which, this.set]) one.setAttribute("aria-describedby", told);
    /** @type {Map<string, string>} what each is set to */
    this.values = new Map();
    /** @type {Map<string, string>} why each changes nothing now */
    this.why = new Map();
    const { place } = this;
    /** @type {Map<string, Control>} */
    this.controls = new Map(names.map((name) => [name,
      { place, put: (value) => this.put(name, String(value)), rest: (why) => { this.why.set(name, why); } }]));
    let followed = "";
    this.controls.set(which, { place, put: (value) => this.turn(String(value)), rest: (why) => { followed = why; } });
    this.names = names;
    this.which.addEventListener("change", () => {
      this.look();
      // Where the picture does not follow, this list alone knows which.
      if (!followed) hand.do({ act: "choose", name: which, value: this.which.value });
    });
    this.set.addEventListener("change", () =>
      hand.do({ act: "choose", name: this.which.value, value: this.set.value }));
    this.look();
  }

  /** One of them has another value: the first list says so, too. @param {string} name @param {string} value */
  put(name, value) {
    this.values.set(name, value);
    const { label, options } = this.lists[name], text = options.find(([one]) => one === value)?.[1];
    const words = value === options[0][0] ? label : `${label} (${text})`;
    const node = this.which.options[this.names.indexOf(name)];
    if (node.text !== words) node.text = words;
    if (name === this.which.value) this.look();
  }

  /** Another one is looked at in the picture. @param {string} name */
  turn(name) {
    if (!this.names.includes(name) || this.which.value === name) return;
    this.which.value = name;
    this.look();
  }

  look() {
    const name = this.which.value, value = this.values.get(name) ?? "";
    this.set.setAttribute("aria-label", this.lists[name].label);
    if (this.set.value !== value) this.set.value = value;
  }

  /** Where none of them changes anything, they are out of sight. @param {boolean} open */
  show(open) {
    this.place.hidden = !open || this.names.every((name) => this.why.get(name));
  }
}
