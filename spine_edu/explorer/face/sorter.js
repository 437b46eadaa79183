// Cards that are sorted by hand: the top one of a pile is carried to a door, or a door is pressed for it.

import { dropped, keepFinger, mark, STILL } from "./overlay.js";

/** @import { Axes, Overlay } from "./overlay.js" */
/** @import { Sort, Spots } from "./types.d.ts" */

export class Sorter {
  /**
   * @param {Overlay} overlay
   * @param {Spots["axes"]} axes
   * @param {Sort} given
   * @param {(name: string, answer: string) => void} changed an empty answer takes a card back to the pile
   */
  constructor(overlay, axes, given, changed) {
    this.overlay = overlay;
    this.axes = axes;
    this.given = given;
    this.changed = changed;
    /** Card -> its door. @type {Map<string, string>} */
    this.doors = new Map();
    /** The cards that are left, the top one first. */
    this.pile = given.cards.map(([name]) => name);
    /** The card that a pointer is on; its words are shown. */
    this.pointed = "";
    this.sheet = mark("g", overlay.sheet, { "class": "spine-edu-sorted" });
    /** @type {Map<string, SVGGraphicsElement>} */
    this.rooms = new Map();
    for (const answer of Object.keys(given.doors)) {
      const room = mark("rect", this.sheet, { "class": "spine-edu-room", "data-door": answer });
      room.addEventListener("click", () => this.put(this.pile[0], answer));
      this.rooms.set(answer, room);
    }
    this.where = mark("path", this.sheet, { "class": "spine-edu-where" });
    this.under = mark("path", this.sheet, { "class": "spine-edu-under-card" });
    this.told = mark("text", this.sheet, { "class": "spine-edu-told" });
    /** @type {Map<string, SVGGraphicsElement>} */
    this.nodes = new Map();
    for (const [name, words, , , , drawing] of given.cards) this.nodes.set(name, this.make(name, words, drawing));
    this.follow = () => this.draw();
    overlay.followers.push(this.follow);
    this.draw();
  }

  /** @param {string} name @param {string} words @param {string} [drawing] */
  make(name, words, drawing) {
    const node = mark("g", this.sheet, { "class": "spine-edu-card", "data-card": name });
    mark("rect", node, { "rx": "4" });
    if (drawing) mark("path", node, { "data-drawing": drawing });
    mark("text", node, {}).textContent = words;
    this.carry(node, name);
    node.addEventListener("pointerenter", () => this.point(name));
    node.addEventListener("pointerleave", () => this.point(""));
    return node;
  }

  /** Show what a card says, wherever it lies; without one, what the top card says. @param {string} name */
  point(name) {
    this.pointed = name;
    this.tell();
  }

