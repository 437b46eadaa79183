// What every view does for its explorer: names for the controls, the keyboard's place, a sentence that is read aloud,
// an error line.

const HERE = /** @type {{ [name: symbol]: any }} */ (globalThis);

/** How many views' code the page has: a host that takes one module a view gives each of them a copy of this file. */
const LOADED = Symbol.for("spine_edu.loaded");
HERE[LOADED] = (HERE[LOADED] ?? 0) + 1;

/** How many views' code the page has. */
export const loaded = () => /** @type {number} */ (HERE[LOADED]);

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

/**
 * Give every slider its label's words as accessible name and its arrow keys back from Notebook 7, every opener its
 * state, and take away what ipywidgets writes into the tooltip of a label that has none.
 *
 * @param {Element} root
 */
function nameControls(root) {
  for (const handle of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll(".noUi-handle"))) {
    const label = handle.closest(".spine-edu-control")?.querySelector("label");
    if (label && handle.getAttribute("aria-label") !== label.textContent)
      handle.setAttribute("aria-label", label.textContent);
    handle.dataset.lmSuppressShortcuts = "true";
  }
  for (const status of root.querySelectorAll(".spine-edu-status")) status.setAttribute("aria-live", "polite");
  for (const opener of root.querySelectorAll(".spine-edu-panel-button"))
    opener.setAttribute("aria-expanded", String(opener.classList.contains("spine-edu-open")));
  for (const label of root.querySelectorAll('label[title="null"]')) label.removeAttribute("title");
}

/**
 * Move the keyboard from a button that has hidden itself to the nearest one before or behind it that has not: the page
 * would otherwise begin anew at its top.
 *
 * @param {Element} row
 */
function keepFocus(row) {
  const buttons = [...row.querySelectorAll("button")];
  const index = buttons.findIndex((one) => one === document.activeElement);
  if (index < 0 || buttons[index].checkVisibility()) return;
  const nearest = [...buttons.slice(0, index).reverse(), ...buttons.slice(index)].find((one) => one.checkVisibility());
  nearest?.focus();
}

/**
 * Look after the controls of the explorer in which a view stands, however they change.
 *
 * @param {Element} el
 * @returns {() => void} what ends it
 */
export function watchControls(el) {
  const root = el.closest(".spine-edu");
  if (!root) return () => {};
  const hidden = new MutationObserver((changes) => {
    for (const row of new Set(changes.map(({ target }) => /** @type {Element} */ (target).closest(ROW))))
      if (row) keepFocus(row);
  });
  const look = () => {
    nameControls(root);
    for (const row of root.querySelectorAll(ROW))
      hidden.observe(row, { subtree: true, attributes: true, attributeFilter: ["style", "class", "hidden"] });
  };
  const changed = new MutationObserver(look);
  changed.observe(root, { childList: true, subtree: true, attributes: true, attributeFilter: ["class", "title"] });
  look();
  return () => { changed.disconnect(); hidden.disconnect(); };
}

/** A row of buttons, some of which may hide. */
const ROW = ".spine-edu-buttons";

/** The words under a picture: the sentence, the same for a screen reader, and the error line. */
export class Words {
  /**
   * @param {HTMLElement} el
   * @param {Element} picture what the sentence describes
   */
  constructor(el, picture) {
    this.el = el;
    this.picture = picture;
    this.waiting = 0;
    this.width = 0;
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
    if (width !== this.width) this.line.style.minHeight = "";
    this.width = width;
    this.line.style.minHeight = `${Math.ceil(parseFloat(getComputedStyle(this.line).height))}px`;
  }

  /**
   * @param {string} sentence
   * @param {boolean} [aloud] whether a screen reader hears it, too
   */
  say(sentence, aloud = true) {
    this.line.textContent = sentence;
    if (!aloud) return;
    this.picture.setAttribute("aria-label", sentence);
    // A slider's own value is spoken at each step; the sentence waits until the hand rests.
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => { this.spoken.textContent = sentence; }, 700);
  }

  /**
   * @param {Record<string, string>} look style of the page, by name
   * @param {string} error
   */
  dress(look, error) {
    for (const [name, value] of Object.entries(look)) this.el.style.setProperty(`--spine-edu-${name}`, value);
    this.alarm.textContent = error;
    this.alarm.hidden = !error;
  }

  /** Say nothing any more, but keep the error line. */
  silence() {
    this.line.remove();
    this.spoken.remove();
  }
}
