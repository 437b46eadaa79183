// The solids as a reader handles them: what the kernel shows, the reader's own turning and zooming, and when to draw.

import { button, element } from "./page.js";
import { KEY } from "./keys.js";
import { lookFrom } from "./solids_camera.js";
import { Painter, bytes, inflate } from "./solids_gl.js";
import { Labels } from "./solids_labels.js";

/** @import { Host } from "./types.d.ts" */
/** @import { Pose } from "./solids_gl.js" */

/** After how many ms without a change the fine picture is drawn; the longer where there is no graphics card. */
const REST = 220, LONG_REST = 900;

/** No turning and zooming of the reader's own. */
const asNamed = () => ({ azimuth: 0, elevation: 0, zoom: 1 });

export class Scene {
  /**
   * @param {Host} model
   * @param {HTMLElement} stage
   */
  constructor(model, stage) {
    this.model = model;
    this.stage = stage;
    this.canvas = element("canvas", "spine-edu-solid", stage);
    this.canvas.tabIndex = 0;
    this.canvas.setAttribute("role", "img");
    this.canvas.dataset.lmSuppressShortcuts = "true";
    this.labels = new Labels(stage);
    this.where = element("p", "spine-edu-spoken", stage);
    this.where.setAttribute("aria-live", "polite");
    stage.append(this.labels.sheet);
    this.tip = element("p", "spine-edu-tapped", stage, "Drag to turn · tap a part to name it");
    this.tip.setAttribute("role", "status");
    this.gl = this.canvas.getContext("webgl2", { antialias: false });
    /** @type {Painter | undefined} there is one as soon as the meshes are here */
    this.painter = undefined;
    this.own = asNamed();
    this.named = "";
    this.asked = false;
    this.near = false;
    this.resting = 0;
    this.moves = new Float32Array();
    this.shown = new Uint8Array();
    this.watchers = [new ResizeObserver(() => this.ask()),
      new IntersectionObserver(([{ isIntersecting }]) => this.come(isIntersecting), { rootMargin: "50%" })];
  }