  /** @param {SVGGraphicsElement} node @param {string} name */
  carry(node, name) {
    /** Where the hand has taken the card. @type {[number, number] | undefined} */
    let taken;
    keepFinger(node);
    node.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      // First over all others: a node that is put elsewhere in the page loses the pointer.
      this.sheet.append(node);
      node.setPointerCapture(event.pointerId);
      taken = this.overlay.at(event);
    });
    node.addEventListener("pointermove", (event) => {
      if (!taken) return;
      const [x, y] = this.overlay.at(event), { at: [left, top] } = this.place(name);
      node.toggleAttribute("data-held", true);
      node.setAttribute("style", `transform: translate(${left + x - taken[0]}px, ${top + y - taken[1]}px)`);
      for (const [answer, room] of this.rooms) room.toggleAttribute("data-over", answer === this.door([x, y]));
    });
    const leave = (/** @type {PointerEvent} */ event) => {
      if (!taken) return;
      const [x, y] = this.overlay.at(event), pressed = Math.hypot(x - taken[0], y - taken[1]) < STILL;
      taken = undefined;
      node.removeAttribute("data-held");
      for (const room of this.rooms.values()) room.removeAttribute("data-over");
      const answer = pressed ? "" : this.door([x, y]);
      if (event.type === "pointercancel") this.draw();
      else this.put(name, answer);
    };
    for (const end of /** @type {const} */ (["pointerup", "pointercancel"])) node.addEventListener(end, leave);
  }

  /** The door at a point of the sheet; empty beside them. @param {[number, number]} point */
  door(point) {
    const axes = this.overlay.axes(this.axes);
    if (!axes) return "";
    const [x, y] = axes.from(point);
    const found = Object.entries(this.given.doors).find(([, [left, top, right, low]]) =>
      x >= left && x <= right && y >= top && y <= low);
    return found?.[0] ?? "";
  }

  /** A card goes to a door, or back onto the pile. @param {string | undefined} name @param {string} answer */
  put(name, answer) {
    if (!name) return;
    this.show(name, answer);
    this.changed(name, answer);
  }

  /** @param {string} name @param {string} answer */
  show(name, answer) {
    const top = this.pile[0];
    this.pile = this.pile.filter((one) => one !== name);
    if (answer) this.doors.set(name, answer);
    else this.doors.delete(name);
    if (!answer) this.pile.unshift(name);
    if (!answer && name === top) this.nudge();
    this.draw();
  }

  /** Who presses the card itself is shown the doors. */
  nudge() {
    for (const room of this.rooms.values()) room.toggleAttribute("data-over", true);
    setTimeout(() => { for (const room of this.rooms.values()) room.removeAttribute("data-over"); }, 350);
  }

  /**
   * Where the middle of a card lies and half its width and height, in pixels of the sheet; half its height in units.
   *
   * @param {string} name
   * @returns {{ at: [number, number], half: [number, number], tall: number }}
   */
  place(name) {
    const axes = this.overlay.axes(this.axes), answer = this.doors.get(name);
    const { beside = 1, deck, doors, half: [across, tall], order, rows: [first, pitch, last, share] } = this.given;
    if (!axes) return { at: [0, 0], half: [0, 0], tall: 0 };
    const [zero, high] = axes.to(0, 0);
    const size = (/** @type {number} */ up) => {
      const [x, y] = axes.to(across, up);
      return /** @type {[number, number]} */ ([x - zero, y - high]);
    };
    if (!answer) return { at: axes.to(...deck), half: size(tall), tall };
    const behind = order.filter((one) => this.doors.get(one) === answer), [left, above, right] = doors[answer];
    const at = behind.indexOf(name), room = (right - left) / beside, top = first + (beside > 1 ? above : 0);
    // The more cards there are behind a door, the lower each of them is: none hides another.
    const apart = Math.min(pitch, (last - first) / Math.ceil(behind.length / beside));
    const middle = axes.to(left + room * (at % beside + 0.5), top + apart * (Math.floor(at / beside) + 0.5));
    const there = Math.min(tall, share * apart);
    return { at: middle, half: size(there), tall: there };
  }

  draw() {
    const axes = this.overlay.axes(this.axes);
    if (!axes) return;
    for (const [answer, room] of this.rooms) {
      const [left, top, right, low] = this.given.doors[answer];
      const [[x, y], [end, floor]] = [axes.to(left, top), axes.to(right, low)];
      box(room, x, y, end - x, floor - y);
    }
    for (const [name, node] of this.nodes) {
      const { at: [x, y], half, tall } = this.place(name), left = this.pile.indexOf(name);
      node.setAttribute("style", `transform: translate(${x}px, ${y}px)`);
      box(/** @type {Element} */ (node.querySelector("rect")), -half[0], -half[1], 2 * half[0], 2 * half[1]);
      this.picture(node, tall, axes);
      // Of the pile one sees the top card alone.
      node.toggleAttribute("data-under", left > 0);
      node.toggleAttribute("data-top", left === 0);
    }
    this.tell();
  }

  /**
   * The drawing on a card, over its name, where there is room for both.
   *
   * @param {Element} node
   * @param {number} tall half the height of the card, in units of the axes
   * @param {Axes} axes
   */
  picture(node, tall, axes) {
    const { drawings } = this.given, drawn = node.querySelector("path"), shown = drawings && tall >= drawings.least;
    if (!drawings || !drawn) return;
    const [x, y] = axes.to(0, 0), [, below] = axes.to(0, drawings.named);
    drawn.setAttribute("d", shown ? dropped(drawn.dataset.drawing ?? "", axes) : "");
    drawn.setAttribute("transform", `translate(${-x} ${-y})`);
    node.querySelector("text")?.setAttribute("y", String(shown ? below - y : 0));
  }

  /** What the top card says, or the placed one that the pointer is on, and where on the body that is. */
  tell() {
    const axes = this.overlay.axes(this.axes), pointed = this.doors.has(this.pointed) ? this.pointed : "";
    const top = this.given.cards.find(([name]) => name === (pointed || this.pile[0]));
    if (!axes) return;
    const { at: [x, y], half: [across, half] } = this.place(""), left = this.pile.length - 1;
    const stack = [3, 2, 1].filter((card) => card <= left).map((card) => 4 * card);
    // Of a card under another one sees two edges.
    const edges = (/** @type {number} */ off) => {
      const high = y - half - off, end = x + across + off;
      return `M${x - across + off},${high + 4}V${high}H${end}V${y + half - off}H${end - 4}`;
    };
    this.under.setAttribute("d", stack.map(edges).join(""));
    this.where.setAttribute("d", top ? dropped(top[4], axes) : "");
    this.told.replaceChildren();
    const more = left > 0 && !pointed ? [`${left} more`] : [];
    (top ? [...(pointed ? [top[1]] : []), ...top[3], ...more] : ["All are sorted."]).forEach((words, row) => {
      const line = mark("tspan", this.told, { x: String(x), dy: row ? "1.2em" : "1.1em" });
      line.textContent = words;
      line.classList.toggle("more", words === more[0]);
      line.classList.toggle("name", Boolean(pointed) && !row);
    });
    this.told.setAttribute("y", String(y + half));
  }

  close() {
    this.overlay.followers = this.overlay.followers.filter((one) => one !== this.follow);
    this.sheet.remove();
  }
}

/**
 * @param {Element} node
 * @param {number} x
 * @param {number} y
 * @param {number} width
 * @param {number} height
 */
function box(node, x, y, width, height) {
  for (const [name, value] of Object.entries({ x, y, width, height })) node.setAttribute(name, String(value));
}
