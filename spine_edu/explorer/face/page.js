// What everything on the page is made of: elements, buttons, and words that are read aloud.

const HERE = /** @type {{ [name: symbol]: any }} */ (globalThis);

/** How many explorers' code the page has: each door counts itself. */
export const loaded = () => /** @type {number} */ (HERE[Symbol.for("spine_edu.loaded")] ?? 0);

/**
 * What all copies of this code share on a page, made once.
 *
 * @template Shared
 * @param {string} name
 * @param {() => Shared} make
 * @returns {Shared}
 */
export function once(name, make) {
  return (HERE[Symbol.for(`spine_edu.${name}`)] ??= make());
}

/**
 * A new element; its text is text, whatever it looks like.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} className
 * @param {Element | null} [parent]
 * @param {string} [text]
 */
export function element(tag, className, parent, text = "") {
  const node = document.createElement(tag);
  node.className = className;
  node.textContent = text;
  parent?.append(node);
  return node;
}

const SVG = "http://www.w3.org/2000/svg";

/**
 * A new element of a drawing.
 *
 * @param {string} tag
 * @param {Record<string, string | number>} attributes
 * @param {(Node | string)[]} inside nodes, or words
 */
export function svg(tag, attributes, ...inside) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== "") node.setAttribute(name, String(value));
  node.append(...inside);
  return node;
}

/**
 * A worded button that does something when pressed.
 *
 * @param {Element} parent
 * @param {string} words
 * @param {() => void} act
 */
export function button(parent, words, act) {
  const node = element("button", "jupyter-button", parent, words);
  node.type = "button";
  node.addEventListener("click", act);
  return node;
}

/** Whether the reader wants less motion. */
export const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** How much of a way lies behind, if it begins and ends gently. @param {number} share of its time that is over */
export const eased = (share) => share * share * (3 - 2 * share);

/** How many letters a hall reads. */
const FEW = 240;

/** The first sentences, as long as they are few letters; the first one in any case. @param {string} words */
function beginning(words) {
  const [first, ...more] = words.split(/(?<=[.!?]\)?)\s+(?=\p{Lu}|“|\d)/u);
  let said = first;
  for (const one of more) {
    if (said.length + one.length > FEW) break;
    said += ` ${one}`;
  }
  return said;
}

/** @param {string} words */
const lines = (words) => words.split("\n").length;

/** The words under a picture: the sentence, the same for a screen reader, and the error line. */
export class Words {
  /**
   * @param {HTMLElement} el
   * @param {{ image: Element }} picture whose image the sentence describes
   */
  constructor(el, picture) {
    this.picture = picture;
    this.waiting = 0;
    this.width = 0;
    /** Whether only the beginning is painted, as for a hall, which reads a few lines. */
    this.brief = false;
    this.told = "";
    this.line = element("p", "spine-edu-sentence", el);
    this.spoken = element("p", "spine-edu-spoken", el);
    this.alarm = element("p", "spine-edu-error", el);
    this.spoken.setAttribute("aria-live", "polite");
    new ResizeObserver(() => this.keepRoom(this.line.clientWidth)).observe(this.line);
    this.alarm.setAttribute("role", "alert");
  }

  /**
   * A sentence that gets shorter leaves its room free, so that what stands below it stays where it is.
   *
   * @param {number} width
   */
  keepRoom(width) {
    if (width !== this.width) this.letRoomGo();
    this.width = width;
    this.line.style.minHeight = `${Math.ceil(parseFloat(getComputedStyle(this.line).height))}px`;
  }

  /** In letters of another size the sentence needs other room. */
  letRoomGo() {
    this.line.style.minHeight = "";
  }

  /** Show a sentence without speaking it, as while a run goes on. @param {string} sentence */
  show(sentence) {
    clearTimeout(this.waiting);
    this.told = sentence;
    this.line.textContent = this.brief ? beginning(sentence) : sentence;
  }

  /** @param {boolean} brief */
  shorten(brief) {
    this.brief = brief;
    this.show(this.told);
  }

  /** @param {string} sentence */
  say(sentence) {
    // A card of several lines that is closed takes its room along.
    if (lines(this.told) - lines(sentence) > 2) this.letRoomGo();
    this.show(sentence);
    this.picture.image.setAttribute("aria-label", sentence);
    // A slider's own value is spoken at each step; the sentence waits until the hand rests.
    this.waiting = setTimeout(() => { this.spoken.textContent = sentence; }, 700);
  }

  /** @param {string} error what went wrong; empty if nothing did. The same words twice are spoken twice. */
  alert(error) {
    this.alarm.hidden = !error;
    if (!error && !this.alarm.textContent) return;
    this.alarm.textContent = "";
    this.alarm.textContent = error;
  }

  /** Say nothing any more, but keep the error line. */
  silence() {
    this.line.remove();
    this.spoken.remove();
  }
}
