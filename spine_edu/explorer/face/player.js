// Steps through frames that are already in the browser; the kernel hears of it only at a pause.

import { alone, inline } from "./controls.js";
import { unpack } from "./figure.js";
import { button, calm, element } from "./page.js";

/** @import { Frames, Grip, Hand, Host, Path } from "./types.d.ts" */

export class Player {
  /**
   * @param {Host} host
   * @param {HTMLElement} el
   * @param {Hand} hand
   * @param {(frames: Frames, index: number, aloud: boolean, share: number) => void} show how much
   *   of the way to the next frame is done comes last
   * @param {(path: Path) => any} whole the whole curve of which frames show a part
   */
  constructor(host, el, hand, show, whole) {
    this.host = host;
    this.hand = hand;
    this.show = show;
    this.whole = whole;
    this.index = 0;
    this.timer = 0;
    this.wanted = "";
    /** @type {Partial<Frames>} */
    this.sent = {};
    /** What the kernel has sent last, as it has sent it. @type {unknown} */
    this.given = undefined;
    this.bar = alone("spine-edu-player", el);
    this.run = button(this.bar, "Run", () => (this.timer ? this.pause() : this.play()));
    this.step = button(this.bar, "Step", () => this.advance());
    this.back = button(this.bar, "Back to the start", () => this.go(0));
    this.scrub = element("input", "", this.bar);
    Object.assign(this.scrub, { type: "range", min: 0, step: 1, ariaLabel: "Moment of the run" });
    this.scrub.addEventListener("input", () => this.go(Number(this.scrub.value)));
    this.where = element("span", "spine-edu-where", this.bar);
    this.pace = inline(this.bar, "Speed", [["1", "usual"], ["2", "half"], ["4", "quarter"]]);
    this.reset();
  }

  /** The frames, if there are any. */
  get frames() {
    return this.sent?.count ? /** @type {Frames} */ (this.sent) : undefined;
  }

  /** The moment that is shown while a run plays, unless it runs over this control. @param {string} control */
  playing(control) {
    return this.timer && !this.frames?.controls[control] ? this.index : undefined;
  }

  /** Take over what the kernel has sent: other frames, or none any more. */
  reset() {
    const { timer } = this, given = this.host.get("frames");
    this.bar.hidden = !this.host.get("playable");
    if (given === this.given) return;
    this.given = given;
    this.pause(false);
    this.sent = unpack(given);
    const frames = this.frames;
    for (const node of [this.where, this.back]) node.hidden = !frames;
    // What a run goes over is moved by hand where it is drawn, and by its own control.
    const held = (/** @type {Grip} */ { control }) => frames && control in frames.controls;
    this.scrub.hidden = !frames || this.host.get("grips").some(held);
    if (!frames) return;
    // The curves themselves are here already: a frame only says how many of their points to show.
    for (const reveal of frames.reveals) reveal.whole = this.whole(reveal.path);
    this.scrub.max = String(frames.count - 1);
    this.scrub.setAttribute("aria-label", frames.label);
    // A run begins where Python says; a page that did not ask, or was loaded again, shows where the reader paused.
    const stays = timer ? this.index : this.host.get("position");
    this.go(Math.min(stays, frames.count - 1), false);
    if (this.wanted === "run" || timer) this.play();
    if (this.wanted === "step") this.advance();
    this.wanted = "";
  }

  /** Where no hand is on its way, a run that rests is where Python says: another view may have moved it. */
  agree() {
    const { frames, timer, index } = this, position = this.host.get("position");
    if (frames && !timer && position !== index && position < frames.count) this.go(position, false);
  }

  /**
   * Frames are made when they are first asked for, so that moving a slider costs nothing for them.
   *
   * @param {"run" | "step"} what what to do when they are here
   */
  ask(what) {
    this.wanted = what;
    this.hand.do({ act: "frames" });
  }

  play() {
    const frames = this.frames;
    if (!frames) return this.ask("run");
    if (this.index >= frames.count - 1) this.go(0);
    const halt = frames.halts.find((one) => one > this.index) ?? frames.count - 1;
    if (calm()) return this.go(halt);
    this.run.textContent = "Pause";
    const pace = frames.seconds * 1000 * Number(this.pace.value), from = this.index;
    /** @type {number | undefined} */
    let began;
    /** @param {number} now */
    const tick = (now) => {
      began ??= now;      // a frame's time may lie before the press
      const place = Math.min(halt, from + ((now - began) / pace) * frames.count);
      const reached = Math.floor(place);
      if (reached !== this.index) this.go(reached, false);
      else this.show(frames, reached, false, place - reached);
      if (reached >= halt) return this.pause();
      this.timer = requestAnimationFrame(tick);
    };
    this.timer = requestAnimationFrame(tick);
  }

  /**
   * While a run plays, the picture and what is written change; what is spoken waits for the pause.
   *
   * @param {boolean} [tell] whether the kernel and a screen reader shall hear of it
   */
  pause(tell = true) {
    cancelAnimationFrame(this.timer);
    this.timer = 0;
    this.run.textContent = "Run";
    const { frames } = this;
    if (!tell || !frames) return;
    this.go(Math.round(this.index / frames.rests) * frames.rests);
  }

  advance() {
    const frames = this.frames;
    if (!frames) return this.ask("step");
    this.pause(false);
    this.go(Math.min(this.index + frames.stride, frames.count - 1));
  }

  /**
   * @param {number} index
   * @param {boolean} [tell] whether the kernel and a screen reader shall hear of it
   */
  go(index, tell = true) {
    const frames = this.frames;
    if (!frames) return;
    this.index = index;
    this.scrub.value = String(index);
    this.scrub.setAttribute("aria-valuetext", frames.sentences[index]);
    this.where.textContent = frames.names[index];
    this.show(frames, index, tell, 0);
    if (tell && !this.timer) this.tell();
  }

  tell() {
    this.hand.do({ act: "position", position: this.index });
  }
}
