// A figure drawn by plotly.js, which is put into a page once, however many explorers stand on it.

import { calm, element, loaded, once } from "./page.js";
import { NOWHERE, quickly } from "./quick.js";

/** @import { Drawing } from "./quick.js" */
/** @import { Bundle, Model, Plotly, PlotlyFigure, Layout, Shape, Trace } from "./types.d.ts" */

/**
 * Wait until the code of every announced view is here, half a second at most. Starting plotly.js keeps a page busy for
 * a second or two, and anywidget gives up, for good, a model whose code is not loaded within two.
 *
 * @param {Model<Bundle>} shared
 */
async function everyView(shared) {
  for (let tries = 0; tries < 50 && loaded() < shared.get("announced"); tries++)
    await new Promise((resolve) => { setTimeout(resolve, 10); });
}

/**
 * What all explorers of a kernel share.
 *
 * @param {Model<any>} model
 * @returns {Promise<Model<Bundle>>}
 */
export const bundle = (model) => model.widget_manager.get_model(model.get("bundle").replace("IPY_MODEL_", ""));

/**
 * What plotly.js is made of stands there as an argument, which Chrome first passes over, and reads a second time when
 * it is called for. In brackets it is read once, beside the page's own work.
 */
const ARGUMENT = /, (\(\) => \{[^]*\})\)\);\s*$/;

/**
 * plotly.js, unpacked from the bundle.
 *
 * @param {Model<any>} model
 * @returns {Promise<Plotly>}
 */
async function unpackPlotly(model) {
  const shared = await bundle(model);
  const unpacked = new Blob([shared.get("plotly")]).stream().pipeThrough(new DecompressionStream("gzip"));
  const script = await new Response(unpacked).text();
  // As a module of its own the script cannot meet the page's RequireJS, which would swallow it.
  const head = "const module = { exports: {} }, exports = module.exports, define = undefined;";
  const wrapped = [head, script.replace(ARGUMENT, ", ($1)));"), ";export default module.exports;"].join("\n");
  const url = URL.createObjectURL(new Blob([wrapped], { type: "text/javascript" }));
  await everyView(shared);
  try {
    return (await import(/* webpackIgnore: true */ url)).default;
  } finally {
    URL.revokeObjectURL(url);
  }
}

/**
 * plotly.js of this page.
 *
 * @param {Model<any>} model
 */
export const plotly = (model) => once("plotly", () => unpackPlotly(model));

const CONFIG = { displayModeBar: false, doubleClick: false, scrollZoom: false, showTips: false };

/** How long a hand rests before plotly.js draws the whole figure again, in ms. */
const CONFIRM = 500;

/** How small a figure may be shown in a place that is low before it is higher than that. */
const LEAST_SCALE = 0.75;

/** What part of a screen's height letters for a hall must have. */
const OF_SCREEN = 40;

/** The type size from which on a figure is one for a hall. */
const HALL = 20;

/** What stands for an empty text: as plotly.js takes a node without words away for good, no word is ever empty. */
const BLANK = "\u00a0";

/**
 * Only the shapes that are to be seen: plotly.js works on what is hidden, too.
 *
 * @param {Shape[]} shapes
 */
const visible = (shapes) => shapes.filter((shape) => shape.visible !== false);

/**
 * Only the traces that are to be seen, and those that can be seen at the next move: they are nowhere, so that plotly.js
 * has a node for each of them when they come.
 *
 * @param {Trace[]} traces
 */
function ready(traces) {
  const empty = (/** @type {Trace} */ { visible: seen, x }) => seen === false || !x?.length;
  const possible = traces.filter((trace) => !empty(trace) || (trace.type === "scatter" && !trace.fill));
  return possible.map((trace) => {
    if (!empty(trace)) return trace;
    const nowhere = { ...trace, x: NOWHERE, y: NOWHERE };
    if (trace.visible === false) nowhere.visible = true;
    return nowhere;
  });
}

/**
 * The layout with axes of its own: plotly.js writes the ranges it has fitted into those it is given, which must not be
 * the next drawing's, that may have another size.
 *
 * @param {Layout} layout
 * @returns {Layout}
 */
function fresh(layout) {
  const own = Object.entries(layout).map(([name, value]) =>
    [name, /^[xy]axis/.test(name) ? structuredClone(value) : value]);
  return Object.fromEntries(own);
}

