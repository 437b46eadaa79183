// What a hand does with solids: it turns, comes nearer, taps, and takes off; and the same by keys and buttons.

import { button, element } from "./page.js";
import { KEY } from "./keys.js";

/** @import { Scene } from "./solids_scene.js" */

/** How far a finger may slip while it taps, in px. */
const SLIP = 6;

/**
 * One finger turns, two come nearer, a tap names a part; the wheel with Ctrl comes nearer, too.
 *
 * @param {Scene} scene
 * @param {{ tap: (x: number, y: number) => void, begin: () => void }} on
 */
export function followPointer(scene, on) {
  const { canvas } = scene;
  /** @type {Map<number, { x: number, y: number }>} */
  const fingers = new Map();
  let moved = 0;
  const apart = () => {
    const [one, other] = [...fingers.values()];
    return Math.hypot(one.x - other.x, one.y - other.y);
  };
  canvas.addEventListener("pointerdown", ({ clientX: x, clientY: y, pointerId }) => {
    if (!fingers.size) moved = 0;
    else moved = SLIP + 1;
    fingers.set(pointerId, { x, y });
    canvas.setPointerCapture(pointerId);
    on.begin();
  });
  canvas.addEventListener("pointermove", ({ clientX: x, clientY: y, pointerId }) => {
    const from = fingers.get(pointerId);
    if (!from) return;
    const before = fingers.size === 2 ? apart() : 0;
    fingers.set(pointerId, { x, y });
    moved += Math.abs(x - from.x) + Math.abs(y - from.y);
    if (before) scene.zoom(apart() / before);
    const share = 0.4 / fingers.size;
    if (moved > SLIP) scene.turn((x - from.x) * share, (y - from.y) * share);
  });
  canvas.addEventListener("pointerup", ({ clientX, clientY, pointerId }) => {
    if (fingers.delete(pointerId) && moved <= SLIP) on.tap(clientX, clientY);
  });
  canvas.addEventListener("pointercancel", ({ pointerId }) => fingers.delete(pointerId));
  canvas.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    scene.zoom(Math.exp(-event.deltaY * 0.002));
  }, { passive: false });
}

/**
 * Small buttons in a corner of the picture, and keys that do the same; Enter touches what is in the middle, Delete
 * takes off what was touched.
 *
 * @param {Scene} scene
 * @param {(x: number, y: number) => void} tap
 */
export function followKeys(scene, tap) {
  /** @type {[string, string, string, () => void][]} */
  const acts = [
    ["ArrowLeft", "←", "Turn left", () => scene.turn(-10, 0)],
    ["ArrowRight", "→", "Turn right", () => scene.turn(10, 0)],
    ["ArrowUp", "↑", "Tip up", () => scene.turn(0, 10)],
    ["ArrowDown", "↓", "Tip down", () => scene.turn(0, -10)],
    ["+", "+", "Nearer", () => scene.zoom(1.2)],
    ["-", "−", "Farther", () => scene.zoom(1 / 1.2)],
  ];
  const bar = element("div", "spine-edu-turns", scene.stage);
  for (const [, sign, words, act] of acts) {
    const node = button(bar, sign, act);
    node.setAttribute("aria-label", words);
    node.title = words;
  }
  const middle = () => {
    const { left, top, width, height } = scene.canvas.getBoundingClientRect();
    tap(left + width / 2, top + height / 2);
  };
  /** @type {Record<string, () => void>} */
  const keys = { Home: () => scene.home(), Enter: middle, Delete: () => scene.tapped.take(),
    ...Object.fromEntries(acts.map(([key, , , act]) => [key, act])) };
  scene.canvas.addEventListener(KEY, (event) => {
    const pressed = /** @type {CustomEvent<KeyboardEvent>} */ (event).detail, act = keys[pressed.key];
    if (!act) return;
    pressed.preventDefault();
    act();
  });
}
