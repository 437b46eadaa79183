/** What the page and its worker say to each other, and what the build puts in. */

import type { Act } from "../../spine_edu/explorer/face/types.d.ts";
import type { DeckCard } from "../../spine_edu/explorer/face/deck.js";

export type { Act, Asking, Host, Plotly } from "../../spine_edu/explorer/face/types.d.ts";

/** Values by name, as the face reads them. */
export type Message = Record<string, any>;

export interface Call {
  id: number;
  call: "open" | "act";
  given: string[];
  /** The topics whose modules it needs. */
  needs: string[];
}

/** What has changed, with the bytes of all its numbers; or what went wrong. */
export interface Reply {
  id: number;
  text?: string;
  bytes?: Uint8Array;
  error?: string;
}

/** Where an explorer or questions stand on the page, and what they are. */
export interface Place {
  key: string;
  what: string;
  line: string;
  topics: string[];
  states: { light: string; dark: string };
}

/** What stands in a place before Python has woken: as `Reply`, in one file. */
export interface Baked {
  plain: Message;
  bytes: string;
}

/** One thing of a lesson: what it is with its first state, or a page of HTML where it cannot be run. */
export type Slide = { page: string } | (Baked & { what: string; page?: undefined });

/** A lesson for a hall, in one file. */
export interface BakedLesson {
  card: DeckCard;
  topics: string[];
  slides: Slide[];
}

/** What a reader has predicted in an explorer, or answered to the questions of a notebook, on this device. */
export interface Kept {
  title: string;
  act: Act;
  words: string[];
  when: string;
}

declare global {
  /** Where the built files lie, seen from this script; put in by the build. */
  const WORKER: string;
  const DECK: string;
  const PYODIDE: string;
  const COURSE: Record<string, string>;
  /** The name of the service worker's store, which changes with each edition, and the path of files that never change. */
  const STORE: string;
  const LASTING: string;
}
