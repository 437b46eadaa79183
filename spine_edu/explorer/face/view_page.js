// What every view does for its explorer: names for the controls, a sentence that is read aloud, an error line.
// The text of this file stands before the text of a view, which is sent as one module.

/** How many views' code the page has: each view runs a copy of this file. */
const LOADED = Symbol.for("spine_edu.loaded");
globalThis[LOADED] = (globalThis[LOADED] ?? 0) + 1;

function element(tag, className, parent, text = "") {
  const node = document.createElement(tag);
  node.className = className;
  node.textContent = text;
  parent?.append(node);
  return node;
}

/** Give every slider of the explorer its label's words as accessible name, and its arrow keys back from Notebook 7. */
function nameControls(root) {
  for (const handle of root.querySelectorAll(".noUi-handle")) {
    const label = handle.closest(".spine-edu-control")?.querySelector("label");
    if (label && handle.getAttribute("aria-label") !== label.textContent) handle.setAttribute("aria-label", label.textContent);
    handle.dataset.lmSuppressShortcuts = "true";
  }
  for (const status of root.querySelectorAll(".spine-edu-status")) status.setAttribute("aria-live", "polite");
  for (const button of root.querySelectorAll(".spine-edu-panel-button"))
    button.setAttribute("aria-expanded", String(button.classList.contains("spine-edu-open")));
}

function watchControls(el) {
  const root = el.closest(".spine-edu");
  if (!root) return () => {};
  const observer = new MutationObserver(() => nameControls(root));
  observer.observe(root, { childList: true, subtree: true, attributes: true, attributeFilter: ["class"] });
  nameControls(root);
  return () => observer.disconnect();
}


/** The words under a picture: the sentence, the same for a screen reader, and the error line. */
class Words {
  constructor(el, picture) {
    Object.assign(this, { el, picture, waiting: 0 });
    this.line = element("p", "spine-edu-sentence", el);
    this.spoken = element("p", "spine-edu-spoken", el);
    this.alarm = element("p", "spine-edu-error", el);
    this.spoken.setAttribute("aria-live", "polite");
    new ResizeObserver(() => this.keepRoom(this.line.clientWidth)).observe(this.line);
    this.alarm.setAttribute("role", "alert");
  }
  /** A sentence that gets shorter leaves its room free, so that what stands below it stays where it is. */
  keepRoom(width) {
    if (width !== this.width) this.line.style.minHeight = "";
    this.width = width;
    this.line.style.minHeight = `${Math.ceil(parseFloat(getComputedStyle(this.line).height))}px`;
  }
  say(sentence, aloud = true) {
    this.line.textContent = sentence;
    if (!aloud) return;
    this.picture.setAttribute("aria-label", sentence);
    // A slider's own value is spoken at each step; the sentence waits until the hand rests.
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => { this.spoken.textContent = sentence; }, 700);
  }
  dress(look, error) {
    for (const [name, value] of Object.entries(look)) this.el.style.setProperty(`--spine-edu-${name}`, value);
    this.alarm.textContent = error;
    this.alarm.hidden = !error;
  }
}
