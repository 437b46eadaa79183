// Things of a picture that are tapped: outlines over what is drawn, each of which makes a choice. The lists beside the
// picture are the keyboard's way.

import { dropped, mark } from "./overlay.js";

/** @import { Overlay } from "./overlay.js" */
/** @import { Things } from "./types.d.ts" */

export class Touches {
  /**
   * @param {Overlay} overlay
   * @param {(choice: string) => void} tapped
   */
  constructor(overlay, tapped) {
    this.overlay = overlay;
    this.tapped = tapped;
    /** @type {Things | undefined} */
    this.given = undefined;
    /** Where the axes lay when the outlines were last laid over them. */
    this.laid = "";
    // Under all else that a hand may take: knobs and dots.
    this.sheet = mark("g", overlay.sheet, {});
    overlay.sheet.prepend(this.sheet);
    this.follow = () => this.draw();
    overlay.followers.push(this.follow);
  }

  /** @param {Things | undefined} given without any outlines, nothing can be tapped */
  show(given) {
    this.given = given;
    this.laid = "";
    this.draw();
  }

  draw() {
    const { given, overlay, sheet } = this, drawn = given?.axes && overlay.axes(given.axes);
    const laid = drawn ? [...drawn.to(0, 0), ...drawn.to(1, 1)].join(" ") : "";
    if (laid && laid === this.laid) return;
    this.laid = laid;
    sheet.replaceChildren();
    if (!given || !drawn) return;
    for (const [choice, path] of Object.entries(given.things)) {
      const d = dropped(path, drawn);
      const node = mark("path", sheet, { "class": "spine-edu-thing", "data-choice": choice, d });
      node.addEventListener("click", () => this.tapped(choice));
    }
  }

  close() {
    this.overlay.followers = this.overlay.followers.filter((one) => one !== this.follow);
    this.sheet.remove();
  }
}
