// What a finger on a part is told: its name, where it was touched, and that it can be taken off.

import { button, element } from "./page.js";
import { onPicture } from "./solids_camera.js";

/** @import { Camera } from "./solids_camera.js" */
/** @import { Scene } from "./solids_scene.js" */
/** @import { Part } from "./types.d.ts" */

/** How high above the lower edge it stays, in px: clear of the buttons that turn. */
const TURNS = 72;

/** The first words, and how they are said on a phone. */
const HINT = "Drag to turn · pinch to come nearer · tap a part", TERSE = "Drag, pinch or tap";

export class Tapped {
  /** @param {Scene} scene */
  constructor(scene) {
    this.scene = scene;
    this.place = element("div", "spine-edu-tapped", scene.stage);
    this.words = element("span", "", this.place, HINT);
    this.words.setAttribute("role", "status");
    this.off = button(this.place, "Take it off", () => this.take());
    this.off.hidden = true;
    /** @type {{ part: Part, point: number[] } | undefined} */
    this.hit = undefined;
  }

  /** The first words go when somebody has begun. @param {boolean} shown */
  hint(shown) {
    if (!this.hit) this.place.hidden = !shown;
  }

  /** The first words are short where there is little room. @param {boolean} small */
  fit(small) {
    if ([HINT, TERSE].includes(this.words.textContent ?? "")) this.words.textContent = small ? TERSE : HINT;
  }

  hide() {
    this.hit = undefined;
    this.place.hidden = true;
  }

  /**
   * @param {{ part: Part, point: number[] } | undefined} hit
   * @param {boolean} loose whether it may be taken off
   */
  say(hit, loose) {
    if (!hit) return this.hide();
    this.hit = hit;
    this.place.hidden = false;
    this.place.dataset.to = "right";
    this.words.textContent = hit.part.words;
    this.off.hidden = !loose;
    this.scene.ask();
  }

  /** What was touched stays named as long as it is what is chosen, or chooses nothing. @param {string} chosen */
  keep(chosen) {
    const { choice = "" } = this.hit?.part ?? {};
    if (choice && choice !== chosen) this.hide();
  }

  take() {
    if (!this.hit) return;
    this.scene.take([this.scene.model.get("parts").indexOf(this.hit.part)], true);
  }

  /** It stays at what was touched. @param {Camera} camera */
  follow(camera) {
    const { hit, scene: { stage } } = this;
    if (!hit) return;
    const width = stage.clientWidth, height = stage.clientHeight;
    const { x, y } = onPicture(hit.point, camera, width, height);
    const left = x > width / 2, room = this.place.offsetWidth + 18;
    this.place.dataset.to = left ? "left" : "right";
    const at = left ? Math.max(x, Math.min(room, width)) : Math.min(x, Math.max(width - room, 0));
    Object.assign(this.place.style, { left: `${at}px`, top: `${Math.min(Math.max(y, 40), height - TURNS)}px` });
  }
}
