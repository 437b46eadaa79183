// The sentence, spoken by the browser's own voice: only when a reader asks for it, and until asked to stop.

import { button } from "./page.js";

/** A voice that is given much at once may stop half-way. @param {string} words */
const sentences = (words) => words.split(/(?<=[.!?:])\s+|\n/).filter((one) => one.trim());

export class Aloud {
  /**
   * @param {Element} row
   * @param {() => string} words what is told now
   */
  constructor(row, words) {
    this.words = words;
    this.button = button(row, "Read aloud", () => (this.left ? this.stop() : this.start()));
    this.button.setAttribute("aria-pressed", "false");
    this.button.hidden = !("speechSynthesis" in window);
    /** How many sentences have still to be spoken. */
    this.left = 0;
  }

  start() {
    // Another explorer may be speaking.
    speechSynthesis.cancel();
    const spoken = sentences(this.words()).map((one) => new SpeechSynthesisUtterance(one));
    this.left = spoken.length;
    this.button.setAttribute("aria-pressed", String(spoken.length > 0));
    for (const one of spoken) {
      one.lang = "en";
      for (const end of ["end", "error"]) one.addEventListener(end, () => this.passed());
      speechSynthesis.speak(one);
    }
  }

  passed() {
    this.left = Math.max(0, this.left - 1);
    if (!this.left) this.button.setAttribute("aria-pressed", "false");
  }

  stop() {
    if (!this.left) return;
    this.left = 0;
    this.button.setAttribute("aria-pressed", "false");
    speechSynthesis.cancel();
  }
}
