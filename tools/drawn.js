// What stands in a picture, node by node, and how it differs from the same figure drawn for the first time.
// Put into the page by test_pictures.py and by the walk (walk.py).
(() => {
  /** @typedef {{ picture: HTMLElement, data: any[], layout: any }} Given */

  const NODES = "path, text, image, circle, rect";
  /** Not to be seen, or only while the pointer is there. */
  const NO_PICTURE = "defs, clipPath, .draglayer, .hoverlayer, .zoomlayer, .selectionlayer, .menulayer";
  const LOOKS = ["opacity", "display", "fontSize", "fontWeight"];
  const PLACES = ["d", "x", "y", "cx", "cy", "r", "width", "height", "text-anchor"];
  const NUMBER = /-?\d+(?:\.\d+)?(?:e-?\d+)?/g;
  /** A pattern has a name of its own in every picture. */
  const PATTERN = /url\([^)]*\)/g;

  /**
   * @param {Element} node
   * @param {Element} picture
   */
  function moved(node, picture) {
    const transforms = [];
    for (let one = node; one !== picture; one = /** @type {Element} */ (one.parentElement))
      if (one.hasAttribute("transform")) transforms.push(one.getAttribute("transform"));
    return transforms.join(" < ");
  }

  /**
   * How a node is painted; a line without width or a fill that is none has no colour, nor has what is only there to be
   * touched.
   *
   * @param {SVGElement} node
   */
  function looks({ style }) {
    if (style.opacity === "0") return ["touched only"];
    const stroke = /^0(px)?$|^$/.test(style.strokeWidth) || style.stroke === "none" || style.strokeOpacity === "0"
      ? ["no line"] : [style.stroke, style.strokeOpacity, style.strokeWidth, style.strokeDasharray];
    const fill = style.fill === "none" || style.fillOpacity === "0" ? ["no fill"] : [style.fill, style.fillOpacity];
    return [...fill, ...stroke, ...LOOKS.map((name) => style[/** @type {"opacity"} */ (name)])];
  }

  /**
   * Whether there is something to see of a node.
   *
   * @param {SVGElement} node
   */
  function seen(node) {
    if (node.closest(NO_PICTURE)) return false;
    // plotly.js keeps the outline of an area that is not filled any more; nobody sees it.
    if (looks(node).slice(0, 2).join() === "no fill,no line") return false;
    return node.tagName === "text" ? Boolean(node.textContent.trim()) : node.getAttribute("d") !== "M0,0";
  }

  /**
   * A line for every node that can be seen: what it is, how it is painted, where, and its words.
   *
   * @param {HTMLElement} picture
   */
  function lines(picture) {
    const nodes = /** @type {SVGElement[]} */ ([...picture.querySelectorAll(NODES)]);
    return nodes.filter(seen).map((node) => [node.tagName, node.tagName === "text" ? node.textContent : "",
      ...looks(node), moved(node, picture), ...PLACES.map((name) => node.getAttribute(name) ?? ""),
      node.getAttribute("href") ?? ""].join(" | ").replace(PATTERN, "a pattern"));
  }

  /**
   * Whether two lines say the same, places to a pixel: curves travel with four bytes a number, and where plotly.js
   * fits a margin to its words, it takes a pixel more or less for no change.
   *
   * @param {string} one
   * @param {string} other
   */
  function alike(one, other) {
    if (one === other) return true;
    const numbers = (/** @type {string} */ line) => line.match(NUMBER)?.map(Number) ?? [];
    const [these, those] = [numbers(one), numbers(other)];
    return one.replace(NUMBER, "#") === other.replace(NUMBER, "#")
      && these.every((number, index) => Math.abs(number - those[index]) <= 1);
  }

  /**
   * The same figure in a new place of the same size, as lines.
   *
   * @param {Given} given
   */
  async function freshly({ picture, data, layout }) {
    const lib = await /** @type {any} */ (globalThis)[Symbol.for("spine_edu.plotly")];
    const place = document.createElement("div");
    place.style.cssText = `position: absolute; visibility: hidden; width: ${getComputedStyle(picture).width}`;
    picture.after(place);
    await lib.newPlot(place, data, layout, { displayModeBar: false });
    const found = lines(place);
    lib.purge(place);
    place.remove();
    return found;
  }

  /**
   * How a picture differs from its figure drawn anew: a few words, or nothing.
   *
   * @param {Given} given
   */
  async function difference(given) {
    const [shown, meant] = [lines(given.picture), await freshly(given)];
    const index = meant.findIndex((line, at) => !alike(line, shown[at] ?? ""));
    if (index < 0 && shown.length === meant.length) return "";
    const at = index < 0 ? meant.length : index;
    const say = (/** @type {string | undefined} */ line) => (line ?? "nothing").slice(0, 300);
    return `node ${at} (of ${shown.length}; should be ${meant.length}): ${say(shown[at])} INSTEAD OF ${say(meant[at])}`;
  }

  Object.assign(window, { spineDrawn: { difference, lines } });
})();
