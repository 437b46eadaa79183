// The buttons of an explorer, and the quiet menu that one of them opens.

import { Aloud } from "./aloud.js";
import { button, element } from "./page.js";
import { PANELS } from "./panels.js";

/** @import { Card, Hand, Host } from "./types.d.ts" */

/** What follows the state as long as it is open. @typedef {() => void} Follow */

export class Folds {
  /**
   * @param {Host} host
   * @param {Hand} hand
   * @param {Card} card
   * @param {Element} row where the buttons stand
   * @param {Element} el where they open what they open
   * @param {() => string} told what is told under the picture now
   */
  constructor(host, hand, card, row, el, told) {
    this.host = host;
    this.hand = hand;
    this.card = card;
    this.told = told;
    /** @type {Aloud | undefined} */
    this.aloud = undefined;
    this.opened = "";
    this.filled = "";
    /** @type {Follow | undefined} */
    this.follow = undefined;
    /** @type {Map<string, { node: HTMLButtonElement, show: (place: HTMLElement) => Follow }>} */
    this.openers = new Map();
    this.place = element("div", "spine-edu-folded", el);
    this.place.hidden = true;
    const ask = button(row, "Predict", () => hand.do({ act: "ask" }));
    const offer = () => {
      const { phase, said } = host.get("prediction");
      ask.hidden = !card.ask || Boolean(said) || phase === "asked";
      if (phase === "asked" && this.opened) this.toggle(this.opened);
    };
    offer();
    host.on("change:prediction", offer);
    button(row, "Start again", () => hand.do({ act: "reset" }));
    this.opener(row, "More", (place) => this.menu(place));
    host.on("change:panels change:held change:look", () => this.follow?.());
  }

  /** @param {HTMLElement} place */
  desk(place) {
    return { host: this.host, hand: this.hand, card: this.card, place };
  }

  /**
   * A button that opens something, and closes it again.
   *
   * @param {Element} row
   * @param {string} words
   * @param {(place: HTMLElement) => Follow} show
   */
  opener(row, words, show) {
    const node = button(row, words, () => this.toggle(words));
    node.setAttribute("aria-expanded", "false");
    this.openers.set(words, { node, show });
  }

  /** @param {string} words what to open, or to close if it is open */
  toggle(words) {
    this.aloud?.stop();
    this.opened = this.opened === words ? "" : words;
    for (const [name, { node }] of this.openers) node.setAttribute("aria-expanded", String(name === this.opened));
    this.place.replaceChildren();
    this.place.hidden = !this.opened;
    this.fill("");
    this.follow = this.openers.get(this.opened)?.show(this.place);
  }

  /** @param {string} name the panel that Python is to fill now, if there is one, instead of another */
  fill(name) {
    if (this.filled) this.hand.do({ act: "panel", closed: this.filled });
    this.filled = name;
  }

  /**
   * Acts that are done at once, and names of panels.
   *
   * @param {HTMLElement} place
   * @returns {Follow}
   */
  menu(place) {
    const { hand, host } = this;
    const row = element("div", "spine-edu-menu", place), panel = element("div", "spine-edu-panel", place);
    button(row, "Undo", () => hand.do({ act: "undo" }));
    const hold = button(row, "Hold as A", () => hand.do({ act: "hold" }));
    const release = button(row, "Release A", () => hand.do({ act: "release" }));
    this.aloud = new Aloud(row, this.told);
    const follow = this.panels(row, panel);
    const refresh = () => {
      // A button that hides while it has the keyboard hands it on; the page would otherwise begin anew at its top.
      if (document.activeElement === release && !host.get("held")) hold.focus();
      release.hidden = !host.get("held");
      follow();
    };
    refresh();
    return refresh;
  }

  /**
   * @param {Element} row
   * @param {HTMLElement} place
   * @returns {Follow}
   */
  panels(row, place) {
    /** @type {Follow | undefined} */
    let follow;
    const shown = Object.entries(PANELS).filter(([, { has }]) => has(this.card));
    // A long panel scrolls inside itself, by the keyboard too.
    place.tabIndex = 0;
    place.setAttribute("role", "region");
    const openers = shown.map(([words, { show, python }]) => {
      const node = button(row, words, () => {
        const open = node.getAttribute("aria-expanded") !== "true";
        for (const one of openers) one.setAttribute("aria-expanded", String(open && one === node));
        place.replaceChildren();
        place.setAttribute("aria-label", words);
        this.fill(open ? python : "");
        follow = open ? show(this.desk(place)) : undefined;
      });
      node.setAttribute("aria-expanded", "false");
      return node;
    });
    return () => follow?.();
  }
}
