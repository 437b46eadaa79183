// What is pulled from one thing of a picture to another is chosen here from two lists, and done by a press: the way of
// the keyboard, and of who cannot pull.

import { list } from "./controls.js";
import { button, element } from "./page.js";

/** @import { Card, Hand, Things } from "./types.d.ts" */

export class Joining {
  /**
   * @param {[from: string, to: string, does: string]} words labels of the lists, and what a press does
   * @param {Card} card
   * @param {Hand} hand
   * @param {Element} parent
   */
  constructor([from, to, does], card, hand, parent) {
    this.card = card;
    this.place = element("div", "spine-edu-joining", parent);
    this.lists = [from, to].map((words) => list(this.place, words, []).node);
    this.press = button(this.place, does, () => {
      const [start, end] = this.lists.map((node) => node.value);
      hand.do({ act: "pull", start, end });
    });
    for (const node of this.lists) node.addEventListener("change", () => this.agree());
    this.place.hidden = true;
  }

  /**
   * Only what is a control is joined to another here, and not to a tray, into which things are pulled, too.
   *
   * @param {Things} touches
   */
  show({ names = {} }) {
    const { card, lists, place } = this, there = [...new Set(Object.values(names))];
    const joins = there.length > 1 && there.every((name) => name in card.controls);
    place.hidden = !joins;
    if (!joins || there.join() === [...lists[0].options].map(({ value }) => value).join()) return;
    for (const [at, node] of lists.entries()) {
      const before = node.value;
      node.replaceChildren(...there.map((name) => new Option(card.controls[name].label, name)));
      node.value = there.includes(before) ? before : there[at];
    }
    this.agree();
  }

  /** Nothing leads to itself. */
  agree() {
    const [start, end] = this.lists.map((node) => node.value);
    this.press.disabled = start === end;
  }
}
