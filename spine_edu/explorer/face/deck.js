// A lesson on the whole window: one explorer or question at a time, by arrow keys or a clicker. Notes are for a second
// window.

import { KEY, keepKeys } from "./keys.js";
import { button, element } from "./page.js";

/** @import { Model } from "./types.d.ts" */
/** @typedef {{ title: string, names: string[], notes: string }} DeckCard */

/** What a clicker sends, and what a keyboard without one has for it. @type {Record<string, number>} */
const TURNS = { PageDown: 1, PageUp: -1, ArrowRight: 1, ArrowLeft: -1 };

/** What uses arrow keys and letters itself. */
const USES_KEYS = "input, select, textarea, summary, canvas, [role=slider], .spine-edu-place";

/** What lifts the veil: a prediction that is kept is shown beside what is so; else one would rather look. */
const LIFTS = ".spine-edu-uncover:not([hidden]), .spine-edu-ask:not([hidden]) .spine-edu-buttons > button:last-child";

class Deck {
  /**
   * @param {Model<any>} model
   * @param {HTMLElement} el
   */
  constructor(model, el) {
    this.model = model;
    this.card = /** @type {DeckCard} */ (model.get("card"));
    this.at = -1;
    /** @type {Map<number, HTMLElement>} */
    this.shown = new Map();
    el.classList.add("spine-edu-deck");
    this.opener = button(el, `Present: ${this.card.title}`, () => this.open());
    this.screen = element("div", "spine-edu-screen", el);
    this.screen.popover = "manual";
    this.screen.tabIndex = -1;
    this.screen.setAttribute("role", "region");
    this.screen.setAttribute("aria-label", this.card.title);
    this.stage = element("div", "spine-edu-slide", this.screen);
    const bar = element("div", "spine-edu-deck-bar", this.screen);
    this.back = button(bar, "‹ Back", () => this.turn(-1));
    this.next = button(bar, "Next ›", () => this.turn(1));
    this.where = element("span", "", bar);
    this.where.setAttribute("role", "status");
    button(bar, "New class", () => model.send({ act: "new class" }));
    if (this.card.notes) button(bar, "Notes", () => this.notes());
    button(bar, "Leave", () => this.leave());
    this.screen.addEventListener(KEY, (event) =>
      this.press(/** @type {CustomEvent<KeyboardEvent>} */ (event).detail));
    // A click beside everything leaves the keyboard to the page.
    this.strayed = (/** @type {KeyboardEvent} */ event) => {
      if (event.target === document.body && this.isOpen && this.press(event)) event.stopImmediatePropagation();
    };
    window.addEventListener("keydown", this.strayed, true);
    keepKeys();
  }

  get isOpen() {
    return this.screen.matches(":popover-open");
  }

  open() {
    this.screen.showPopover();
    this.show(Math.max(0, this.at));
  }

  leave() {
    this.screen.hidePopover();
    this.opener.focus();
  }

  /** @param {number} by */
  turn(by) {
    const to = this.at + by;
    if (to >= 0 && to < this.card.names.length) this.show(to);
  }

  /** @param {number} at */
  async show(at) {
    this.at = at;
    const { names } = this.card;
    this.where.textContent = `${at + 1} of ${names.length}: ${names[at]}`;
    this.back.disabled = at === 0;
    this.next.disabled = at === names.length - 1;
    for (const [place, node] of this.shown) node.hidden = place !== at;
    this.stage.scrollTop = 0;
    this.screen.focus({ preventScroll: true });
    if (!this.shown.has(at)) await this.draw(at);
  }

  /** A slide is drawn when it is first seen. @param {number} at */
  async draw(at) {
    const place = element("div", "", this.stage), { widget_manager: manager } = this.model;
    this.shown.set(at, place);
    const slide = await manager.get_model(this.model.get("slides")[at].replace("IPY_MODEL_", ""));
    place.append((await manager.create_view(slide)).el);
  }

  /** @param {KeyboardEvent} event @returns {boolean} whether the key meant something here */
  press(event) {
    const { key } = event, target = /** @type {Element} */ (event.composedPath()[0]), by = TURNS[key] ?? 0;
    const used = target.closest?.(USES_KEYS);
    if (key === "Escape") this.leave();
    else if (by && (key.startsWith("Page") || !used)) this.turn(by);
    else if (key.toLowerCase() === "v" && !used)
      /** @type {HTMLButtonElement | null | undefined} */ (this.shown.get(this.at)?.querySelector(LIFTS))?.click();
    else return false;
    event.preventDefault();
    return true;
  }

  notes() {
    const page = window.open("", "spine-edu-notes", "popup,width=720,height=900");
    if (!page) {
      this.where.textContent = "The browser allows no second window here: allow it, and press again.";
      return;
    }
    page.document.title = this.card.title;
    const { body } = new DOMParser().parseFromString(this.card.notes, "text/html");
    page.document.body.replaceChildren(...body.childNodes);
    page.document.body.style.font = "18px/1.4 sans-serif";
  }

  close() {
    window.removeEventListener("keydown", this.strayed, true);
  }
}

export default {
  /** @param {{ model: Model<any>, el: HTMLElement }} given */
  render({ model, el }) {
    const deck = new Deck(model, el);
    return () => {
      deck.close();
      el.replaceChildren();
    };
  },
};
