// So many of a crowd, painted by dragging over the people of a picture.

import { knob } from "./grips.js";
import { keepFinger, mark } from "./overlay.js";

/** @import { Overlay } from "./overlay.js" */
/** @import { People } from "./types.d.ts" */

/** Half the side of the square that is painted behind a person, and of a person's cell, in the units of the axes. */
const PAINTED = 0.46, CELL = 0.5;

export class Crowd {
  /**
   * @param {Overlay} overlay
   * @param {People} people
   * @param {(words: string) => void} changed
   */
  constructor(overlay, people, changed) {
    this.overlay = overlay;
    this.people = people;
    this.count = 0;
    this.changed = changed;
    this.paper = mark("rect", overlay.sheet, { "class": "spine-edu-drawing", "fill": "transparent" });
    this.paint = mark("path", overlay.sheet, { "class": "spine-edu-painted" });
    this.words = mark("text", overlay.sheet, { "class": "spine-edu-marked spine-edu-counted" });
    this.node = knob(overlay, "My prediction: drag over the people", { "data-control": "prediction" });
    for (const node of [this.paper, this.node]) {
      keepFinger(node);
      node.addEventListener("pointerdown", (event) => {
        event.preventDefault();
        node.setPointerCapture(event.pointerId);
        this.put(event);
      });
      node.addEventListener("pointermove", (event) => {
        if (node.hasPointerCapture(event.pointerId)) this.put(event);
      });
    }
    this.follow = () => this.draw();
    overlay.followers.push(this.follow);
    this.draw();
  }

  get axes() {
    return this.overlay.axes(this.people.axes);
  }

  /** All people up to where the hand is are painted, row by row. @param {PointerEvent} event */
  put(event) {
    const { axes } = this, { places } = this.people;
    if (!axes) return;
    const [x, y] = axes.from(this.overlay.at(event));
    const away = places.map((place) => Math.abs(place[1] - y)), row = places[away.indexOf(Math.min(...away))][1];
    this.show(places.findIndex((place) => place[1] === row)
      + places.filter((place) => place[1] === row && place[0] - CELL <= x).length);
    this.changed(String(this.count));
  }

  /** @param {number} count */
  show(count) {
    this.count = count;
    this.words.textContent = `${count} ${this.people.unit}`;
    this.draw();
  }

  /** Paint a number that was typed. @param {number} value */
  type(value) {
    if (value >= 0 && value <= this.people.places.length) this.show(Math.round(value));
  }

  draw() {
    const { axes, count } = this, { places } = this.people;
    if (!axes) return;
    const box = (/** @type {number[]} */ [x, y], /** @type {number} */ half) =>
      [...axes.to(x - half, y - half), ...axes.to(x + half, y + half)];
    const [left, top] = box(places[0], CELL), [, , right, bottom] = box(places[places.length - 1], CELL);
    const all = { x: left - (right - left) / 20, y: top, width: (right - left) * 1.1, height: bottom - top };
    for (const [name, value] of Object.entries(all)) this.paper.setAttribute(name, String(value));
    const squares = places.slice(0, count).map((place) => box(place, PAINTED));
    this.paint.setAttribute("d", squares.map(([x, y, far, low]) => `M${x},${y}H${far}V${low}H${x}Z`).join(""));
    const [x, y] = places[Math.max(count - 1, 0)], place = axes.to(count ? x + CELL : x - CELL, y);
    this.node.setAttribute("transform", `translate(${place.join(" ")})`);
    this.words.setAttribute("x", String(right + 24));
    this.words.setAttribute("y", String(place[1] + 6));
  }

  close() {
    this.overlay.followers = this.overlay.followers.filter((one) => one !== this.follow);
    for (const node of [this.paper, this.paint, this.words, this.node]) node.remove();
  }
}
