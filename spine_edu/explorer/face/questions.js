// Self-check questions: a reader answers, and Python says what speaks for or against it. What is right is not on the
// page before that.

import { hostOf, sheet } from "./asked.js";
import { unique } from "./controls.js";
import { element } from "./page.js";
import { framed, line, Match, Order, Typed } from "./tasks.js";

/** @import { Asking, Feedback, Hand, Host, Model } from "./types.d.ts" */

const UNHEARD = "Python does not answer here: it has stopped, or is busy with another cell. So nothing can be said to "
  + "your answer. If nothing changes soon, run this cell again and answer anew.";

/** A choice: its options, and under each of them room for what is said when it was chosen. */
class Choosing {
  /**
   * @param {Asking} asking
   * @param {Hand} hand
   * @param {Element} parent
   */
  constructor(asking, hand, parent) {
    this.key = asking.key;
    this.hand = hand;
    /** The words that stand there; with `anew` the same words are said again. */
    this.said = "";
    this.anew = false;
    const group = framed(asking, parent), name = unique();
    /** @type {Map<string, { input: HTMLInputElement, status: HTMLElement }>} */
    this.options = new Map();
    for (const [letter, text] of asking.options ?? []) this.options.set(letter, this.option(group, name, letter, text));
  }

  /**
   * @param {Element} group
   * @param {string} name what the options of one question have in common
   * @param {string} letter
   * @param {string} text
   */
  option(group, name, letter, text) {
    const label = element("label", "spine-edu-answer", group), input = element("input", "", label);
    Object.assign(input, { type: "radio", name, value: letter });
    element("span", "spine-edu-letter", label, letter);
    label.append(" ");
    element("span", "", label, text);
    // A screen reader watches what stands there from the beginning, and speaks what is put into it.
    const status = element("div", "spine-edu-feedback", group);
    status.setAttribute("role", "status");
    // The arrow keys click, too; and a click on what is chosen already asks to hear it again.
    input.addEventListener("click", () => {
      this.anew = true;
      this.hand.do({ act: "answer", name: this.key, letter });
    });
    return { input, status };
  }

  /**
   * Show what Python says was chosen; an option that is still on its way there stays as it is.
   *
   * @param {string | undefined} letter
   * @param {Feedback | undefined} feedback
   */
  put(letter, feedback) {
    if (this.hand.holds(this.key)) return;
    const words = feedback?.words ?? "", anew = this.anew || words !== this.said;
    for (const [one, { input, status }] of this.options) {
      input.checked = one === letter;
      if (one !== letter) status.replaceChildren();
      else if (anew) status.replaceChildren(line(feedback));
    }
    this.said = words;
    this.anew = false;
  }
}

const KINDS = { choice: Choosing, order: Order, match: Match, number: Typed };

/**
 * Show questions; what is returned takes them away.
 *
 * @param {Omit<Host, "plotly">} host
 * @param {HTMLElement} el
 */
export function show(host, el) {
  return sheet(host, el, {
    events: "change:answers change:feedback",
    unheard: UNHEARD,
    draw: (hand) => {
      const asked = /** @type {{ questions: Asking[] }} */ (host.get("card")).questions;
      const shown = asked.map((one) => new KINDS[one.kind](one, hand, el));
      return {
        follow: () => {
          for (const one of shown) one.put(host.get("answers")[one.key], host.get("feedback")[one.key]);
        },
        lost: () => { for (const one of shown) one.anew = false; },
      };
    },
  });
}

/** @param {{ model: Model<any>, el: HTMLElement }} given */
const render = ({ model, el }) => show(hostOf(model), el);

export default { render };
