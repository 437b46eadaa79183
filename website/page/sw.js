// What has been opened once also opens in a train tunnel. Files whose name tells their content are taken from the
// store; pages are asked for anew, and taken from the store when the network is silent.

/* global STORE, LASTING */

const here = /** @type {any} */ (globalThis);

/** How long a page may take before its last copy is shown, in ms. */
const PATIENCE = 3000;

/** @param {string} address */
const lasts = (address) => address.includes(`/${LASTING}`);

/** @param {Request} request */
async function anew(request) {
  const found = await fetch(request);
  if (found.ok && found.type === "basic") (await caches.open(STORE)).put(request, found.clone());
  return found;
}

/** @param {Request} request */
async function answer(request) {
  const kept = await caches.match(request, { ignoreSearch: !lasts(request.url) });
  if (kept && lasts(request.url)) return kept;
  const fresh = anew(request);
  if (!kept) return fresh;
  const slow = new Promise((resolve) => { setTimeout(() => resolve(kept), PATIENCE); });
  return Promise.race([fresh.catch(() => kept), slow]);
}

/**
 * A new edition takes over what is there. A page that came anew came through the old one, and whoever goes into the
 * tunnel now has no other copy; it is asked for anew, anyway, as soon as there is a network.
 */
async function takeOver() {
  const store = await caches.open(STORE);
  for (const name of await caches.keys()) {
    if (name === STORE || !name.startsWith("spine_edu")) continue;
    const old = await caches.open(name);
    for (const request of await old.keys()) {
      const found = await store.match(request) ? undefined : await old.match(request);
      if (found) await store.put(request, found);
    }
    await caches.delete(name);
  }
}

here.addEventListener("install", () => here.skipWaiting());
here.addEventListener("activate", (/** @type {any} */ event) =>
  event.waitUntil(takeOver().then(() => here.clients.claim())));
here.addEventListener("fetch", (/** @type {any} */ event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== here.location.origin) return;
  event.respondWith(answer(request));
});
