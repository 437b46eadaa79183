// Hands on the picture: places that are dragged, each bound to one control. The control's slider is the keyboard's way.

import { keepFinger, mark } from "./overlay.js";

/** @import { Overlay } from "./overlay.js" */
/** @import { Card, CardNumber, Frames, Grip, Hand, Host, Track } from "./types.d.ts" */

/** Half the size of what a finger must hit, in pixels. */
const REACH = 16;

/** Two arrowheads beside a knob: which way it goes. */
const WAYS = "M11,-4L16,0L11,4M-11,-4L-16,0L-11,4";

/**
 * The place on a track that is nearest to a point: how far away, and which value lies there.
 *
 * @param {[number, number, number][]} track values with their pixels
 * @param {[number, number]} point
 * @param {string} along the one axis along which the distance counts; empty for both
 */
function nearest(track, [x, y], along) {
  let best = { away: Infinity, value: track[0][0] };
  for (let k = 1; k < track.length; k++) {
    const [low, left, top] = track[k - 1], [high, right, bottom] = track[k];
    const wide = along === "y" ? 0 : right - left, tall = along === "x" ? 0 : bottom - top;
    const share = Math.min(1, Math.max(0, ((x - left) * wide + (y - top) * tall) / (wide * wide + tall * tall || 1)));
    const away = Math.hypot(along === "y" ? 0 : x - left - share * wide, along === "x" ? 0 : y - top - share * tall);
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
export function placed(track, value) {
  const after = track.findIndex(([one]) => one >= value), index = after < 0 ? track.length - 1 : Math.max(after, 1);
  const [low, x, y] = track[index - 1], [high, right, bottom] = track[index];
  const share = high === low ? 0 : Math.min(1, Math.max(0, (value - low) / (high - low)));
  return [x + share * (right - x), y + share * (bottom - y)];
}

/**
 * Which way a track runs where a value lies, in degrees.
 *
 * @param {[number, number, number][]} track values with their places
 * @param {number} value
 */
function direction(track, value) {
  const little = (track[track.length - 1][0] - track[0][0]) / 50;
  const [x, y] = placed(track, value - little), [right, bottom] = placed(track, value + little);
  return (Math.atan2(bottom - y, right - x) * 180) / Math.PI;
}

/**
 * Something round that is dragged, for a finger as well as for a mouse.
 *
 * @param {Overlay} overlay
 * @param {string} words
 * @param {Record<string, string>} more attributes
 */
export function knob(overlay, words, more = {}) {
  const node = mark("g", overlay.sheet, { "class": "spine-edu-grip", ...more });
  mark("circle", node, { "class": "reach", "r": String(REACH) });
  mark("path", node, { "class": "ways", "d": WAYS });
  mark("circle", node, { "class": "knob", "r": "8" });
  mark("title", node, {}).textContent = words;
  return node;
}

/**
 * Let a knob be dragged along a track. It is not taken by its middle: where the hand took it, it stays in the hand.
 *
 * @param {SVGGraphicsElement} node
 * @param {Overlay} overlay
 * @param {() => Track | undefined} track where it can be dragged now
 * @param {(value: number) => void} dragged
 */
export function dragging(node, overlay, track, dragged) {
  let apart = [0, 0];
  keepFinger(node);
  node.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    event.stopPropagation();
    node.setPointerCapture(event.pointerId);
    const [x, y] = overlay.at(event), { e, f } = node.transform.baseVal[0].matrix;
    apart = [e - x, f - y];
  });
  node.addEventListener("pointermove", (event) => {
    const given = track(), now = given && trackOn(overlay, given), [x, y] = overlay.at(event);
    if (now && node.hasPointerCapture(event.pointerId))
      dragged(nearest(now, [x + apart[0], y + apart[1]], given.along ?? "").value);
  });
}

/**
 * Put a knob where a value lies on its track, or take it out of sight if there is none.
 *
 * @param {SVGGraphicsElement} node
 * @param {[number, number, number][] | undefined} track
 * @param {number} value
 * @param {string} [along] the one axis along which it is dragged
 */
export function lay(node, track, value, along) {
  node.style.display = track ? "" : "none";
  if (!track) return;
  const way = along ? Number(along === "y") * 90 : direction(track, value);
  node.setAttribute("transform", `translate(${placed(track, value).join(" ")})`);
  node.querySelector(".ways")?.setAttribute("transform", `rotate(${way})`);
}

