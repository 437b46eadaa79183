// The words over the solids: labels with leaders, the side words at the edges, and the compass. All of it is made as
// elements and text, never as markup: what stands in a label is shown as it is written.

import { svg } from "./page.js";
import { carried, facingWord, onPicture, seenFrom } from "./solids_camera.js";
import { lies } from "./solids_gaps.js";

/** @import { Camera } from "./solids_camera.js" */
/** @import { Gap, Label } from "./types.d.ts" */

/**
 * What else is known of labels: those whose thing is `hidden`, whether it has been `turned` away from the named view,
 * what is counted, and the `breadth` of the whole thing in px, from which labels do not stand far.
 *
 * @typedef {{ hidden: Set<string>, turned: boolean, counts: Gap[], breadth: number }} More
 */
/** @typedef {Label & { x: number, y: number, unseen: boolean }} Placed */
/** @typedef {"left" | "right"} Side */
/** @typedef {{ lines: string[], up: number }} Caption words, and how many px above the lower edge they end */
/** @typedef {Placed & { side: Side, row: number }} Ended */

/** @type {Side} */
const RIGHT = "right";

/** In how narrow a picture labels are short, in sizes of the type. */
const SHORT = 32;

/** The sheet of words that lies over a picture of solids. */
export class Labels {
  /** @param {HTMLElement} stage */
  constructor(stage) {
    this.stage = stage;
    this.sheet = svg("svg", { class: "spine-edu-labels", "aria-hidden": "true" });
    this.pen = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
  }

  /** The size of the type as the page has it: a hall's is larger than the theme's. */
  get size() {
    return parseFloat(getComputedStyle(this.sheet).fontSize);
  }

  /**
   * @param {string} text
   * @param {number} size
   */
  measure(text, size) {
    this.pen.font = `bold ${size}px ${getComputedStyle(this.stage).fontFamily}`;
    return this.pen.measureText(text).width;
  }

  /**
   * How wide the longest label is: the drawing stays clear of a column of that width at either side.
   *
   * @param {Label[]} labels
   */
  room(labels) {
    const { size } = this;
    return Math.max(0, ...labels.map(({ text }) => this.measure(this.short(text), size) + size));
  }

  /** What is written of a label: where there is little room, its first words. @param {string} text */
  short(text) {
    return this.narrow ? text.split(/[:,]/)[0] : text;
  }

  /** Whether there is room for one column of labels alone, at the right. */
  get narrow() {
    return this.stage.clientWidth < SHORT * this.size;
  }

  /**
   * Write everything anew. What is hidden from where one looks has no label, and what is chosen a dashed one.
   *
   * @param {Label[]} labels
   * @param {Float32Array} moves
   * @param {Camera} camera
   * @param {More} more
   */
  write(labels, moves, camera, { hidden, turned, counts, breadth }) {
    const width = this.stage.clientWidth, height = this.stage.clientHeight, { size } = this;
    const { narrow } = this, some = labels.filter(({ side, mark }) => !narrow || mark || side !== "left");
    const placed = some.map((label) => ({ ...label, text: this.short(label.text), unseen: hidden.has(label.text),
      side: narrow ? RIGHT : turned ? undefined : label.side,
      ...onPicture(carried(label.at, label.frame, label.share, moves), camera, width, height) }))
      .filter(({ x, y, unseen, mark }) => x > 0 && x < width && y > -40 && y < height + 40 && (mark || !unseen));
    const round = compass(camera, narrow ? size * 0.75 : size, size, height, this.caption(camera, size));
    const ends = inColumns(placed, size * 1.35, width, { left: round.top - size / 2, right: height - size * 3 });
    const across = Math.min(width, 50 * size, breadth + 2 * this.room(placed) + 2 * size);
    const inset = Math.max(8, (width - across) / 2);
    this.sheet.setAttribute("viewBox", `0 0 ${width} ${height}`);
    this.sheet.replaceChildren(...ends.flatMap((end) => this.leader(end, inset, width, size)),
      ...this.numbers(counts, moves, camera, size),
      ...ends.map((end) => word(end, inset, width)), ...edges(camera, width, size), round.drawn);
  }

  /**
   * From where one looks, in lines that stand beside the keys for turning, or else above them.
   *
   * @param {Camera} camera
   * @param {number} size
   * @returns {Caption}
   */
  caption({ out }, size) {
    const keys = /** @type {HTMLElement | null} */ (this.stage.querySelector(".spine-edu-turns"));
    const words = `seen from ${seenFrom(out)}`, width = this.stage.clientWidth - 16;
    const beside = this.lines(words, width - (keys?.offsetWidth ?? 0) - size, size);
    if (beside) return { lines: beside, up: 0 };
    return { lines: this.lines(words, width, size) ?? [words], up: keys ? keys.offsetHeight + 6 : 0 };
  }

  /**
   * Words in one line or two, broken where a breath is, or else where there is room.
   *
   * @param {string} words
   * @param {number} width
   * @param {number} size
   * @returns {string[] | undefined} nothing if there is room for neither
   */
  lines(words, width, size) {
    const breaks = [...words.matchAll(/ /g)].map(({ index }) => index + 1);
    const breaths = breaks.filter((at) => words[at - 2] === ",");
    const ways = [[words], ...[...breaths, ...breaks.reverse()].map((at) => [words.slice(0, at), words.slice(at)])];
    return ways.find((lines) => lines.every((line) => this.measure(line.trim(), size) <= width));
  }

