// The solids as a reader sees them: what the kernel shows, the reader's own turning, zooming and taking off, and when
// to draw.

import { calm, eased, element } from "./page.js";
import { carried, depthOf, lookFrom, onPicture, onSheet, onTheWay } from "./solids_camera.js";
import { Flight } from "./solids_flight.js";
import { lies } from "./solids_gaps.js";
import { Painter } from "./solids_gl.js";
import { Labels } from "./solids_labels.js";
import { bytes, unpacked } from "./solids_packed.js";
import { Whole } from "./solids_whole.js";
import { Tapped } from "./solids_tapped.js";

/** @import { Host, Label, NamedView, Gap, Part } from "./types.d.ts" */
/** @import { Gaps } from "./solids_gaps.js" */
/** @import { Pose } from "./solids_gl.js" */

/** After how many ms without a change the fine picture is drawn; the longer where there is no graphics card. */
const REST = 220, LONG_REST = 900;

/** After how many ms without a change it is asked which labels point at something hidden. */
const LOOK = 90;

/** How long a picture takes from one view to another, and from one counted thing to the next, in ms. */
const GLIDE = 450, COUNT = 90;

/** How many mm something may lie inside a thing and still count as seen. */
const SLACK = 8;

/** On a phone: which share of a picture of one thing is left to its labels, and how much of its width is shown. */
const CLOSE = 0.38, CROPPED = 0.72;

/** No turning and zooming of the reader's own. */
const asNamed = () => ({ azimuth: 0, elevation: 0, zoom: 1 });

export class Scene {
  /**
   * @param {Host} model
   * @param {HTMLElement} place
   */
  constructor(model, place) {
    this.model = model;
    this.whole = new Whole(this, place);
    this.stage = element("div", "spine-edu-scene", place);
    this.canvas = element("canvas", "spine-edu-solid", this.stage);
    this.canvas.tabIndex = 0;
    this.canvas.setAttribute("role", "img");
    this.canvas.dataset.lmSuppressShortcuts = "true";
    this.labels = new Labels(this.stage);
    this.where = element("p", "spine-edu-spoken", this.stage);
    this.where.setAttribute("aria-live", "polite");
    this.stage.append(this.labels.sheet);
    this.tapped = new Tapped(this);
    this.gl = this.canvas.getContext("webgl2", { antialias: false });
    /** @type {Painter | undefined} there is one as soon as the meshes are here */
    this.painter = undefined;
    this.own = asNamed();
    this.named = this.chosen = "";
    this.asked = false;
    this.near = false;
    this.resting = this.looking = 0;
    this.moves = this.shade = new Float32Array();
    this.shown = new Uint8Array();
    /** Parts that the reader has taken off. @type {Set<number>} */
    this.off = new Set();
    /** Parts that the reader has put where he expects them. @type {Set<number> | undefined} */
    this.guess = undefined;
    /** @type {Gaps | undefined} */
    this.gaps = undefined;
    /** Labels whose things cannot be seen from where one looks, are seen on the other side, or are taken off. */
    this.hidden = this.mirrored = this.gone = /** @type {Set<string>} */ (new Set());
    /** From when on it is counted, and from where and when on one glides to another view. */
    this.counting = 0;
    /** @type {{ from: NamedView & { zoom: number }, since: number } | undefined} */
    this.way = undefined;
    /** What to do when it has been turned or something is off. */
    this.changed = () => {};
    this.flight = new Flight();
    /** How much is taken off, and whether it has gone up. */
    this.depth = 0;
    this.up = false;
    this.watchers = [new ResizeObserver(() => this.ask()),
      new IntersectionObserver(([{ isIntersecting }]) => this.come(isIntersecting), { rootMargin: "50%" })];
  }

  /** Unpack the meshes and begin to draw. */
  async open() {
    if (!this.gl) return;
    const { model } = this, meshes = await unpacked(model.get("meshes"), model.get("vertex_bytes"));
    this.painter = new Painter(this.gl, meshes, model.get("parts"), model.get("unit"));
    this.follow();
    for (const watcher of this.watchers) watcher.observe(this.stage);
  }

  close() {
    for (const watcher of this.watchers) watcher.disconnect();
    this.painter?.close();
  }

  /** @param {boolean} near whether a reader can see it, or nearly so */
  come(near) {
    this.near = near;
    this.ask();
  }

  get phase() {
    return /** @type {string} */ (this.model.get("prediction").phase);
  }

  /** Where one looks from in the end: the named view, and what the reader has turned. */
  get goal() {
    const view = /** @type {NamedView} */ (this.model.get("camera")), { azimuth, elevation, zoom } = this.own;
    return { ...view, azimuth: view.azimuth + azimuth, elevation: view.elevation + elevation, zoom };
  }

  /** Where one looks from now: perhaps still on the way. */
  get view() {
    const { goal, way } = this;
    if (!way) return goal;
    const share = (performance.now() - way.since) / GLIDE;
    if (share >= 1) this.way = undefined;
    return share >= 1 ? goal : onTheWay(way.from, goal, eased(share));
  }