  /** Unpack the meshes and begin to draw. */
  async open() {
    if (!this.gl) return;
    const { model } = this, meshes = await inflate(model.get("meshes"));
    this.painter = new Painter(this.gl, meshes, model.get("vertex_bytes"), model.get("parts"), model.get("unit"));
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

  /** Take over what the kernel says now; the student's own turning and zooming stay until the named view changes. */
  follow() {
    const view = this.model.get("camera");
    if (view.name !== this.named) {
      if (this.named) this.tip.hidden = true;
      this.named = view.name;
      this.own = asNamed();
    }
    this.moves = new Float32Array(bytes(this.model.get("moves")).buffer);
    this.shown = bytes(this.model.get("shown"));
    this.ask();
  }

  /**
   * @param {number} azimuth degrees to add
   * @param {number} elevation
   */
  turn(azimuth, elevation) {
    const base = this.model.get("camera").elevation;
    this.tip.hidden = true;
    this.own.azimuth += azimuth;
    this.own.elevation = Math.min(85, Math.max(-85, base + this.own.elevation + elevation)) - base;
    this.ask();
  }

  /** @param {number} factor */
  zoom(factor) {
    this.tip.hidden = true;
    this.own.zoom = Math.min(8, Math.max(0.5, this.own.zoom * factor));
    this.ask();
  }

  home() {
    this.own = asNamed();
    this.ask();
  }

  /** Draw soon, if a reader can see it: without a graphics card one fine picture keeps the page busy for a second. */
  ask() {
    const painter = this.painter;
    if (this.asked || !painter || !this.near) return;
    this.asked = true;
    clearTimeout(this.resting);
    requestAnimationFrame(() => {
      this.asked = false;
      this.draw(1);
      this.resting = setTimeout(() => this.near && this.draw(2), painter.slow ? LONG_REST : REST);
    });
  }

  /** @returns {Pose} */
  pose() {
    const view = this.model.get("camera"), width = this.stage.clientWidth;
    const room = (2 * this.labels.room(this.model.get("labels"))) / width;
    const camera = lookFrom({ ...view, azimuth: view.azimuth + this.own.azimuth,
      elevation: view.elevation + this.own.elevation, wide: view.wide / Math.max(0.55, 1 - room), zoom: this.own.zoom },
      width / this.stage.clientHeight);
    return { camera, moves: this.moves, shown: this.shown, ink: this.model.get("colors").ink };
  }

  /**
   * Draw at once with one sample a pixel; when the hand rests, again with `samples` x `samples` for smooth edges.
   *
   * @param {number} samples
   */
  draw(samples) {
    if (!this.stage.clientWidth) return;
    this.resize(samples);
    const pose = this.pose(), look = this.model.get("colors");
    this.painter?.solids(pose, look, samples === 1);
    if (samples === 1) this.labels.write(this.model.get("labels"), this.moves, pose.camera);
    else this.tell();
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
   * Name a part where a finger is, or nothing.
   *
   * @param {string | undefined} words
   * @param {number} x of the window
   * @param {number} y
   */
  name(words, x, y) {
    const { left, top, width } = this.canvas.getBoundingClientRect();
    this.tip.hidden = !words;
    this.tip.textContent = words ?? "";
    Object.assign(this.tip.style, { left: `${x - left}px`, top: `${Math.max(y - top - 14, 30)}px`, bottom: "auto" });
    this.tip.dataset.to = x - left > width / 2 ? "left" : "right";
  }

  /**
   * The part under a click.
   *
   * @param {number} x of the window
   * @param {number} y
   */
  pick(x, y) {
    const box = this.canvas.getBoundingClientRect();
    const part = this.painter?.partAt(this.pose(), ((x - box.left) / box.width) * this.canvas.width,
      (1 - (y - box.top) / box.height) * this.canvas.height);
    this.draw(1);
    return part;
  }
}

/**
 * Drag to turn, click to choose, wheel with Ctrl to come nearer.
 *
 * @param {Scene} scene
 * @param {(part: { name: string, choice: string }) => void} choose
 */
export function followPointer(scene, choose) {
  const canvas = scene.canvas;
  /** @type {{ x: number, y: number } | null} */
  let from = null;
  let moved = 0;
  canvas.addEventListener("pointerdown", ({ clientX, clientY, pointerId }) => {
    from = { x: clientX, y: clientY };
    moved = 0;
    canvas.setPointerCapture(pointerId);
  });
  canvas.addEventListener("pointermove", ({ clientX, clientY }) => {
    if (!from) return;
    const dx = clientX - from.x, dy = clientY - from.y;
    moved += Math.abs(dx) + Math.abs(dy);
    from = { x: clientX, y: clientY };
    scene.turn(dx * 0.4, dy * 0.4);
  });
  canvas.addEventListener("pointerup", ({ clientX, clientY }) => {
    from = null;
    if (moved > 5) return;
    const part = scene.pick(clientX, clientY);
    scene.name(part?.words, clientX, clientY);
    if (part?.choice) choose(part);
  });
  canvas.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    scene.zoom(Math.exp(-event.deltaY * 0.002));
  }, { passive: false });
}

/**
 * Arrow keys and worded buttons for whoever does not use the pointer.
 *
 * @param {Scene} scene
 * @param {HTMLElement} bar
 */
export function followKeys(scene, bar) {
  /** @type {[string, string, () => void][]} */
  const acts = [
    ["ArrowLeft", "Turn left", () => scene.turn(-10, 0)],
    ["ArrowRight", "Turn right", () => scene.turn(10, 0)],
    ["ArrowUp", "Tip up", () => scene.turn(0, 10)],
    ["ArrowDown", "Tip down", () => scene.turn(0, -10)],
    ["+", "Nearer", () => scene.zoom(1.2)],
    ["-", "Farther", () => scene.zoom(1 / 1.2)],
    ["Home", "Back to the named view", () => scene.home()],
  ];
  for (const [, words, act] of acts) button(bar, words, act);
  scene.canvas.addEventListener(KEY, (event) => {
    const pressed = /** @type {CustomEvent<KeyboardEvent>} */ (event).detail;
    const act = acts.find(([key]) => key === pressed.key)?.[2];
    if (!act) return;
    pressed.preventDefault();
    act();
  });
}
