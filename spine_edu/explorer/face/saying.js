// A sheet of the reader's own: how far a statement is agreed with, and words to write. Python keeps them.

import { hostOf, sheet } from "./asked.js";
import { unique } from "./controls.js";
import { element } from "./page.js";

/** @import { Hand, Model, Saying, SayingNow } from "./types.d.ts" */

const UNHEARD = "Python does not answer here: it has stopped, or is busy with another cell. So this is not kept yet. "
  + "If nothing changes soon, run this cell again; take along first what you have written.";

/** How long a hand must rest before what it writes is kept, in ms. */
const REST = 700;

/** A statement with its steps. */
class Scale {
  /**
   * @param {Saying} saying
   * @param {Hand} hand
   * @param {Element} parent
   */
  constructor(saying, hand, parent) {
    this.key = saying.key;
    this.hand = hand;
    this.group = element("fieldset", "spine-edu-question spine-edu-scale", parent);
    const legend = element("legend", "", this.group), row = element("div", "spine-edu-steps", this.group);
    element("span", "spine-edu-number", legend, saying.number);
    legend.append(" ");
    element("span", "", legend, saying.stem);
    const name = unique();
    /** @type {Map<number, HTMLInputElement>} */
    this.steps = new Map();
    for (const [step, words] of saying.steps ?? []) {
      const label = element("label", "spine-edu-answer spine-edu-step", row), input = element("input", "", label);
      Object.assign(input, { type: "radio", name, value: step });
      element("span", "", label, words);
      input.addEventListener("change", () => hand.do({ act: "say", name: this.key, value: step }));
      this.steps.set(step, input);
    }
    this.why = element("p", "spine-edu-fixed", this.group);
    this.lost = false;
  }

  /** @param {SayingNow} now */
  put({ said, fixed }) {
    if (this.hand.holds(this.key)) return;
    for (const [step, input] of this.steps) input.checked = said[this.key] === step;
    this.group.disabled = this.key in fixed;
    this.why.textContent = fixed[this.key] ?? "";
  }
}

/** Room for words. */
class Written {
  /**
   * @param {Saying} saying
   * @param {Hand} hand
   * @param {Element} parent
   */
  constructor(saying, hand, parent) {
    this.key = saying.key;
    this.hand = hand;
    const box = element("div", "spine-edu-question spine-edu-written", parent);
    const label = element("label", "", box, saying.stem), words = element("textarea", "", box);
    this.words = words;
    this.timer = 0;
    /** Whether what stands here did not reach Python. */
    this.lost = false;
    words.id = label.htmlFor = unique();
    Object.assign(words, { rows: 4, maxLength: saying.most, autocomplete: "off" });
    words.addEventListener("input", () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.send(), REST);
    });
    words.addEventListener("change", () => this.send());
  }

  send() {
    clearTimeout(this.timer);
    this.timer = 0;
    this.lost = false;
    this.hand.do({ act: "write", name: this.key, value: this.words.value });
  }

  /** @param {SayingNow} now */
  put({ said }) {
    // What is being written, or did not reach Python, is newer than what Python knows.
    if (this.lost || this.timer || this.hand.holds(this.key) || this.words === document.activeElement) return;
    this.words.value = said[this.key] ?? "";
  }
}

/** @param {{ model: Model<any>, el: HTMLElement }} given */
function render({ model, el }) {
  const host = hostOf(model);
  return sheet(host, el, {
    events: "change:now",
    unheard: UNHEARD,
    draw: (hand) => {
      const asked = /** @type {{ items: Saying[] }} */ (host.get("card")).items;
      const shown = asked.map((one) => one.steps ? new Scale(one, hand, el) : new Written(one, hand, el));
      const where = element("p", "spine-edu-where", el);
      where.setAttribute("role", "status");
      return {
        follow: () => {
          const now = /** @type {SayingNow} */ (host.get("now"));
          for (const one of shown) one.put(now);
          if (where.textContent !== now.where) where.replaceChildren(now.where);
        },
        lost: () => { for (const one of shown) one.lost = true; },
      };
    },
  });
}

export default { render };
