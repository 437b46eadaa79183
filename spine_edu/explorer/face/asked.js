// What every sheet of questions has: a host, a hand whose acts go to Python, and a line for what went wrong:
// Python is silent, or says that something could not be done or kept.

import { Hand } from "./hand.js";
import { keepKeys } from "./keys.js";
import { element } from "./page.js";

/** @import { Host, Model } from "./types.d.ts" */

/**
 * The model that anywidget gives, as a host. It cannot tell that Python has gone; that is noticed at the next act.
 *
 * @param {Model<any>} model
 * @returns {Omit<Host, "plotly">}
 */
export const hostOf = (model) => ({
  get: (name) => model.get(name),
  // Only Jupyter's models know several events in one text.
  on: (events, listener) => { for (const event of events.split(" ")) model.on(event, listener); },
  send: (act) => model.send(act),
  gone: () => {},
});

/**
 * @typedef {object} Shown
 * @property {() => void} follow show what Python knows
 * @property {() => void} lost what to do before that, when Python was silent
 */

/**
 * Draw a sheet and keep it in step with Python; what is returned takes it away.
 *
 * @param {Omit<Host, "plotly">} host
 * @param {HTMLElement} el
 * @param {{ events: string, unheard: string, draw: (hand: Hand) => Shown }} wanted
 *   what tells that something has changed, what is said when Python is silent, and how the sheet is drawn
 */
export function sheet(host, el, { events, unheard, draw }) {
  el.classList.add("spine-edu-questions");
  /** @param {string} words */
  const say = (words) => { if (words || alarm.textContent) alarm.replaceChildren(words); };
  const lose = () => {
    shown.lost();
    shown.follow();
    say(host.silent ?? unheard);
  };
  const agree = () => say(host.get("wrong") ?? "");
  const hand = new Hand(host, { lost: lose, found: agree, rest: () => shown.follow() });
  const shown = draw(hand);
  const alarm = element("p", "spine-edu-unheard", el);
  alarm.setAttribute("role", "alert");
  host.on(events, () => shown.follow());
  host.on("change:wrong", agree);
  shown.follow();
  agree();
  keepKeys();
  // Whoever has shown this may hold the place for ever, and with it all that is left in it.
  return () => el.replaceChildren();
}
