// Arrows drawn from box to box, with mouse, finger or pen, or chosen from lists.

import { labelled } from "./controls.js";
import { mark } from "./overlay.js";
import { button, element } from "./page.js";

/** @import { Overlay } from "./overlay.js" */
/** @import { Boxes } from "./types.d.ts" */

/** How far arrows there and back are apart; the radius of the circle with a sign, and where on its way that lies. */
const ASIDE = 7, SIGN = 13, EARLY = 0.4;

/** @typedef {{ start: string, end: string, sign: "+" | "-" }} Arrow */

export class Diagram {
  /**
   * @param {Boxes} given the boxes, and the axes on which they stand
   * @param {Element} row where the lists go
   * @param {Overlay | undefined} overlay over the picture with the boxes
   */
  constructor(given, row, overlay) {
    this.given = given;
    this.overlay = overlay;
    /** @type {Arrow[]} */
    this.arrows = [];
    /** @type {string | undefined} the box from which the hand draws, or which was tapped */
    this.from = undefined;
    this.lists(row);
    if (overlay) this.draw(overlay);
  }

  /** Half of the width and of the height of a box, in pixels. @returns {[number, number]} */
  get half() {
    const axes = this.overlay?.axes(this.given.axes), [across, up] = this.given.half;
    if (!axes) return [0, 0];
    const [left, top] = axes.to(0, 0), [right, bottom] = axes.to(across, up);
    return [Math.abs(right - left), Math.abs(bottom - top)];
  }

  /** The words of a box. @param {string} name */
  words(name) {
    return this.given.boxes.find(([one]) => one === name)?.[1] ?? name;
  }

  /** The keyboard's way, folded: the picture comes first. @param {Element} row */
  lists(row) {
    row.before(element("p", "", null,
      "Draw from box to box in the picture; press on a sign to change it, once more to take the arrow away."));
    const folded = element("details", "spine-edu-list", null);
    element("summary", "", folded, "Or choose from lists");
    row.replaceWith(folded);
    folded.append(row);
    const list = (/** @type {string} */ label, /** @type {[string, string][]} */ options) => {
      const select = document.createElement("select");
      for (const [value, words] of options) select.add(new Option(words, value));
      labelled(row, label, select);
      return select;
    };
    const boxes = this.given.boxes.map(([name, words]) => /** @type {[string, string]} */ ([name, words]));
    const start = list("From", boxes), end = list("To", boxes);
    const sign = list("Sign", [["+", "+ more makes more"], ["-", "− more makes less"]]);
    end.selectedIndex = 1;
    button(row, "Add this arrow", () => this.put(start.value, end.value, sign.value === "-" ? "-" : "+"));
    this.drawn = element("div", "spine-edu-buttons", null);
    folded.after(this.drawn);
  }

  /** @param {Overlay} overlay */
  draw(overlay) {
    this.sheet = mark("g", overlay.sheet, { "class": "spine-edu-boxes" });
    this.line = mark("path", overlay.sheet, { "class": "spine-edu-drawn" });
    this.follow = () => this.show();
    overlay.followers.push(this.follow);
    this.show();
  }

  /**
   * An arrow more, or another sign for one that is there.
   *
   * @param {string} start
   * @param {string} end
   * @param {"+" | "-"} sign
   */
  put(start, end, sign) {
    if (start === end) return;
    const known = this.arrows.find((one) => one.start === start && one.end === end);
    if (known) known.sign = sign;
    else this.arrows.push({ start, end, sign });
    this.show();
  }

  /** A plus becomes a minus, a minus goes. @param {Arrow} arrow */
  turn(arrow) {
    if (arrow.sign === "+") arrow.sign = "-";
    else this.arrows = this.arrows.filter((one) => one !== arrow);
    this.show();
  }

  /** What Python gets. */
  get answer() {
    return this.arrows.map(({ start, end, sign }) => [start, end, sign]);
  }

  show() {
    this.drawn?.replaceChildren();
    for (const arrow of this.arrows) {
      const words = `${this.words(arrow.start)} → ${this.words(arrow.end)} ${arrow.sign === "+" ? "+" : "−"}`;
      const node = this.drawn && button(this.drawn, `${words} ✕`, () => {
        this.arrows = this.arrows.filter((one) => one !== arrow);
        this.show();
      });
      node?.setAttribute("aria-label", `Take away ${words}`);
    }
    const { overlay, sheet } = this, axes = overlay?.axes(this.given.axes);
    if (!axes || !sheet) return;
    sheet.replaceChildren();
    const places = new Map(this.given.boxes.map(([name, , x, y]) => [name, axes.to(x, y)]));
    for (const [name, place] of places) this.box(sheet, name, place, places);
    for (const arrow of this.arrows) this.arrow(sheet, arrow, places);
  }

