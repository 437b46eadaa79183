// Buttons that do in an explorer what a still picture shows.

/** @import { PageHost } from "./host.js" */
/** @import { Act } from "./types.d.ts" */

const ASKS_FIRST = "It asks you something first. Answer, or press “I’d rather look”; then press this button again.";

/**
 * Bring an explorer into view, and do something in it.
 *
 * @param {HTMLElement} button
 * @param {HTMLElement} place
 * @param {(place: HTMLElement) => Promise<PageHost | undefined>} fill
 */
async function press(button, place, fill) {
  const host = await fill(place), said = /** @type {HTMLElement} */ (button.nextElementSibling);
  if (!host) return;
  const asks = host.get("prediction").phase === "asked";
  said.textContent = asks ? ASKS_FIRST : "";
  const title = /** @type {HTMLElement | null} */ (place.querySelector("h3"));
  title?.setAttribute("tabindex", "-1");
  place.scrollIntoView({ block: "start" });
  title?.focus({ preventScroll: true });
  if (asks) return host.wake().catch((error) => host.lose(error));
  for (const act of /** @type {Act[]} */ (JSON.parse(button.dataset.acts ?? "[]"))) await host.do(act);
}

/** @param {(place: HTMLElement) => Promise<PageHost | undefined>} fill */
export function pressed(fill) {
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("button.spine-site-do"))) {
    const place = document.getElementById(button.dataset.at ?? "");
    if (!place?.dataset.light) continue;
    button.hidden = false;
    button.addEventListener("click", () => press(button, place, fill));
  }
}
