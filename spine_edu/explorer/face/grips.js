// Hands on the picture: places that are dragged, each bound to one control. The control's slider is the keyboard's way.

import { mark } from "./overlay.js";

/** @import { Overlay } from "./overlay.js" */
/** @import { Card, CardNumber, Grip, Hand, Host } from "./types.d.ts" */

/** Half the size of what a finger must hit, in pixels. */
const REACH = 16;

/**
 * The place on a track that is nearest to a point: how far away, and which value lies there.
 *
 * @param {[number, number, number][]} track values with their pixels
 * @param {[number, number]} point
 */
function nearest(track, [x, y]) {
  let best = { away: Infinity, value: track[0][0] };
  for (let k = 1; k < track.length; k++) {
    const [low, left, top] = track[k - 1], [high, right, bottom] = track[k];
    const wide = right - left, tall = bottom - top, long = wide * wide + tall * tall || 1;
    const share = Math.min(1, Math.max(0, ((x - left) * wide + (y - top) * tall) / long));
    const away = Math.hypot(x - left - share * wide, y - top - share * tall);
    if (away < best.away) best = { away, value: low + share * (high - low) };
  }
  return best;
}

/**
 * Where a value lies on its track.
 *
 * @param {[number, number, number][]} track values with their places
 * @param {number} value
 * @returns {[number, number]}
 */
function placed(track, value) {
  const after = track.findIndex(([one]) => one >= value), index = after < 0 ? track.length - 1 : Math.max(after, 1);
  const [low, x, y] = track[index - 1], [high, right, bottom] = track[index];
  const share = high === low ? 0 : Math.min(1, Math.max(0, (value - low) / (high - low)));
  return [x + share * (right - x), y + share * (bottom - y)];
}

export class Grips {
  /**
   * @param {Host} host
   * @param {Hand} hand
   * @param {Card} card
   * @param {Overlay} overlay
   */
  constructor(host, hand, card, overlay) {
    this.host = host;
    this.hand = hand;
    this.card = card;
    this.overlay = overlay;
    /** @type {Map<string, SVGGraphicsElement>} control -> what is dragged */
    this.nodes = new Map();
    /** @type {Map<string, number>} control -> the choice to which a hand has dragged it */
    this.wished = new Map();
    overlay.followers.push(() => this.follow());
    host.on("change:grips", () => this.follow());
  }

  /** @returns {Grip[]} */
  get all() {
    return this.host.get("prediction").phase === "asked" ? [] : this.host.get("grips");
  }

  follow() {
    const { all } = this, names = all.map(({ control }) => control);
    for (const [control, node] of this.nodes)
      if (!names.includes(control)) {
        node.remove();
        this.nodes.delete(control);
      }
    for (const grip of all) this.put(grip);
  }

  /** A grip's track in pixels; nothing if its axes are not drawn now. @param {Grip} grip */
  track({ axes, track }) {
    const drawn = this.overlay.axes(axes);
    if (!drawn) return undefined;
    return track.map(([value, x, y]) => /** @type {[number, number, number]} */ ([value, ...drawn.to(x, y)]));
  }

  /** @param {Grip} grip */
  put(grip) {
    const track = this.track(grip), { control } = grip;
    const node = this.nodes.get(control) ?? this.make(control);
    node.style.display = track ? "" : "none";
    const value = grip.now ?? this.host.get(control);
    if (track) node.setAttribute("transform", `translate(${placed(track, value).join(" ")})`);
  }

  /** @param {string} control */
  make(control) {
    const node = mark("g", this.overlay.sheet, { "class": "spine-edu-grip", "data-control": control });
    mark("circle", node, { "class": "reach", "r": String(REACH) });
    mark("circle", node, { "class": "knob", "r": "8" });
    mark("title", node, {}).textContent = `${this.card.controls[control].label}: drag`;
    this.nodes.set(control, node);
    node.addEventListener("pointerdown", (event) => this.take(/** @type {PointerEvent} */ (event), node));
    node.addEventListener("pointermove", (event) => this.drag(/** @type {PointerEvent} */ (event), control, node));
    return node;
  }

  /** @param {PointerEvent} event @param {Element} node */
  take(event, node) {
    event.preventDefault();
    event.stopPropagation();
    this.wished.clear();
    node.setPointerCapture(event.pointerId);
  }

  /** @param {PointerEvent} event @param {string} control @param {Element} node */
  drag(event, control, node) {
    const grip = this.all.find((one) => one.control === control), track = grip && this.track(grip);
    if (!track || !node.hasPointerCapture(event.pointerId)) return;
    const { value } = nearest(track, this.overlay.at(event));
    if (grip.choices) return this.choose(grip, node, track, Math.round(value));
    const { low, step, steps } = /** @type {CardNumber} */ (this.card.controls[control]);
    const whole = Math.min(steps, Math.max(0, Math.round((value - low) / step)));
    if (whole !== Math.round((this.host.get(control) - low) / step) || this.hand.holds(control))
      this.hand.do({ act: "move", name: control, step: whole });
    node.setAttribute("transform", `translate(${placed(track, low + whole * step).join(" ")})`);
  }
  /**
   * A grip over choices goes from one to the next.
   *
   * @param {Grip} grip
   * @param {Element} node
   * @param {[number, number, number][]} track
   * @param {number} number
   */
  choose({ choices = [], control, now }, node, track, number) {
    if (number !== (this.wished.get(control) ?? now)) this.hand.do({ act: "click", choice: choices[number] });
    this.wished.set(control, number);
    node.setAttribute("transform", `translate(${placed(track, number).join(" ")})`);
  }
}
