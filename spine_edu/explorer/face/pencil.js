// A curve drawn on the axes of a figure, or a number marked there, with mouse, finger or pen.

import { dragging, knob, lay, trackOn, valueAt } from "./grips.js";
import { keepFinger, mark } from "./overlay.js";

/** @import { Overlay } from "./overlay.js" */
/** @import { Curve, Level } from "./types.d.ts" */

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
    /** Whether the curve was drawn by hand; else its heights were typed. */
    this.drawn = false;
    this.paper = mark("rect", overlay.sheet, { "class": "spine-edu-drawing", "fill": "transparent" });
    this.line = mark("path", overlay.sheet, { "class": "spine-edu-drawn" });
    keepFinger(this.paper);
    this.paper.addEventListener("pointerdown", (event) => this.begin(/** @type {PointerEvent} */ (event)));
    this.paper.addEventListener("pointermove", (event) => this.move(/** @type {PointerEvent} */ (event)));
    for (const kind of ["pointerup", "pointercancel"]) this.paper.addEventListener(kind, () => this.lift());
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
    this.drawn = true;
    this.draw();
    this.changed();
  }

  /** The hand is lifted: two strokes are joined by a straight line, and an end that is nearly reached is reached. */
  lift() {
    this.last = undefined;
    const { known, heights } = this, first = known[0], last = known[known.length - 1];
    known.slice(1).forEach((step, index) => {
      const from = known[index], [before, after] = [Number(heights[from]), Number(heights[step])];
      for (let k = from + 1; k < step; k++) heights[k] = before + ((after - before) * (k - from)) / (step - from);
    });
    if (first <= LOOSE) heights.fill(heights[first], 0, first);
    for (let step = last + 1; last >= STEPS - LOOSE && step <= STEPS; step++) heights[step] = heights[last];
    this.draw();
    this.changed();
  }

  /** The steps at which the curve has a height. */
  get known() {
    return [...this.heights.keys()].filter((step) => this.heights[step] !== undefined);
  }

  /**
   * The curve that was drawn, as places and heights; nothing if its heights were typed. One that does not reach from
   * end to end is for Python to refuse.
   */
  get points() {
    return this.drawn ? this.known.map((step) => [this.place(step), tenth(Number(this.heights[step]))]) : undefined;
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
    this.drawn = false;
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

/** A number marked on the picture by dragging a line. */
export class Marker {
  /**
   * @param {Overlay} overlay
   * @param {Level} level
   * @param {(words: string) => void} changed
   */
  constructor(overlay, level, changed) {
    this.overlay = overlay;
    this.level = level;
    this.value = level.track[0][0];
    this.line = mark("path", overlay.sheet, { "class": level.outline ? "spine-edu-outline" : "spine-edu-drawn" });
    this.words = mark("text", overlay.sheet, { "class": "spine-edu-marked" });
    this.node = knob(overlay, "My prediction: drag", { "data-control": "prediction" });
    // A thing is taken as a whole: its knob is small.
    for (const one of level.outline ? [this.node, this.line] : [this.node])
      dragging(one, overlay, (point) => this.drag(point, changed), { mark: this.node });
    this.words.classList.toggle("spine-edu-over", Boolean(level.outline));
    this.follow = () => this.draw();
    overlay.followers.push(this.follow);
    this.draw();
  }

  /** @param {[number, number]} point @param {(words: string) => void} changed */
  drag(point, changed) {
    const value = valueAt(this.overlay, this.level, point);
    if (value === undefined) return;
    this.value = Number(value.toFixed(this.level.digits));
    this.words.textContent = `${this.value} ${this.level.unit}`;
    this.draw();
    changed(String(this.value));
  }

  /** Mark a number that was typed. @param {number} value */
  type(value) {
    if (Number.isNaN(value)) return;
    this.value = value;
    this.words.textContent = `${value} ${this.level.unit}`;
    this.draw();
  }

  draw() {
    const { level, overlay } = this, track = trackOn(overlay, level), axes = overlay.axes(level.axes);
    lay(this.node, track, this.value);
    if (!track || !axes) return;
    const { e, f } = this.node.transform.baseVal[0].matrix;
    if (level.outline) return this.put(level.outline, e, f);
    const [from, to] = (level.line ?? []).map((x) => axes.to(x, 0)[0]);
    this.line.setAttribute("d", `M${from},${f}H${to}`);
    for (const [name, place] of [["x", to], ["y", f - 8]]) this.words.setAttribute(String(name), String(place));
  }

  /** @param {string} outline @param {number} left @param {number} top */
  put(outline, left, top) {
    const size = this.overlay.picture.node._fullLayout?.font.size ?? 0;
    this.line.setAttribute("d", outline);
    this.line.setAttribute("transform", `translate(${left} ${top}) scale(${size})`);
    // Over the thing, which the words would hide.
    const over = top + size * (this.line.getBBox().y - 0.5);
    for (const [name, place] of [["x", left], ["y", over]]) this.words.setAttribute(String(name), String(place));
  }

  close() {
    this.overlay.followers = this.overlay.followers.filter((one) => one !== this.follow);
    for (const node of [this.node, this.line, this.words]) node.remove();
  }
}
