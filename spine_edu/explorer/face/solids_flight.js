// Parts on their way off or back: what is taken off goes away to its own side, and comes back from there.

/** @import { Part } from "./types.d.ts" */

/** How long a part is on its way, in ms, and how far it goes, in heights of the picture. */
const FLIGHT = 520, AWAY = 1.3;

const UP = [0, 0, 1];

/** A body that shows itself when the bone around it is taken off does not move. @param {Part} part */
const stays = ({ name }) => name.startsWith("body of");

export class Flight {
  constructor() {
    /** Parts on their way, and how each is painted. @type {Map<number, number>} */
    this.flying = new Map();
    /** What is still there until they have come back. @type {Map<number, number>} */
    this.waiting = new Map();
    this.since = 0;
    this.off = true;
    this.up = false;
  }

  /** What of the way lies behind, from 0 to 1; 1 if nothing is on its way. */
  get share() {
    const share = this.since ? (performance.now() - this.since) / FLIGHT : 1;
    if (share >= 1) this.since = 0;
    return Math.min(share, 1);
  }

  /**
   * From one painting to the next, with more taken off or less.
   *
   * @param {Part[]} parts
   * @param {Uint8Array} old
   * @param {Uint8Array} next
   * @param {boolean} off
   * @param {boolean} up whether everything goes up
   */
  start(parts, old, next, off, up) {
    [this.flying, this.waiting, this.since, this.off, this.up] = [new Map(), new Map(), performance.now(), off, up];
    const [more, less] = off ? [old, next] : [next, old];
    parts.forEach((part, at) => {
      if (more[at] && !less[at] && !stays(part)) this.flying.set(at, more[at]);
      else if (!off && old[at] && !next[at]) this.waiting.set(at, old[at]);
    });
  }

  /** Paint what is on its way, too. @param {Uint8Array} shown */
  add(shown) {
    if (this.share >= 1) return;
    for (const [at, code] of [...this.flying, ...this.waiting]) shown[at] = code;
  }

  /**
   * How far each part is from its place now, in mm.
   *
   * @param {Part[]} parts
   * @param {number} reach of the picture, in mm
   * @returns {((at: number) => number[] | undefined) | undefined}
   */
  shifts(parts, reach) {
    const { share } = this;
    if (share >= 1) return undefined;
    const way = (this.off ? share : 1 - share) ** 2 * 2 * AWAY * reach;
    return (at) => (this.flying.has(at) ? (this.up ? UP : parts[at].away).map((v) => v * way) : undefined);
  }
}
