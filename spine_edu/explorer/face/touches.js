// Things of a picture that are tapped: outlines over what is drawn, each of which makes a choice. Some are pulled to
// one another, with a mouse or a pen: a finger taps one and then the other, and its pulls scroll the page. The lists
// beside the picture are the keyboard's way.

import { dropped, mark, STILL } from "./overlay.js";

/** @import { Overlay } from "./overlay.js" */
/** @import { Things } from "./types.d.ts" */

/** How a pull ends: a hand that leaves its picture lets go. */
const ENDS = /** @type {const} */ (["pointerup", "pointercancel"]);

export class Touches {
  /**
   * @param {Overlay} overlay
   * @param {(choice: string) => void} tapped
   * @param {(start: string, end: string) => void} [pulled] names of things
   */
  constructor(overlay, tapped, pulled = () => {}) {
    this.overlay = overlay;
    this.tapped = tapped;
    this.pulled = pulled;
    /** @type {Things | undefined} */
    this.given = undefined;
    /** Where the axes lay when the outlines were last laid over them. */
    this.laid = "";
    /** @type {Map<string, SVGElement>} choice -> its outline */
    this.nodes = new Map();
    // Under all else that a hand may take: knobs and dots.
    this.sheet = mark("g", overlay.sheet, {});
    overlay.sheet.prepend(this.sheet);
    this.line = mark("path", overlay.sheet, { "class": "spine-edu-drawn" });
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
    let moved = false;
    node.addEventListener("click", () => { if (!moved) this.tapped(choice); });
    node.addEventListener("pointerdown", (event) => {
      moved = false;
      if (this.name(node) && event.pointerType !== "touch") this.pull(node, event, () => { moved = true; });
    });
    return node;
  }

  /** The name of a thing that can be pulled; empty for others. @param {Element | null | undefined} node */
  name(node) {
    return this.given?.names?.[node?.getAttribute("data-choice") ?? ""] ?? "";
  }

  /**
   * From here the hand goes to another thing; a line shows its way.
   *
   * @param {SVGElement} node
   * @param {PointerEvent} begun
   * @param {() => void} moves what to do when it is no press any more
   */
  pull(node, begun, moves) {
    const start = this.name(node), from = this.overlay.at(begun);
    /** @type {Element | undefined} */
    let over = undefined;
    begun.preventDefault();
    node.setPointerCapture(begun.pointerId);
    const under = (/** @type {PointerEvent} */ { clientX, clientY }) => {
      const there = document.elementFromPoint(clientX, clientY) ?? undefined;
      return there && this.sheet.contains(there) && this.name(there) !== start ? there : undefined;
    };
    const move = (/** @type {PointerEvent} */ event) => {
      const to = this.overlay.at(event);
      if (Math.hypot(to[0] - from[0], to[1] - from[1]) > STILL) moves();
      else if (!this.line.hasAttribute("d")) return;
      this.line.setAttribute("d", `M${from}L${to}`);
      over?.removeAttribute("data-over");
      over = this.name(under(event)) ? under(event) : undefined;
      over?.setAttribute("data-over", "");
    };
    const end = () => {
      const name = this.name(over);
      node.removeEventListener("pointermove", move);
      for (const one of ENDS) node.removeEventListener(one, end);
      this.line.removeAttribute("d");
      over?.removeAttribute("data-over");
      if (name) this.pulled(start, name);
    };
    node.addEventListener("pointermove", move);
    for (const one of ENDS) node.addEventListener(one, end);
  }

  close() {
    this.overlay.followers = this.overlay.followers.filter((one) => one !== this.follow);
    this.sheet.remove();
    this.line.remove();
  }
}
