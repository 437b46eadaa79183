// A show of hands: its teacher counts what a class says before anything is seen, and it is drawn beside what is so.

import { decimal, unique } from "./controls.js";
import { button, element } from "./page.js";

/** @import { Asked, Hand, Raised } from "./types.d.ts" */

/** How many lines for numbers there are before any has been said. */
const LINES = 3;

/** @param {Element} parent @param {string} name what a reader who hears it is told @param {string} mode */
function field(parent, name, mode) {
  const node = element("input", "", parent);
  Object.assign(node, { type: "text", inputMode: mode, autocomplete: "off", name: unique() });
  node.setAttribute("aria-label", name);
  return node;
}

/** Where hands are counted: a line for each option, or for each number that is said. */
export class Count {
  /**
   * @param {Asked} ask
   * @param {Hand} hand
   * @param {Element} parent
   */
  constructor(ask, hand, parent) {
    const folded = element("details", "spine-edu-count", parent);
    element("summary", "", folded, "Show of hands");
    element("p", "", folded, "“Keep my prediction” keeps the answer with most hands, unless one is given above.");
    this.table = element("div", "spine-edu-count-lines", folded);
    for (const head of ["Answer", "Hands"]) element("b", "", this.table, head);
    this.unit = ask.fields ? ask.unit ?? "" : undefined;
    /** @type {{ said: () => string, hands: HTMLInputElement }[]} */
    this.lines = [];
    if (this.unit === undefined) for (const option of ask.options ?? []) this.option(option);
    else for (let line = 0; line < LINES; line++) this.number();
    // A new line is there before the keyboard goes on from the last one.
    folded.addEventListener("input", () => {
      if (this.unit !== undefined && this.rows.length === this.lines.length) this.number();
    });
    folded.addEventListener("change", (event) => {
      // A count is no answer of the one who counts.
      event.stopPropagation();
      hand.do({ act: "hands", rows: this.rows });
    });
  }

  /** @param {string} option */
  option(option) {
    element("span", "", this.table, option);
    this.lines.push({ said: () => option, hands: field(this.table, `Hands for: ${option}`, "numeric") });
  }

  /** One more line for a number; where the last one is filled, the next one comes. */
  number() {
    const at = this.lines.length + 1, place = element("span", "", this.table);
    const said = field(place, `Answer ${at} (${this.unit})`, "decimal");
    place.append(` ${this.unit}`);
    this.lines.push({ said: () => said.value.trim(), hands: field(this.table, `Hands for answer ${at}`, "numeric") });
  }

  /** What is counted so far. @returns {[said: string, hands: string][]} */
  get rows() {
    return this.lines.map(({ said, hands }) => /** @type {[string, string]} */ ([said(), hands.value.trim()]))
      .filter(([said, hands]) => said && hands);
  }

  /** The answer with most hands, the first of several; nothing if none were counted. */
  get most() {
    const [first] = this.rows.sort(([, one], [, other]) => decimal(other) - decimal(one));
    return first?.[0];
  }
}

/** How many hands were raised for each answer, and, once it may be seen, what is so among them. */
export class Spread {
  /** @param {Hand} hand */
  constructor(hand) {
    this.node = element("div", "spine-edu-spread", null);
    this.node.setAttribute("role", "group");
    this.node.setAttribute("aria-label", "Show of hands");
    this.list = element("ul", "", this.node);
    this.spoken = element("p", "spine-edu-raised", this.node);
    this.spoken.setAttribute("role", "status");
    button(this.node, "Put the hands down", () => hand.do({ act: "hands", rows: [] }));
  }

  /** @param {Raised} raised */
  show({ rows = [], words = "" }) {
    this.node.hidden = !rows.length;
    if (this.spoken.textContent !== words) this.spoken.textContent = words;
    const most = Math.max(1, ...rows.map(({ hands }) => hands));
    this.list.replaceChildren(...rows.map(({ said, hands, so }) => {
      const line = element("li", "", null);
      line.toggleAttribute("data-so", so);
      element("span", "", line, so ? `▸ ${said}` : said);
      const bar = element("span", "spine-edu-bar", line), full = element("i", "", bar);
      full.style.width = `${(100 * hands) / most}%`;
      element("b", "", line, String(hands));
      return line;
    }));
  }
}