  /**
   * The numbers of what is counted, each beside it; where they would lie on each other, some are left out.
   *
   * @param {Gap[]} counts
   * @param {Float32Array} moves
   * @param {Camera} camera
   * @param {number} size
   */
  numbers(counts, moves, camera, size) {
    const { clientWidth: width, clientHeight: height } = this.stage;
    let last = Infinity;
    return counts.map((gap) => ({ ...lies(gap, moves, camera, width, height), number: gap.number }))
      .sort((a, b) => b.number - a.number).filter(({ y }) => last - y >= size * 0.82 && (last = y))
      .map(({ right, y, number }) => svg("text", { class: "count", x: right + 5, y }, String(number)));
  }

  /**
   * The line from a label to what it names, and the dot there.
   *
   * @param {Ended} end
   * @param {number} inset
   * @param {number} width
   * @param {number} size
   */
  leader({ x, y, row, side, mark, text, unseen, gap }, inset, width, size) {
    const long = this.measure(text, size) + 6;
    const near = side === "left" ? inset + long : width - inset - long;
    const kind = [mark && "marked", unseen && !gap && "unseen", gap && "gap"].filter(Boolean).join(" ");
    return [svg("path", { class: kind, d: `M${near} ${row}L${x} ${y}` }),
      svg("circle", { class: kind, cx: x, cy: y, r: mark ? 4 : 2.6 })];
  }
}

/**
 * A label's words, at one of the two edges.
 *
 * @param {Ended} end
 * @param {number} inset
 * @param {number} width
 */
function word({ row, side, text, mark, gap }, inset, width) {
  const left = side === "left";
  const place = { x: left ? inset : width - inset, y: row, "text-anchor": left ? "start" : "end" };
  return svg("text", { class: gap ? "marked gap" : mark ? "marked" : "", ...place }, text);
}

/**
 * Which side of the body is at either edge of the picture.
 *
 * @param {Camera} camera
 * @param {number} width
 * @param {number} size
 */
function edges({ right }, width, size) {
  const left = right.map((v) => -v), y = size * 1.1;
  return [svg("text", { class: "edge", x: 8, y, "text-anchor": "start" }, facingWord(left)),
    svg("text", { class: "edge", x: width - 8, y, "text-anchor": "end" }, facingWord(right))]
    .filter((node) => node.textContent);
}

/**
 * Labels in two columns, each with a row of its own.
 *
 * @param {Placed[]} placed
 * @param {number} gap
 * @param {number} width
 * @param {Record<Side, number>} low where each column ends
 * @returns {Ended[]}
 */
function inColumns(placed, gap, width, low) {
  /** @type {Record<Side, Placed[]>} */
  const column = { left: [], right: [] };
  for (const label of placed.sort((a, b) => a.y - b.y))
    column[label.side ?? (label.x < width / 2 ? "left" : "right")].push(label);
  /** @type {Side[]} */
  const sides = ["left", "right"];
  return sides.flatMap((side) => spread(column[side], gap, low[side]).map((label) => ({ ...label, side })));
}

/**
 * Push labels apart: each keeps its order and gets a row of its own.
 *
 * @param {Placed[]} list
 * @param {number} gap
 * @param {number} height
 */
function spread(list, gap, height) {
  let last = gap * 1.2;
  const rows = list.map((label) => (last = Math.max(label.y, last + gap)));
  let next = height - gap * 0.6;
  for (let k = rows.length - 1; k >= 0; k--) next = (rows[k] = Math.min(rows[k], next)) - gap;
  return list.map((label, k) => ({ ...label, row: rows[k] }));
}

/**
 * A body seen from above with an eye where the student stands: says from where one looks.
 *
 * @param {Camera} camera
 * @param {number} wide a fifth of its width
 * @param {number} size of the type
 * @param {number} height
 * @param {Caption} caption
 * @returns {{ top: number, drawn: SVGElement }}
 */
function compass({ out }, wide, size, height, { lines, up }) {
  const r = wide * 2.5, x = r + 8, flat = Math.hypot(out[0], out[1]) || 1, line = size * 1.2;
  const last = height - up - size * 0.85, first = last - line * (lines.length - 1), y = first - size * 1.15 - r;
  const ex = x + (out[0] / flat) * r, ey = y - (out[1] / flat) * r;
  const along = (Math.atan2(y - ey, x - ex) * 180) / Math.PI;
  const nose = `M${x - r * 0.09} ${y - r * 0.3}L${x} ${y - r * 0.46}L${x + r * 0.09} ${y - r * 0.3}Z`;
  const eye = `M${-wide * 0.5} ${-wide * 0.42}L${wide * 0.5} 0L${-wide * 0.5} ${wide * 0.42}Z`;
  return { top: y - r, drawn: svg("g", { class: "compass" },
    svg("circle", { class: "ring", cx: x, cy: y, r }),
    svg("ellipse", { class: "body", cx: x, cy: y, rx: r * 0.62, ry: r * 0.27 }),
    svg("circle", { class: "body", cx: x, cy: y - r * 0.06, r: r * 0.27 }),
    svg("path", { class: "nose", d: nose }),
    svg("path", { class: "eye", transform: `translate(${ex} ${ey}) rotate(${along})`, d: eye }),
    svg("text", {}, ...lines.map((words, row) => svg("tspan", { x: 8, y: first + row * line }, words)))) };
}
