// A lesson on the whole window: one explorer or question at a time, by arrow keys or a clicker. Notes are for a second
// window.

import { KEY, keepKeys } from "./keys.js";
import { button, element } from "./page.js";

/** @import { Model } from "./types.d.ts" */
/** @typedef {{ title: string, names: string[], notes: string }} DeckCard */

/**
 * What is shown in turn, wherever Python runs: `draw` puts one of it into its place, and `newClass` puts all back.
 *
 * @typedef {{ card: DeckCard, draw: (at: number, place: HTMLElement) => Promise<void>, newClass: () => void }} Lesson
 */

/** What a clicker sends, and what a keyboard without one has for it. @type {Record<string, number>} */
const TURNS = { PageDown: 1, PageUp: -1, ArrowRight: 1, ArrowLeft: -1 };

/** What uses arrow keys and letters itself. */
const USES_KEYS = "input, select, textarea, summary, canvas, [role=slider], .spine-edu-place";

/** What lifts the veil: a prediction that is kept is shown beside what is so; else one would rather look. */
const LIFTS = ".spine-edu-uncover:not([hidden]), .spine-edu-ask:not([hidden]) .spine-edu-buttons > button:last-child";

export class Deck {
  /**
   * @param {Lesson} lesson
   * @param {HTMLElement} el
   * @param {HTMLElement} opener what was pressed to open it, and has the keyboard again afterwards
   */
  constructor(lesson, el, opener) {
    this.lesson = lesson;
    this.card = lesson.card;
    this.opener = opener;
    this.at = -1;
    /** @type {Map<number, HTMLElement>} */
    this.shown = new Map();
    // A dialog, so that neither Tab nor a screen reader strays to the page behind it.
    this.screen = element("dialog", "spine-edu-screen", el);
    this.screen.tabIndex = -1;
    this.screen.setAttribute("aria-label", this.card.title);
    this.stage = element("div", "spine-edu-slide", this.screen);
    const bar = element("div", "spine-edu-deck-bar", this.screen);
    this.back = button(bar, "‹ Back", () => this.turn(-1));
    this.next = button(bar, "Next ›", () => this.turn(1));
    this.where = element("span", "", bar);
    this.where.setAttribute("role", "status");
    button(bar, "New class", () => lesson.newClass());
    if (this.card.notes) button(bar, "Notes", () => this.notes());
    button(bar, "Leave", () => this.leave());
    this.screen.addEventListener(KEY, (event) =>
      this.press(/** @type {CustomEvent<KeyboardEvent>} */ (event).detail));
    this.screen.addEventListener("cancel", (event) => {
      event.preventDefault();
      this.leave();
    });
    // A click beside everything leaves the keyboard to the page.
    this.strayed = (/** @type {KeyboardEvent} */ event) => {
      if (event.target === document.body && this.isOpen && this.press(event)) event.stopImmediatePropagation();
    };
    window.addEventListener("keydown", this.strayed, true);
    keepKeys();
  }

  get isOpen() {
    return this.screen.open;
  }

  open() {
    if (!this.isOpen) this.screen.showModal();
    this.show(Math.max(0, this.at));
  }

  leave() {
    this.screen.close();
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
    const place = element("div", "", this.stage);
    this.shown.set(at, place);
    await this.lesson.draw(at, place);
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
    const card = /** @type {DeckCard} */ (model.get("card")), { widget_manager: manager } = model;
    el.classList.add("spine-edu-deck");
    /** @type {Lesson["draw"]} */
    const draw = async (at, place) => {
      const slide = await manager.get_model(model.get("slides")[at].replace("IPY_MODEL_", ""));
      place.append((await manager.create_view(slide)).el);
    };
    const opener = button(el, `Present: ${card.title}`, () => deck.open());
    const deck = new Deck({ card, draw, newClass: () => model.send({ act: "new class" }) }, el, opener);
    return () => {
      deck.close();
      el.replaceChildren();
    };
  },
};