/**
 * A track in pixels; nothing if its axes are not drawn now.
 *
 * @param {Overlay} overlay
 * @param {Track} given
 */
export function trackOn(overlay, { axes, track }) {
  const drawn = overlay.axes(axes);
  return drawn?.shows(track)
    ? track.map(([value, x, y]) => /** @type {[number, number, number]} */ ([value, ...drawn.to(x, y)])) : undefined;
}

export class Grips {
  /**
   * @param {Host} host
   * @param {Hand} hand
   * @param {Card} card
   * @param {Overlay} overlay
   * @param {(control: string, value: number) => void} show let the control itself show where it is dragged
   */
  constructor(host, hand, card, overlay, show) {
    this.host = host;
    this.hand = hand;
    this.card = card;
    this.overlay = overlay;
    this.show = show;
    /** @type {Map<string, SVGGraphicsElement>} control -> what is dragged */
    this.nodes = new Map();
    /** @type {Map<string, number>} control -> where a hand has left it, until Python has answered */
    this.wanted = new Map();
    /** @type {Record<string, number>} control -> where a run that is looked at has brought it */
    this.played = {};
    overlay.followers.push(() => this.follow());
    host.on("change:grips change:prediction", () => this.follow());
  }

  /** @returns {Grip[]} */
  get all() {
    return this.host.get("grips");
  }

  /** What a grip shows: where the hand has it, else the moment of a run, else the state. @param {string} control */
  value(control) {
    const held = this.hand.holds(control) ? this.wanted.get(control) : undefined;
    return held ?? this.played[control] ?? this.grip(control)?.now ?? this.host.get(control);
  }

  /**
   * A moment of a run is looked at, or none any more: what it moves takes its grip along.
   *
   * @param {Frames} [frames]
   * @param {number} [index]
   */
  play(frames, index = 0) {
    this.played = Object.fromEntries(Object.entries(frames?.controls ?? {}).map(([name, all]) => [name, all[index]]));
  }

  follow() {
    const { all } = this, names = all.map(({ control }) => control);
    for (const [control, node] of this.nodes)
      if (!names.includes(control)) {
        node.remove();
        this.nodes.delete(control);
      }
    for (const grip of all) {
      const { control, along } = grip, node = this.nodes.get(control) ?? this.make(control);
      lay(node, trackOn(this.overlay, grip), this.value(control), along);
    }
  }

  /** @param {string} control */
  grip(control) {
    return this.all.find((one) => one.control === control);
  }

  /** @param {string} control */
  make(control) {
    const words = `${this.card.controls[control].label}: drag`;
    const node = knob(this.overlay, words, { "data-control": control });
    this.nodes.set(control, node);
    dragging(node, this.overlay, () => this.grip(control), (value) => this.drag(control, value));
    return node;
  }

  /** @param {string} control @param {number} to */
  drag(control, to) {
    const choices = this.grip(control)?.choices;
    if (choices) this.choose(control, choices, Math.round(to));
    else this.step(control, to);
  }

  /**
   * A grip over choices goes from one to the next.
   *
   * @param {string} control
   * @param {string[]} choices
   * @param {number} to
   */
  choose(control, choices, to) {
    if (to === this.value(control)) return;
    this.wanted.set(control, to);
    // The name tells which control is on its way.
    this.hand.do({ act: "click", choice: choices[to], name: control });
    this.put(control, to);
  }

  /** @param {string} control @param {number} to */
  step(control, to) {
    const { low, high, step, steps } = /** @type {CardNumber} */ (this.card.controls[control]);
    const whole = Math.min(steps, Math.max(0, Math.round((to - low) / step)));
    const value = Math.min(low + whole * step, high);
    if (whole === Math.round((this.value(control) - low) / step)) return;
    this.wanted.set(control, value);
    this.hand.do({ act: "move", name: control, step: whole });
    this.show(control, value);
    this.put(control, value);
  }

  /** @param {string} control @param {number} value */
  put(control, value) {
    const node = this.nodes.get(control), grip = this.grip(control);
    if (node && grip) lay(node, trackOn(this.overlay, grip), value, grip.along);
  }
}
