// Hands on the picture: places that are dragged, each bound to one control. The control's slider is the keyboard's way.

import { placeBetween } from "./between.js";
import { keepFinger, mark, pressThrough } from "./overlay.js";

/** @import { Overlay } from "./overlay.js" */
/** @import { Card, CardNumber, Frames, Grip, Hand, Host, Taken, Track } from "./types.d.ts" */

/** Half the size of what a finger must hit, in pixels. */
const REACH = 16;

/** To which type size, in px, a knob's own size belongs; and how much larger it may get. */
const TYPE = 16, MOST = 1.4;

/** Two arrowheads beside a knob: which way it goes; and two more where it goes any way. */
const WAYS = "M11,-4L16,0L11,4M-11,-4L-16,0L-11,4", MORE_WAYS = "M-4,11L0,16L4,11M-4,-11L0,-16L4,-11";

/** A picture that has not been drawn yet. */
const WAITS = -1;

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
  // A group of its own, so that it can be larger where the picture is smaller: see `Grips.resize`.
  const sized = mark("g", node, {});
  mark("circle", sized, { "class": "reach", "r": String(REACH) });
  mark("path", sized, { "class": "ways", "d": WAYS });
  mark("circle", sized, { "class": "knob", "r": "8" });
  mark("title", node, {}).textContent = words;
  return node;
}

/**
 * Let something be dragged. It is not taken by its middle: where the hand took it, it stays in the hand.
 *
 * @param {SVGGraphicsElement} node what takes the pointer
 * @param {Overlay} overlay
 * @param {(point: [number, number]) => void} dragged where its mark is to go, in pixels of the sheet
 * @param {{ mark?: SVGGraphicsElement, turn?: () => number }} [more] the knob that marks it, if it is none itself; and
 *   which picture lies under it: another number is another picture, and `WAITS` one that is not here yet
 */
export function dragging(node, overlay, dragged, { mark: held = node, turn = () => 0 } = {}) {
  let apart = [0, 0], begun = 0;
  /** @param {PointerEvent} event */
  const take = (event) => {
    const [x, y] = overlay.at(event), { e, f } = held.transform.baseVal[0].matrix;
    apart = [e - x, f - y];
    begun = turn();
  };
  keepFinger(node);
  node.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    event.stopPropagation();
    node.setPointerCapture(event.pointerId);
    take(event);
  });
  node.addEventListener("pointermove", (event) => {
    if (!node.hasPointerCapture(event.pointerId)) return;
    const [x, y] = overlay.at(event), now = turn();
    // Another picture under the hand: the knob is where its value lies there, and is held from there on.
    if (now !== begun && now !== WAITS) take(event);
    else if (now === begun) dragged([x + apart[0], y + apart[1]]);
  });
}

/**
 * The value that lies nearest to a place of the sheet; nothing if the axes of the track are not drawn now.
 *
 * @param {Overlay} overlay
 * @param {Track} given
 * @param {[number, number]} point
 */
