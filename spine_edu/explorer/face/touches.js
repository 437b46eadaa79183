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
    /** @type {Map<string, SVGElement>} choice -> its outline */
    this.nodes = new Map();
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
    const things = Object.entries((drawn && given?.things) ?? {});
    // An outline that stays where it is costs nothing: most of them do at most moves.
    const nodes = things.map(([choice]) => this.nodes.get(choice) ?? this.make(choice));
    if (nodes.length !== sheet.children.length || nodes.some((node, at) => node !== sheet.children[at]))
      sheet.replaceChildren(...nodes);
    this.nodes = new Map(things.map(([choice], at) => [choice, nodes[at]]));
    if (!drawn) return;
    for (const [at, [choice, path]] of things.entries()) {
      nodes[at].classList.toggle("calls", Boolean(given?.calls?.includes(choice)));
      const d = dropped(path, drawn);
      if (nodes[at].getAttribute("d") !== d) nodes[at].setAttribute("d", d);
    }
  }

  /** @param {string} choice */
  make(choice) {
    const node = mark("path", this.sheet, { "class": "spine-edu-thing", "data-choice": choice });
    node.addEventListener("click", () => this.tapped(choice));
    return node;
  }

  close() {
    this.overlay.followers = this.overlay.followers.filter((one) => one !== this.follow);
    this.sheet.remove();
  }
}
