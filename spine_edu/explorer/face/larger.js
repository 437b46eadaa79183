// On a phone the page around an explorer takes a third of the window: a press gives all of it to the explorer.

import { KEY } from "./keys.js";
import { button } from "./page.js";

const [ENLARGE, SHRINK] = ["Larger", "Back to the page"];

/** In which windows this is offered, in px: in wider ones controls stand beside the picture, as in view.css. */
const PHONE = 680;

/** How much wider it must become, in px; a page that leaves it nearly all has nothing to give. */
const GAIN = 40;

export class Larger {
  /**
   * @param {HTMLElement} el the explorer
   * @param {Element} title before which the button stands
   */
  constructor(el, title) {
    this.el = el;
    this.button = button(el, ENLARGE, () => this.toggle());
    this.button.classList.add("spine-edu-larger");
    title.before(this.button);
    el.addEventListener(KEY, (event) => {
      const { detail } = /** @type {CustomEvent<KeyboardEvent>} */ (event);
      if (detail.key === "Escape" && this.open) this.toggle();
    });
  }

  get open() {
    return this.el.hasAttribute("popover");
  }

  /** Offer it where there is something to gain. The explorer or its window may have another width. */
  offer() {
    const gain = window.innerWidth - this.el.clientWidth;
    this.button.hidden = !this.open && !("popover" in this.el && window.innerWidth < PHONE && gain > GAIN);
  }

  /** To the top layer, over all that would cut it off, or back; nothing is taken out of the page. */
  toggle() {
    const { el, open } = this, place = el.parentElement;
    if (!open) {
      // What stands below stays where it is.
      if (place) place.style.minHeight = `${place.offsetHeight}px`;
      el.popover = "manual";
      el.showPopover();
      el.scrollTop = 0;
    } else {
      el.hidePopover();
      el.popover = null;
      if (place) place.style.minHeight = "";
    }
    this.button.textContent = open ? ENLARGE : SHRINK;
    this.button.focus({ preventScroll: true });
  }
}
