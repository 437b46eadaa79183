// What lies over a figure and is touched there: places in the units of its axes, and where the pointer is in them.

import { svg } from "./page.js";

/** @import { Picture } from "./picture.js" */

/** How far a hand may tremble in a press, in pixels. */
export const STILL = 6;

/**
 * @param {string} tag
 * @param {Element} parent
 * @param {Record<string, string>} attributes
 */
export function mark(tag, parent, attributes) {
  const node = /** @type {SVGGraphicsElement} */ (svg(tag, attributes));
  parent.append(node);
  return node;
}

/**
 * Let a finger on a mark drag it, and not the page: `touch-action` is heard at the edge of an SVG, not inside it.
 *
 * @param {SVGGraphicsElement} node
 */
export function keepFinger(node) {
  node.addEventListener("touchstart", (event) => event.preventDefault(), { passive: false });
}

/** From how many pixels on a pointer that went down and up has dragged, and not pressed. */
const DRAGGED = 4;

/**
 * Let what is pressed lie under a body that is dragged: where a hand does not drag, its press goes through.
 *
 * @param {SVGGraphicsElement} body
 * @param {Overlay} overlay
 */
export function pressThrough(body, overlay) {
  let [begun, over] = [[0, 0], /** @type {SVGGeometryElement | undefined} */ (undefined)];
  const point = (/** @type {MouseEvent} */ event) => overlay.at(event);
  body.addEventListener("pointerdown", (event) => {
    begun = point(event);
  });
  body.addEventListener("pointermove", (event) => {
    over?.removeAttribute("data-over");
    over = body.hasPointerCapture(event.pointerId) ? undefined : overlay.thing(point(event));
    over?.setAttribute("data-over", "");
    body.style.cursor = over ? "pointer" : "";
  });
  body.addEventListener("pointerleave", () => over?.removeAttribute("data-over"));
  body.addEventListener("click", (event) => {
    const [x, y] = point(event);
    if (Math.hypot(x - begun[0], y - begun[1]) < DRAGGED) overlay.thing([x, y])?.dispatchEvent(new MouseEvent("click"));
  });
}

/** A sheet of glass over a picture. The keyboard has other ways, so a screen reader does not hear of it. */
export class Overlay {
  /** @param {Picture} picture */
  constructor(picture) {
    this.picture = picture;
    this.sheet = mark("svg", picture.place, { "class": "spine-edu-overlay", "aria-hidden": "true" });
    /** What to do when the figure has been drawn anew. @type {(() => void)[]} */
    this.followers = [];
    picture.drawn = (sized) => this.follow(sized);
  }

  /** @param {boolean} sized whether the picture may have another size; to ask for it, the page must be laid out */
  follow(sized) {
    if (sized) {
      const { style, offsetWidth, offsetHeight } = this.picture.node;
      this.sheet.setAttribute("width", String(offsetWidth));
      this.sheet.setAttribute("height", String(offsetHeight));
      this.sheet.style.transform = style.transform;
    }
    for (const follow of this.followers) follow();
  }

  /**
   * Two axes of the figure; nothing if it has none of these names now.
   *
   * @param {[string, string]} names as in its layout, such as "xaxis" and "yaxis2"
   */
  axes([across, up]) {
    const all = this.picture.node._fullLayout;
    return all?.[across]?._length && all?.[up]?._length ? new Axes(all[across], all[up]) : undefined;
  }

  /** The uppermost thing that is tapped at a place of the sheet. @param {[number, number]} point in its own pixels */
  thing([x, y]) {
    const things = /** @type {SVGGeometryElement[]} */ ([...this.sheet.querySelectorAll(".spine-edu-thing")]);
    return things.reverse().find((one) => one.isPointInFill(new DOMPoint(x, y)));
  }

  /** Where a pointer is on the sheet, in its own pixels. @param {MouseEvent} event @returns {[number, number]} */
  at(event) {
    const { left, top, width } = this.picture.node.getBoundingClientRect();
    const scale = width / this.picture.node.offsetWidth;
    return [(event.clientX - left) / scale, (event.clientY - top) / scale];
  }
}

/**
 * A path of pairs of numbers, in pixels of the sheet.
 *
 * @param {string} path in the units of the axes
 * @param {Axes} axes
 */
export const dropped = (path, axes) =>
  path.replace(/([-\d.]+),([-\d.]+)/g, (_, x, y) => axes.to(Number(x), Number(y)).join(","));

export class Axes {
  /** @param {any} across @param {any} up */
  constructor(across, up) {
    this.across = across;
    this.up = up;
  }

  /** @param {number} x @param {number} y @returns {[number, number]} in pixels of the sheet */
  to(x, y) {
    return [this.across._offset + this.across.c2p(x), this.up._offset + this.up.c2p(y)];
  }

  /** @param {[number, number]} point in pixels of the sheet @returns {[number, number]} in the units of the axes */
  from([left, top]) {
    return [this.across.p2c(left - this.across._offset), this.up.p2c(top - this.up._offset)];
  }

  /** Whether places lie on the axes as they are drawn now. @param {[value: number, x: number, y: number][]} places */
  shows(places) {
    return places.every(([, x, y]) => this.to(x, y).every(Number.isFinite));
  }

  /** The rectangle between the axes, in pixels of the sheet. */
  get box() {
    const { across, up } = this;
    return { x: across._offset, y: up._offset, width: across._length, height: up._length };
  }
}
