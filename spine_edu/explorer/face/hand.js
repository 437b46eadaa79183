// What a hand did, on its way to Python: one act at a time, and of the moves of one control only the newest.

/** @import { Act, Host } from "./types.d.ts" */

/** How long Python may be silent before the reader is told, in ms, unless its host says otherwise. */
const PATIENCE = 3000;

/** What a hand does many times a second: of one control, or of several together, or in writing. */
const MOVES = ["move", "carry", "write"];

/** What takes the place of the same that still waits: also a thing that is dragged from one choice to the next. */
const NEWEST = [...MOVES, "click"];

export class Hand {
  /**
   * @param {Omit<Host, "plotly">} host
   * @param {{ lost: () => void, found: () => void, rest: () => void }} tell what to do when Python is silent, when it
   *   is back, and when all has been done
   */
  constructor(host, tell) {
    this.host = host;
    this.tell = tell;
    // Two views of one explorer have a number of their own each.
    this.self = Math.random().toString(36).slice(2);
    this.count = 0;
    this.timer = 0;
    /** @type {Act[]} */
    this.waiting = [];
    /** What Python was too slow for: it is done as soon as Python answers. @type {Act[]} */
    this.late = [];
    /**
     * The moment of a run that is playing while a control is moved: it plays on from there. Nothing if none is playing,
     * or if the control is what it runs over.
     *
     * @type {(name: string) => number | undefined}
     */
    this.playing = () => undefined;
    /** @type {Act | undefined} the act that Python is doing */
    this.doing = undefined;
    /** Whether Python is doing, or has just done, an act that a hand does once. */
    this.chooses = false;
    /** Whether Python is known to have gone for good. */
    this.gone = false;
    host.on("change:heard", () => this.heard());
    host.gone((forGood = false) => {
      this.gone = forGood;
      this.lose();
    });
  }

  /** @param {Act} act */
  do(act) {
    // Nothing pretends to be on its way.
    if (this.gone) return this.lose();
    this.waiting.push(...this.late.splice(0));
    const last = this.waiting[this.waiting.length - 1];
    const newer = NEWEST.includes(act.act) && act.name !== undefined;
    if (newer && last?.act === act.act && last.name === act.name) this.waiting.pop();
    this.waiting.push(act);
    this.next();
  }

  /**
   * Whether a control is still on its way.
   *
   * @param {string} name
   */
  holds(name) {
    return [this.doing, ...this.waiting].some((act) => act && (act.name === name || act.steps?.[name] !== undefined));
  }

  get busy() {
    return Boolean(this.doing || this.waiting.length);
  }

  next() {
    if (this.doing || !this.waiting.length) return;
    this.doing = this.waiting.shift();
    this.count += 1;
    this.timer = setTimeout(() => this.lose(), this.host.patience ?? PATIENCE);
    const { doing } = this, moved = MOVES.includes(doing?.act ?? "") ? doing?.name : undefined;
    this.chooses = !MOVES.includes(doing?.act ?? "");
    const playing = moved ? this.playing(moved) : undefined;
    try {
      this.host.send({ .../** @type {Act} */ (doing), ...(playing === undefined ? {} : { playing }),
        id: `${this.self} ${this.count}` });
    } catch {
      this.lose();
    }
  }

  heard() {
    if (this.host.get("heard") !== `${this.self} ${this.count}`) return;
    clearTimeout(this.timer);
    this.doing = undefined;
    this.waiting.unshift(...this.late.splice(0));
    this.tell.found();
    // What came in the same message is told to all listeners before.
    queueMicrotask(() => { this.chooses &&= Boolean(this.doing); });
    this.next();
    if (!this.doing) this.tell.rest();
  }

  /** Python is silent: what is waiting is late or, once Python has gone, not done; the controls go back. */
  lose() {
    clearTimeout(this.timer);
    this.late = this.gone ? [] : [...this.late, ...this.waiting];
    this.waiting = [];
    this.doing = undefined;
    this.tell.lost();
  }
}
