// Choices that stand as rows of buttons under a picture: the one that is set is pressed.

import { rest } from "./controls.js";
import { button, element } from "./page.js";

/** @import { Card, CardList, Hand, Host } from "./types.d.ts" */

export class Chips {
  /**
   * @param {string} name
   * @param {Card} card
   * @param {Hand} hand
   * @param {Host} host
   * @param {Element} place
   */
  constructor(name, card, hand, host, place) {
    const { label, options } = /** @type {CardList} */ (card.controls[name]);
    this.group = element("div", "spine-edu-chips", place);
    this.group.setAttribute("role", "group");
    this.group.setAttribute("aria-label", label);
    element("span", "", this.group, label);
    this.name = name;
    this.host = host;
    /** What a press does besides. */
    this.pressed = () => {};
    /** @type {Map<string, HTMLButtonElement>} */
    this.buttons = new Map();
    for (const [value, text] of options)
      this.buttons.set(value, button(this.group, text, () => {
        this.pressed();
        if (host.get(name) !== value) hand.do({ act: "choose", name, value });
      }));
    host.on(`change:${name}`, () => this.put(host.get(name)));
    host.on("change:idle", () => this.rest());
    this.put(host.get(name));
    this.rest();
  }

  /** Buttons that change nothing now say why, and cannot be pressed. */
  rest() {
    rest(this.group, [...this.buttons.values()], this.host.get("idle")[this.name] ?? "");
  }

  /** @param {string} chosen the value whose button is pressed; empty if none is */
  put(chosen) {
    for (const [value, node] of this.buttons) node.setAttribute("aria-pressed", String(value === chosen));
  }
}
