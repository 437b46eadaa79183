// A curve drawn on the axes of a figure, with mouse, finger or pen.

import { mark } from "./overlay.js";

/** @import { Overlay } from "./overlay.js" */
/** @import { Curve } from "./types.d.ts" */

/** Into how many steps a drawn curve is read, and how many of them may be missing at its ends. */
const STEPS = 60, LOOSE = 3;

/** @param {number} value @param {number} low @param {number} high */
const within = (value, low, high) => Math.min(Math.max(value, low), high);

/** A tenth is as finely as a hand draws. @param {number} height */
const tenth = (height) => Math.round(10 * height) / 10;

export class Pencil {
  /**
   * @param {Overlay} overlay
   * @param {Curve} curve
   * @param {() => void} changed what to do when the curve has changed
   */
  constructor(overlay, curve, changed) {
    this.overlay = overlay;
    this.curve = curve;
    this.changed = changed;
    /** @type {(number | undefined)[]} the height at each step, where the hand has been */
    this.heights = [];
    /** @type {number | undefined} the step the hand was at last */
    this.last = undefined;
    this.paper = mark("rect", overlay.sheet, { "class": "spine-edu-drawing", "fill": "transparent" });
    this.line = mark("path", overlay.sheet, { "class": "spine-edu-drawn" });
    this.paper.addEventListener("pointerdown", (event) => this.begin(/** @type {PointerEvent} */ (event)));
    this.paper.addEventListener("pointermove", (event) => this.move(/** @type {PointerEvent} */ (event)));
    this.paper.addEventListener("pointerup", () => { this.last = undefined; });
    this.paper.addEventListener("pointercancel", () => { this.last = undefined; });
    this.follow = () => this.draw();
    overlay.followers.push(this.follow);
    this.draw();
  }

  get axes() {
    return this.overlay.axes(this.curve.axes);
  }

  /** The place of a step along the axis. @param {number} step */
  place(step) {
    const { places } = this.curve, first = places[0], last = places[places.length - 1];
    return step === STEPS ? last : first + (step / STEPS) * (last - first);
  }

  /** @param {PointerEvent} event */
  begin(event) {
    event.preventDefault();
    this.paper.setPointerCapture(event.pointerId);
    this.last = undefined;
    this.put(event);
  }

  /** @param {PointerEvent} event */
  move(event) {
    if (!this.paper.hasPointerCapture(event.pointerId)) return;
    for (const one of event.getCoalescedEvents?.() ?? [event]) this.put(one);
  }

  /** Where the hand is now, and all steps between there and where it was. @param {PointerEvent} event */
  put(event) {
    const { axes } = this, { places, low, high } = this.curve;
    if (!axes) return;
    const [x, y] = axes.from(this.overlay.at(event)), first = places[0], last = places[places.length - 1];
    const step = within(Math.round(((x - first) / (last - first)) * STEPS), 0, STEPS), height = within(y, low, high);
    const from = this.last ?? step, before = this.heights[from] ?? height, way = Math.abs(step - from);
    for (let k = way ? 1 : 0; k <= way; k++)
      this.heights[from + Math.sign(step - from) * k] = way ? before + ((height - before) * k) / way : height;
    this.last = step;
    this.draw();
    this.changed();
  }

  /** The curve from end to end as places and heights; nothing as long as it has a gap. */
  get points() {
    const known = [...this.heights.keys()].filter((step) => this.heights[step] !== undefined);
    const first = known[0], last = known[known.length - 1];
    if (first === undefined || first > LOOSE || last < STEPS - LOOSE || known.length < last - first + 1)
      return undefined;
    const height = (/** @type {number} */ step) => tenth(Number(this.heights[within(step, first, last)]));
    return Array.from({ length: STEPS + 1 }, (_, step) => [this.place(step), height(step)]);
  }

  /** The heights at the places that are compared, where they are known. */
  get compared() {
    const { places } = this.curve, first = places[0], last = places[places.length - 1];
    return places.map((place) => this.heights[Math.round(((place - first) / (last - first)) * STEPS)]).map((height) =>
      (height === undefined ? "" : String(tenth(height))));
  }

  /** Straight lines through heights that were typed; a gap where one is missing. @param {number[]} heights */
  type(heights) {
    const { places } = this.curve;
    this.heights = [];
    for (let step = 0; step <= STEPS; step++) {
      const place = this.place(step), after = Math.max(places.findIndex((one) => one >= place), 1);
      const [left, right] = [places[after - 1], places[after]], [from, to] = [heights[after - 1], heights[after]];
      const height = from + ((to - from) * (place - left)) / (right - left);
      if (!Number.isNaN(height)) this.heights[step] = within(height, this.curve.low, this.curve.high);
    }
    this.draw();
  }

  draw() {
    const { axes } = this;
    if (!axes) return;
    for (const [name, value] of Object.entries(axes.box)) this.paper.setAttribute(name, String(value));
    let path = "", lifted = true;
    for (let step = 0; step <= STEPS; step++) {
      const height = this.heights[step];
      if (height !== undefined) path += `${lifted ? "M" : "L"}${axes.to(this.place(step), height).join(" ")}`;
      lifted = height === undefined;
    }
    this.line.setAttribute("d", path);
  }

  close() {
    this.overlay.followers = this.overlay.followers.filter((one) => one !== this.follow);
    this.paper.remove();
    this.line.remove();
  }
}