/**
 * The size of the smallest letters of a figure, in px.
 *
 * @param {Trace[]} data
 * @param {Layout} layout
 */
function smallest(data, layout) {
  const words = data.filter(({ visible: seen, mode }) => seen !== false && mode?.includes("text"));
  const sizes = words.flatMap(({ textfont }) => textfont?.size ?? []).filter((size) => size > 0);
  return Math.min(layout.font.size, ...sizes, ...(layout.annotations ?? []).flatMap(({ font }) => font?.size ?? []));
}

/** A place on the page with a figure in it. */
export class Picture {
  /** @param {Element} parent */
  constructor(parent) {
    this.head = parent.querySelector(".spine-edu-head");
    this.place = element("div", "spine-edu-place", parent);
    this.node = /** @type {import("./types.d.ts").PlotlyElement} */ (element("div", "spine-edu-picture", this.place));
    this.node.setAttribute("role", "img");
    /** @type {Plotly | undefined} */
    this.lib = undefined;
    /** Whether the reader has it in sight; to ask that of the page at each move, it would have to be laid out. */
    this.seen = false;
    this.watched = new IntersectionObserver((met) => { this.seen = met[met.length - 1].isIntersecting; });
    this.watched.observe(this.place);
    /** What lies over the figure follows it, also to another size. @type {(sized: boolean) => void} */
    this.drawn = () => {};
    /** @type {WeakMap<object, string[]>} texts as sent, and as drawn */
    this.filled = new WeakMap();
    /** What stands there, if it can be painted on. @type {Drawing | undefined} */
    this.shown = undefined;
    /** The drawing that plotly.js has still to confirm. */
    this.resting = 0;
    /** Whether something has been painted that plotly.js does not know. */
    this.ahead = false;
    this.turn = 0;
  }

  /**
   * Draw a figure; nothing happens before `lib` is set. What only moves is painted at once, and drawn by plotly.js
   * when the hand rests: to the eye, nothing changes then.
   *
   * @param {PlotlyFigure} figure
   * @param {{ sized?: boolean }} [place] whether it may have another size than before
   */
  async draw({ data, layout }, { sized = false } = {}) {
    if (!this.lib) return;
    const shapes = visible(layout.shapes ?? []), traces = ready(data).map((trace) => this.worded(trace));
    const next = { data: traces, shapes, layout };
    clearTimeout(this.resting);
    if (sized || !this.paint(next)) return this.react(next);
    this.resting = setTimeout(() => this.react(next), CONFIRM);
    this.drawn(false);
  }

  /**
   * Paint what has changed since the last drawing.
   *
   * @param {Drawing} next
   * @returns {boolean} whether all of it could be painted
   */
  paint(next) {
    try {
      const jobs = this.shown && quickly(this.node, this.shown, next);
      if (!jobs) return false;
      this.ahead = true;
      for (const job of jobs) job();
      const { data, shapes, layout: { title } } = next;
      Object.assign(this.node, { data, layout: { ...this.node.layout, shapes, title } });
      this.shown = next;
      return true;
    } catch {
      return false;      // another plotly.js, which is built differently: it draws by itself
    }
  }

  /**
   * Let plotly.js draw everything, whatever has been painted since it last did.
   *
   * @param {Drawing} drawing
   */
  async react(drawing) {
    const turn = ++this.turn, { data, shapes, layout } = drawing;
    this.shown = undefined;
    // Numbers in a new array are new numbers: plotly.js then works out all traces, and draws all there is.
    const traces = this.ahead && data.length ? [{ ...data[0], x: data[0].x?.slice() }, ...data.slice(1)] : data;
    this.ahead = false;
    await this.lib?.react(this.node, traces, { ...fresh(layout), shapes }, CONFIG);
    this.sweep();
    if (turn === this.turn) this.shown = drawing;
    this.drawn(true);
  }

  /**
   * Draw a figure for a place that may have another width.
   *
   * @param {PlotlyFigure} figure
   */
  async fit(figure) {
    if (!this.lib || !figure.layout) return;
    this.scale(figure);
    await this.draw(figure, { sized: true });
    this.scale(figure);
    this.drawn(true);
  }

