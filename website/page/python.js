// Python of this page, in a worker: started by whoever asks first, and again if it did not come.

/* global WORKER */
/** @import { Message, Reply } from "./types.d.ts" */

import { scattered } from "../../spine_edu/explorer/face/scattered.js";

/** @type {Worker | undefined} */
let worker;
/** @type {Map<number, { done: (message: Message) => void, failed: (why: Error) => void }>} */
const waiting = new Map();
let count = 0;

/** Whether Python has answered. */
let answered = false;

/** How long it may take to start, and then to answer, in ms: a phone on a train is slow, but not for ever. */
const TO_START = 120_000, TO_ANSWER = 15_000;

/** How long Python may be silent now, in ms. */
export const patience = () => (answered ? TO_ANSWER : TO_START);

/** @type {Promise<unknown> | undefined} */
let cleared;

/**
 * What came only in part may have been stored so, and would come like that for ever. Without a network it is the best
 * that there is.
 */
async function clear() {
  if (!navigator.onLine || !globalThis.caches) return;
  for (const name of await caches.keys()) {
    const store = name.startsWith("spine_edu") ? await caches.open(name) : undefined;
    for (const { url } of await store?.keys() ?? []) if (/pyodide|worker|\.zip$/.test(url)) await store?.delete(url);
  }
}

/**
 * A worker that has failed stays so; whoever asks next starts another one.
 *
 * @param {Error} why nothing of what waits will be answered
 */
function fail(why) {
  worker?.terminate();
  worker = undefined;
  answered = false;
  cleared = clear().catch(() => {});
  for (const { failed } of waiting.values()) failed(why);
  waiting.clear();
}

/** @param {MessageEvent<Reply>} event */
function hear({ data: { id, text, bytes, error } }) {
  if (error !== undefined && !answered) return fail(new Error(error));
  const asked = waiting.get(id);
  waiting.delete(id);
  if (error !== undefined) return asked?.failed(new Error(error));
  answered = true;
  const packed = /** @type {Uint8Array<ArrayBuffer>} */ (bytes);
  asked?.done(unpacked(JSON.parse(/** @type {string} */ (text)), packed));
}

/**
 * @param {any} plain
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @returns {Message}
 */
export const unpacked = (plain, bytes) =>
  scattered(plain, new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));

/**
 * @param {"open" | "act"} call
 * @param {string[]} given
 * @param {string[]} needs the topics of the course that are needed for it
 * @returns {Promise<Message>}
 */
export async function ask(call, given, needs = []) {
  await cleared;
  if (!worker) {
    worker = new Worker(new URL(WORKER, import.meta.url), { type: "module" });
    worker.onmessage = hear;
    worker.onerror = (event) => {
      event.preventDefault();
      fail(new Error(event.message));
    };
  }
  count += 1;
  const id = count;
  return new Promise((done, failed) => {
    waiting.set(id, { done, failed });
    worker?.postMessage({ id, call, given, needs });
  });
}