export function valueAt(overlay, given, point) {
  const track = trackOn(overlay, given);
  return track && nearest(track, point, given.along ?? "").value;
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
    /** @type {Map<string, Taken>} control -> what is dragged */
    this.nodes = new Map();
    /** @type {Map<string, number>} control -> where a hand has left it, until Python has answered */
    this.wanted = new Map();
    /** @type {Record<string, number>} control -> where a run that is looked at has brought it */
    this.played = {};
    /** Whether a run goes on, or is not answered yet: what it does not bring along would lie beside its thing. */
    this.away = false;
    /** What the size of the knobs hangs on. */
    this.type = -1;
    this.transform = "";
    /** What takes the pointer besides the knobs lies under all else. */
    this.bodies = mark("g", overlay.sheet, {});
    overlay.sheet.prepend(this.bodies);
    /** How often the picture has become another one, and whether it is still on its way. */
    this.turns = 0;
    this.waits = false;
    this.phase = host.get("prediction").phase;
    overlay.followers.push(() => {
      this.waits = false;
      this.resize();
      this.follow();
    });
    host.on("change:grips change:prediction", () => {
      this.turn(host.get("prediction").phase);
      this.follow();
    });
  }

  /** Knobs grow with the type of the picture, and do not shrink with it as far as a picture may on a phone. */
  resize() {
    const { node } = this.overlay.picture, { transform } = node.style, type = node._fullLayout?.font.size ?? 0;
    // To read a scale from a style, the page may have to be laid out.
    if (this.type === type && this.transform === transform) return;
    Object.assign(this, { type, transform });
    const size = Math.min(MOST, Math.max(1, type / TYPE, 1 / new DOMMatrix(transform || "none").a));
    this.overlay.sheet.style.setProperty("--spine-edu-knob-size", String(size));
  }

  /** A drag that lifts the veil waits for the picture under it. @param {string} phase */
  turn(phase) {
    if (phase === this.phase) return;
    this.phase = phase;
    this.turns += 1;
    this.waits = true;
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
   * @param {number} [share] how much of the way to the next moment is done, 0 to 1
   * @param {boolean} [goes] whether the run goes on: until `rest` only the knobs of what it moves are to be seen
   */
  play(frames, index = 0, share = 0, goes = false) {
    this.away ||= goes;
    this.played = Object.fromEntries(Object.entries(frames?.controls ?? {}).map(([name, all]) =>
      [name, placeBetween(all[index], all[index + 1] ?? all[index], share)]));
    const away = frames?.bare && index < frames.count - 1 ? "hidden" : "";
    for (const { node, body } of this.nodes.values()) for (const one of [node, body]) one.style.visibility = away;
  }

  /** Python has said where everything is now: all knobs lie there. */
  rest() {
    this.away = false;
    this.follow();
  }

  follow() {
    const { all } = this, names = all.map(({ control }) => control);
    for (const [control, { node, body }] of this.nodes)
      if (!names.includes(control)) {
        node.remove();
        body.remove();
        this.nodes.delete(control);
      }
    for (const grip of all) this.put(grip, this.nodes.get(grip.control) ?? this.make(grip));
  }

  /** @param {string} control */
  grip(control) {
    return this.all.find((one) => one.control === control);
  }

  /** @param {Grip} grip @returns {Taken} */
  make({ control, up, small, rests }) {
    const { controls } = this.card, names = [control, ...(up ? [up.control] : [])];
    const node = knob(this.overlay, `${names.map((name) => controls[name].label).join(" and ")}: drag`,
      { "data-control": control });
    node.classList.toggle("small", Boolean(small));
    node.classList.toggle("rests", Boolean(rests));
    if (up) node.querySelector(".ways")?.setAttribute("d", WAYS + MORE_WAYS);
    const body = mark("polygon", this.bodies, { "class": "spine-edu-held", "data-control": control });
    const turn = () => (this.waits ? WAITS : this.turns);
    for (const one of [node, body])
      dragging(one, this.overlay, (point) => this.drag(control, point), { mark: node, turn });
    pressThrough(body, this.overlay);
    const taken = { node, body };
    this.nodes.set(control, taken);
    return taken;
  }

  /** @param {string} control @param {[number, number]} point */
  drag(control, point) {
    const grip = this.grip(control), value = grip && valueAt(this.overlay, grip, point);
    if (!grip || value === undefined) return;
    if (grip.choices) return this.choose(grip, grip.choices, Math.round(value));
    /** @type {Record<string, number>} */
    const to = { [control]: value };
    const higher = grip.up && valueAt(this.overlay, upwards(grip, grip.up), point);
    if (grip.up && higher !== undefined) to[grip.up.control] = higher;
    this.step(grip, to);
  }

  /**
   * A grip over choices goes from one to the next.
   *
   * @param {Grip} grip
   * @param {string[]} choices
   * @param {number} to
   */
  choose(grip, choices, to) {
    const { control } = grip;
    if (to === this.value(control)) return;
    this.wanted.set(control, to);
    // The name tells which control is on its way.
    this.hand.do({ act: "click", choice: choices[to], name: control });
    this.put(grip);
  }

  /**
   * A grip over numbers goes along their steps.
   *
   * @param {Grip} grip
   * @param {Record<string, number>} to control -> where the hand has it
   */
  step(grip, to) {
    /** @type {Record<string, number>} */
    const steps = {};
    let moved = false;
    for (const [control, value] of Object.entries(to)) {
      const { low, step, steps: most } = this.number(control);
      steps[control] = Math.min(most, Math.max(0, Math.round((value - low) / step)));
      moved ||= steps[control] !== Math.round((this.value(control) - low) / step);
    }
    if (!moved) return;
    for (const [control, whole] of Object.entries(steps)) {
      const { low, high, step } = this.number(control), value = Math.min(low + whole * step, high);
      this.wanted.set(control, value);
      this.show(control, value);
    }
    const { control, up } = grip;
    this.hand.do(up ? { act: "carry", name: control, steps } : { act: "move", name: control, step: steps[control] });
    this.put(grip);
  }

  /** @param {string} control */
  number(control) {
    return /** @type {CardNumber} */ (this.card.controls[control]);
  }

  /** Lay a knob and its body where they are now. @param {Grip} grip @param {Taken | undefined} [taken] */
  put(grip, taken = this.nodes.get(grip.control)) {
    if (!taken) return;
    const { axes, along, up, body } = grip, hidden = this.away && !(grip.control in this.played);
    const track = hidden ? undefined : trackOn(this.overlay, grip);
    lay(taken.node, track, this.value(grip.control), along);
    const drawn = body && track && this.overlay.axes(axes);
    taken.body.style.display = drawn ? "" : "none";
    if (drawn) taken.body.setAttribute("points", body.map(([x, y]) => drawn.to(x, y).join(",")).join(" "));
    const higher = up && track && trackOn(this.overlay, upwards(grip, up));
    if (!higher) return;
    const [x] = placed(track, this.value(grip.control)), [, y] = placed(higher, this.value(up.control));
    taken.node.setAttribute("transform", `translate(${x} ${y})`);
  }
}

/**
 * The other way of a grip that moves two controls.
 *
 * @param {Grip} grip
 * @param {NonNullable<Grip["up"]>} up
 * @returns {Track}
 */
const upwards = ({ axes }, { track }) => ({ axes, track, along: "y" });