  /** Take over what the kernel says now; the student's own turning and zooming stay until the named view changes. */
  follow() {
    const view = this.model.get("camera"), from = this.named ? this.before : undefined, old = this.painted;
    if (view.name !== this.named) {
      if (this.named) this.tapped.hide();
      this.named = view.name;
      this.own = asNamed();
    }
    if (this.whole.chosen !== this.chosen) this.tapped.keep(this.whole.chosen);
    this.chosen = this.whole.chosen;
    this.moves = new Float32Array(bytes(this.model.get("moves")).buffer);
    this.shade = new Float32Array(bytes(this.model.get("shade")).buffer);
    this.shown = bytes(this.model.get("shown"));
    this.glide(from);
    const { depth, up } = view;
    if (from && depth !== this.depth) this.fly(old, depth > this.depth, up || this.up);
    [this.depth, this.up] = [depth, up];
    this.whole.follow();
    this.ask();
  }

  /** Go to another view in a moment, so that one sees where it lies. @param {(NamedView & { zoom: number })} [from] */
  glide(from) {
    if (!from || calm() || JSON.stringify(from) === JSON.stringify(this.goal)) return;
    this.way = { from, since: performance.now() };
    this.changed();
  }

  /**
   * What has been taken off goes away, or comes back.
   *
   * @param {Uint8Array} old how everything was painted
   * @param {boolean} off
   * @param {boolean} up
   */
  fly(old, off, up) {
    if (!calm()) this.flight.start(this.model.get("parts"), old, this.painted, off, up);
  }

  /**
   * @param {number} azimuth degrees to add
   * @param {number} elevation
   */
  turn(azimuth, elevation) {
    const base = this.model.get("camera").elevation;
    this.tapped.hint(false);
    this.own.azimuth += azimuth;
    this.own.elevation = Math.min(85, Math.max(-85, base + this.own.elevation + elevation)) - base;
    this.changed();
    this.ask();
  }

  /** @param {number} factor */
  zoom(factor) {
    this.tapped.hint(false);
    this.own.zoom = Math.min(8, Math.max(0.5, this.own.zoom * factor));
    this.ask();
  }

  home() {
    const from = this.before;
    this.own = asNamed();
    this.glide(from);
    this.changed();
    this.ask();
  }

  /** Take a part off, or put it back. @param {number[]} parts @param {boolean} off */
  take(parts, off) {
    if (!parts.length) return;
    const old = this.painted;
    for (const part of parts) {
      if (off) this.off.add(part);
      else this.off.delete(part);
    }
    this.fly(old, off, false);
    this.tapped.hide();
    this.changed();
    this.ask();
  }

  /** The answer is there: what is counted comes one by one. */
  count() {
    if (calm()) return;
    this.counting = performance.now();
    this.ask();
  }

  /** Up to which number it is counted by now. */
  get counted() {
    if (!this.counting) return Infinity;
    const upTo = Math.floor((performance.now() - this.counting) / COUNT);
    if (upTo >= this.model.get("places").length) this.counting = 0;
    return upTo;
  }

  /** Draw soon, if a reader can see it: without a graphics card one fine picture keeps the page busy for a second. */
  ask() {
    const painter = this.painter;
    if (this.asked || !painter || !this.near) return;
    this.asked = true;
    clearTimeout(this.resting);
    clearTimeout(this.looking);
    requestAnimationFrame(() => {
      this.asked = false;
      this.draw(1);
      if (this.way || this.counting || this.flight.since) return this.ask();
      this.looking = setTimeout(() => this.look(), LOOK);
      this.resting = setTimeout(() => this.near && this.draw(2), painter.slow ? LONG_REST : REST);
    });
  }

  /** What is drawn of each part: as the kernel says, but for what the reader has taken off or put there. */
  get painted() {
    const shown = Uint8Array.from(this.shown), { guess, phase, counted } = this;
    for (const part of this.off) shown[part] = 0;
    for (const { part, number } of /** @type {Gap[]} */ (this.model.get("places"))) {
      if (guess && phase !== "open") shown[part] = guess.has(part) ? 3 : 0;
      else if (guess && !number && this.far) shown[part] = guess.has(part) ? 3 : 0;
      else if (number > counted) shown[part] = 0;
    }
    this.flight.add(shown);
    return shown;
  }

  /** Whether the picture is one of the whole. */
  get far() {
    return Boolean(this.model.get("camera").also);
  }

  /** @returns {Pose} */
  pose() {
    const width = this.stage.clientWidth, view = this.before = this.view;
    const { narrow } = this.labels, close = narrow && !this.far;
    const room = Math.min(close ? CLOSE : 0.45, ((narrow ? 1 : 2) * this.labels.room(this.said())) / width);
    const camera = lookFrom({ ...view, wide: (view.wide * (close ? CROPPED : 1)) / (1 - room) },
      width / this.stage.clientHeight, narrow ? room : 0);
    return { camera, moves: this.moves, shade: this.shade, shown: this.painted, ink: this.model.get("colors").ink,
      shifts: this.flight.shifts(this.model.get("parts"), view.reach) };
  }