  /**
   * Keep a figure whole: it is never laid out narrower than 34 times its type size, so that its words have room. In a
   * narrower place it is scaled down as far as must be, since cause and effect are seen together or not at all; in a
   * low one it is scaled down a little. In a hall it grows into its place.
   *
   * @param {PlotlyFigure} figure
   */
  scale({ data, layout }) {
    const { font, height } = layout;
    const wide = this.place.clientWidth, least = 34 * font.size, hall = font.size >= HALL;
    // A question in a hall takes no room from the picture, whose letters must stay large: it stands above it.
    const above = hall && this.head?.querySelector("fieldset") ? this.above : 0, room = this.room() + above;
    // There, title and player are seen with it as long as the letters are large enough.
    const bar = this.place.parentElement?.querySelector(".spine-edu-player:not([hidden])");
    const heading = this.place.closest(".spine-edu")?.querySelector(":scope > h3, :scope > details > h3");
    const title = heading?.clientHeight ?? 0;
    // A page can be scrolled to the foot of a picture, what is presented cannot.
    const beside = bar ?? this.place.closest(".spine-edu-slide");
    const left = hall && beside ? room - title - (bar?.clientHeight ?? 0) : room;
    const legible = hall ? window.innerHeight / OF_SCREEN / smallest(data, layout) : LEAST_SCALE;
    const lowest = hall ? Math.min(legible, room / height) : LEAST_SCALE;
    const scale = Math.min(hall ? Infinity : 1, wide / least, Math.max(lowest, left / height));
    const scaled = Math.abs(scale - 1) > 0.001;
    this.node.style.width = scaled ? `${Math.max(least, wide / scale)}px` : "100%";
    this.node.style.transform = scaled ? `scale(${scale})` : "";
    const blank = this.blank(layout);
    this.place.style.height = scaled || blank ? `${(this.node.offsetHeight - blank) * scale}px` : "";
  }

  /**
   * What stays empty under a picture that keeps the proportions of its paper, in px, if it says that it may be cut off
   * there: its plot lies at the top, and all its words stand in it or in its margin.
   *
   * @param {Layout} layout
   */
  blank({ height, margin, meta }) {
    const drawn = meta?.cut && this.node._fullLayout?.yaxis;
    return drawn ? Math.max(0, Math.floor(height - margin.b - drawn._offset - drawn._length)) : 0;
  }

  /** How high the reader's view of the page is, without what stands over the picture. */
  room() {
    const page = this.place.closest(".spine-edu-slide, .jp-WindowedPanel-outer");
    return (page?.clientHeight || window.innerHeight) - 4 - this.above;
  }

  /** How much of it stands over the picture. */
  get above() {
    return this.head?.parentElement === this.place.parentElement ? this.head?.clientHeight ?? 0 : 0;
  }

  /**
   * A trace in which no point lacks a word, if it shows words.
   *
   * @param {Trace} trace
   * @returns {Trace}
   */
  worded(trace) {
    if (!trace.mode?.includes("text")) return trace;
    const { text } = trace;
    if (!Array.isArray(text)) return text ? trace : { ...trace, text: BLANK };
    const points = trace.x?.length ?? 0;
    if (text.length >= points && text.every(Boolean)) return trace;
    // The same array for the same words, since a new one would make plotly.js compute the trace anew.
    let filled = this.filled.get(text);
    if (!filled || filled.length < points) {
      filled = Array.from({ length: Math.max(points, text.length) }, (_, index) => text[index] || BLANK);
      this.filled.set(text, filled);
    }
    return { ...trace, text: filled };
  }

  /** Whether anything may move by itself here: nothing out of sight, and nothing for who wants less of it. */
  moves() {
    return Boolean(this.lib) && this.seen && !calm();
  }

  /** Take away what plotly.js leaves: shapes between grid and traces, if there were more of them before. */
  sweep() {
    const count = this.node.layout.shapes?.length ?? 0;
    for (const shape of /** @type {NodeListOf<SVGElement>} */ (this.node.querySelectorAll(BETWEEN)))
      if (Number(shape.dataset.index) >= count) shape.remove();
  }

  /** Give up the figure. */
  close() {
    this.watched.disconnect();
    clearTimeout(this.resting);
    this.lib?.purge(this.node);
  }
}

const BETWEEN = ".layer-between > .shapelayer > [data-index]";