  /**
   * @param {Element} sheet
   * @param {string} name
   * @param {[number, number]} place
   * @param {Map<string, [number, number]>} places
   */
  box(sheet, name, [x, y], places) {
    const look = this.from === name ? "spine-edu-box chosen" : "spine-edu-box";
    const [wide, tall] = this.half, size = { "x": x - wide, "y": y - tall, "width": 2 * wide, "height": 2 * tall };
    const given = Object.fromEntries(Object.entries(size).map(([key, value]) => [key, String(value)]));
    const node = mark("rect", sheet, { "class": look, "data-box": name, ...given });
    node.addEventListener("pointerdown", (event) =>
      this.begin(/** @type {PointerEvent} */ (event), node, name, places));
  }

  /**
   * From here the hand draws to another box; a tap chooses this one, and the next tap goes there.
   *
   * @param {PointerEvent} event
   * @param {Element} node
   * @param {string} name
   * @param {Map<string, [number, number]>} places
   */
  begin(event, node, name, places) {
    event.preventDefault();
    const { overlay, half: [wide, tall] } = this, [x, y] = places.get(name) ?? [0, 0];
    if (!overlay) return;
    node.setPointerCapture(event.pointerId);
    const under = (/** @type {PointerEvent} */ one) => {
      const [left, top] = overlay.at(one);
      return [...places].find(([, [at, high]]) => Math.abs(at - left) < wide && Math.abs(high - top) < tall)?.[0];
    };
    const move = (/** @type {Event} */ one) => {
      const [left, top] = overlay.at(/** @type {PointerEvent} */ (one));
      this.line?.setAttribute("d", `M${x},${y}L${left},${top}`);
    };
    const end = (/** @type {Event} */ one) => {
      node.removeEventListener("pointermove", move);
      this.line?.setAttribute("d", "");
      const there = under(/** @type {PointerEvent} */ (one)), start = there === name ? this.from : name;
      this.from = there === name && (!start || start === name) ? name : undefined;
      if (start && there && start !== there) this.put(start, there, "+");
      else this.show();
    };
    node.addEventListener("pointermove", move);
    node.addEventListener("pointerup", end, { once: true });
  }

  /**
   * @param {Element} sheet
   * @param {Arrow} arrow
   * @param {Map<string, [number, number]>} places
   */
  arrow(sheet, arrow, places) {
    const [x0, y0] = places.get(arrow.start) ?? [0, 0], [x1, y1] = places.get(arrow.end) ?? [0, 0];
    const long = Math.hypot(x1 - x0, y1 - y0) || 1, across = (x1 - x0) / long, up = (y1 - y0) / long;
    const [wide, tall] = this.half;
    const free = Math.min(wide / (Math.abs(across) || 0.001), tall / (Math.abs(up) || 0.001)) + 5;
    const [dx, dy] = [-up * ASIDE, across * ASIDE];
    const at = (/** @type {number} */ way) => [x0 + dx + across * way, y0 + dy + up * way];
    const [from, to, middle, neck] = [free, long - free, free + (long - 2 * free) * EARLY, long - free - 11].map(at);
    mark("path", sheet, { "class": "spine-edu-drawn", "d": `M${from}L${neck}` });
    const head = [to, [neck[0] - up * 6, neck[1] + across * 6], [neck[0] + up * 6, neck[1] - across * 6]];
    mark("path", sheet, { "class": "spine-edu-head-of-arrow", "d": `M${head.join("L")}Z` });
    const sign = mark("g", sheet, { "class": "spine-edu-sign", "transform": `translate(${middle})` });
    mark("circle", sign, { "r": String(SIGN) });
    mark("text", sign, { "y": "5" }).textContent = arrow.sign === "+" ? "+" : "−";
    sign.addEventListener("click", () => this.turn(arrow));
  }

  close() {
    if (this.overlay) this.overlay.followers = this.overlay.followers.filter((one) => one !== this.follow);
    this.sheet?.remove();
    this.line?.remove();
  }
}