  /** How wide in px the thing is that the camera frames. */
  get breadth() {
    const { wide, reach, zoom } = this.view;
    return (wide / reach) * this.stage.clientHeight * zoom;
  }

  /** Labels; of a thing that the reader has not put there none is left. */
  said() {
    const labels = /** @type {Label[]} */ (this.model.get("labels"));
    return labels.filter(({ gap }) => !gap || !this.guess || this.guess.has(this.shown.length - 1));
  }

  /**
   * Draw at once with one sample a pixel; when the hand rests, again with `samples` x `samples` for smooth edges.
   *
   * @param {number} samples
   */
  draw(samples) {
    if (!this.stage.clientWidth) return;
    this.resize(samples);
    this.whole.draw(samples);
    const pose = this.pose(), look = this.model.get("colors");
    this.painter?.solids(pose, look, samples === 1);
    if (samples === 1) this.write(pose);
    else this.tell();
  }

  /** Everything that is written and lies over the picture. @param {Pose} pose */
  write({ camera }) {
    const { phase } = this, counted = phase === "open" && this.far ? this.counted : 0;
    const said = this.said().filter(({ text }) => !this.gone.has(text)).map((label) => {
      const [x, y, z] = label.at;
      return this.mirrored.has(label.text) ? { ...label, at: [-x, y, z] } : label;
    });
    this.labels.write(said, this.moves, camera, {
      hidden: this.hidden, turned: Math.abs(this.own.azimuth) > 15, breadth: this.breadth,
      counts: this.model.get("places").filter((/** @type {Gap} */ { number }) => number && number <= counted) });
    this.gaps?.draw(camera);
    this.tapped.follow(camera);
  }

  /** Which labels point at something that lies behind something else. */
  look() {
    const { painter, stage, moves } = this, width = stage.clientWidth, height = stage.clientHeight;
    if (!painter || !this.near || !width) return;
    const pose = this.pose(), labels = this.said();
    // The body is the same on both sides: what is hidden on one may be seen on the other.
    const spots = [1, -1].flatMap((side) => labels.map(({ at: [x, y, z], frame, share }) =>
      carried([side * x, y, z], frame, share, moves)));
    const seen = painter.depths(pose, spots.map((spot) => onPicture(spot, pose.camera, width, height)), width, height);
    const depth = spots.map((spot) => depthOf(spot, pose.camera));
    const hides = (/** @type {number} */ at) => seen[at].far < depth[at] - SLACK;
    const before = [this.hidden, this.mirrored, this.gone].map((names) => [...names].join());
    this.hidden = new Set(labels.filter((_, at) => hides(at) && hides(at + labels.length)).map(({ text }) => text));
    this.mirrored = new Set(labels.filter((_, at) => hides(at) && !hides(at + labels.length)).map(({ text }) => text));
    this.gone = new Set(labels.filter((_, at) => this.off.size && seen[at].near > depth[at] + 2 * SLACK)
      .map(({ text }) => text));
    const now = [this.hidden, this.mirrored, this.gone].map((names) => [...names].join());
    if (before.join("|") !== now.join("|")) this.write(pose);
  }

  /** What is chosen at the height of a finger. @param {number} y of the window */
  nearest(y) {
    const { stage, moves } = this, { camera } = this.pose(), up = y - stage.getBoundingClientRect().top;
    const far = (/** @type {Gap} */ gap) =>
      Math.abs(lies(gap, moves, camera, stage.clientWidth, stage.clientHeight).y - up);
    const gaps = /** @type {Gap[]} */ (this.model.get("places")).filter(({ choice }) => choice);
    const [gap] = gaps.sort((one, other) => far(one) - far(other));
    return gap ? `disc:${gap.choice}` : "";
  }

  /** Say from where one looks, when the reader's own turning has come to rest. */
  tell() {
    const words = this.labels.sheet.querySelector(".compass text")?.textContent ?? "";
    const turned = this.own.azimuth || this.own.elevation;
    if ((turned || this.where.textContent) && this.where.textContent !== words) this.where.textContent = words;
  }

  /** @param {number} samples */
  resize(samples) {
    const scale = Math.min(window.devicePixelRatio || 1, 2) * samples;
    const width = Math.round(this.stage.clientWidth * scale), height = Math.round(this.stage.clientHeight * scale);
    if (this.canvas.width !== width || this.canvas.height !== height) Object.assign(this.canvas, { width, height });
  }

  /**
   * The part under a click, and the point of it that was hit.
   *
   * @param {number} x of the window
   * @param {number} y
   * @returns {{ part: Part, point: number[] } | undefined}
   */
  pick(x, y) {
    const { painter } = this, box = this.canvas.getBoundingClientRect(), pose = this.pose();
    if (!painter) return;
    const part = painter.partAt(pose, ((x - box.left) / box.width) * this.canvas.width,
      (1 - (y - box.top) / box.height) * this.canvas.height);
    const spot = { x: x - box.left, y: y - box.top };
    const [{ here }] = painter.depths(pose, [spot], box.width, box.height);
    this.draw(1);
    return part && { part, point: onSheet(spot, here, pose.camera, box.width, box.height) };
  }
}
