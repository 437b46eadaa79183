// Places of a picture that are touched to answer: dots that take a sign, or names of which one is put onto a place.

import { mark } from "./overlay.js";
import { Touches } from "./touches.js";

/** @import { Overlay } from "./overlay.js" */
/** @import { Asked, Spots as Given } from "./types.d.ts" */

/** Half the size of what a finger must hit, in pixels. */
const TOUCHED = 15;

export class Spots {
  /**
   * @param {Overlay} overlay
   * @param {Given | NonNullable<Asked["tags"]>} given
   * @param {(name: string) => void} touched
   * @param {string} [sign] what a dot shows at first; without one, each place shows its name
   */
  constructor(overlay, given, touched, sign) {
    this.overlay = overlay;
    this.given = given;
    this.blank = sign ?? "";
    /** Things of which the whole box is touched: left, top, right and bottom edge. @type {Record<string, number[]>} */
    this.boxes = ("boxes" in given && given.boxes) || {};
    /** The name that has been put. */
    this.chosen = "";
    this.line = mark("path", overlay.sheet, { "class": "spine-edu-drawn" });
    /** @type {Map<string, SVGGraphicsElement>} */
    this.nodes = new Map();
    for (const name of Object.keys(given.places)) this.nodes.set(name, this.make(name, sign, touched));
    this.touches = new Touches(overlay, touched);
    if ("things" in given && given.things) this.touches.show({ axes: given.axes, things: given.things });
    this.follow = () => this.draw();
    overlay.followers.push(this.follow);
    this.draw();
  }

  /**
   * @param {string} name
   * @param {string | undefined} sign
   * @param {(name: string) => void} touched
   */
  make(name, sign, touched) {
    const node = mark("g", this.overlay.sheet, { "class": "spine-edu-spot", "data-spot": name });
    if (this.boxes[name]) mark("rect", node, { "class": "reach" });
    else if (sign) mark("circle", node, { "class": "reach", "r": String(TOUCHED) });
    if (sign) mark("circle", node, { "class": "plate" });
    else mark("rect", node, { "class": "plate", "rx": "6" });
    mark("text", node, {}).textContent = sign ?? this.given.names?.[name] ?? name;
    node.addEventListener("click", () => touched(name));
    return node;
  }

  /** Show the sign of an answer at a dot, or none. @param {string} name @param {string} [words] */
  sign(name, words) {
    const node = /** @type {SVGGraphicsElement} */ (this.nodes.get(name));
    /** @type {Element} */ (node.querySelector("text")).textContent = words ?? this.blank;
    node.toggleAttribute("data-set", words !== undefined);
  }

  /** Put a name onto its place. @param {string} name */
  put(name) {
    this.chosen = name;
    for (const [each, node] of this.nodes) node.toggleAttribute("data-set", each === name);
    this.draw();
  }

  draw() {
    const axes = this.overlay.axes(this.given.axes);
    if (!axes) return;
    for (const [name, node] of this.nodes) {
      const [x, y] = axes.to(...this.given.places[name]);
      node.setAttribute("transform", `translate(${x} ${y})`);
      this.plate(node);
      const [left, top, right, bottom] = this.boxes[name] ?? [];
      if (left === undefined) continue;
      const [[from, high], [to, low]] = [axes.to(left, top), axes.to(right, bottom)];
      for (const [edge, value] of Object.entries({ x: from - x, y: high - y, width: to - from, height: low - high }))
        node.querySelector(".reach")?.setAttribute(edge, String(value));
    }
    if (!("onto" in this.given) || !this.chosen) return;
    const [x, y] = axes.to(...this.given.places[this.chosen]), [left, top] = axes.to(...this.given.onto);
    // From the edge of its plate if that is on the way, so that the line runs behind no other name.
    const half = Number(this.nodes.get(this.chosen)?.querySelector("rect.plate")?.getAttribute("width")) / 2;
    const start = left > x + half ? `${x + half},${y}` : `${x},${y - TOUCHED}`;
    this.line.setAttribute("d", `M${start}L${left},${top}`);
  }

  /** A name lies on a plate of its own size. @param {SVGGraphicsElement} node */
  plate(node) {
    const rect = node.querySelector("rect.plate"), words = /** @type {SVGTextElement} */ (node.querySelector("text"));
    if (!rect) return;
    const width = Math.max(words.getComputedTextLength() + 20, 2 * TOUCHED);
    for (const [name, value] of Object.entries({ x: -width / 2, y: -TOUCHED, width, height: 2 * TOUCHED }))
      rect.setAttribute(name, String(value));
  }

  close() {
    this.overlay.followers = this.overlay.followers.filter((one) => one !== this.follow);
    for (const node of [...this.nodes.values(), this.line]) node.remove();
    this.touches.close();
  }
}
