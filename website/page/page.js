// The page: where an explorer or questions belong, the still picture makes room for them when a reader comes near.

import { show as showExplorer } from "../../spine_edu/explorer/face/explorer.js";
import { show as showQuestions } from "../../spine_edu/explorer/face/questions.js";
import { PageHost, baked } from "./host.js";
import { list } from "./answers.js";
import { pressed } from "./buttons.js";
import { kept } from "./memory.js";
import { presents } from "./present.js";

/** How far below the window something is near, in px. */
const NEAR = 700;

/** What wakes Python. */
const WAKING = ["pointerover", "pointerdown", "focusin", "keydown"];

const NIGHT = matchMedia("(prefers-color-scheme: dark)");

/** Whether the page is dark: because a reader has chosen so, or because his machine is. */
function isDark() {
  const chosen = document.body.dataset.theme;
  return chosen === "dark" || (chosen !== "light" && NIGHT.matches);
}

/** The face knows a page's light and dark as Jupyter says it. */
function sayLight() {
  document.body.dataset.jpThemeLight = String(!isDark());
}

/** @type {Map<Element, Promise<PageHost | undefined>>} */
const places = new Map();

/**
 * Put an explorer, or questions, into its place; if that cannot be, the still picture stays.
 *
 * @param {HTMLElement} place
 */
export function fill(place) {
  const known = places.get(place) ?? put(place);
  places.set(place, known);
  return known;
}

/** @param {HTMLElement} place */
async function put(place) {
  const { what = "", line = "", light = "", dark = "" } = place.dataset, still = [...place.childNodes];
  const topics = place.dataset.topics?.split(" ").filter(Boolean) ?? [];
  const states = { light: site(light), dark: site(dark || light) };
  try {
    const night = isDark(), traits = await baked(night ? states.dark : states.light);
    const host = new PageHost({ key: place.id, what, line, topics, states }, traits, night);
    const el = document.createElement("div");
    place.style.minHeight = `${place.offsetHeight}px`;
    place.replaceChildren(el);
    if (what.startsWith("questions ")) showQuestions(host, el);
    else await showExplorer(host, el);
    place.style.minHeight = "";
    const wake = () => host.wake().catch((error) => host.lose(error));
    for (const event of WAKING) place.addEventListener(event, wake, { once: true, passive: true });
    if (kept(what).length) wake();
    place.dataset.live = "true";
    return host;
  } catch (error) {
    console.warn(error);
    place.replaceChildren(...still);
    return undefined;
  }
}

/** @param {string} name of a file of the site, beside this script */
const site = (name) => new URL(name, import.meta.url).href;

function begin() {
  sayLight();
  new MutationObserver(sayLight).observe(document.body, { attributes: true, attributeFilter: ["data-theme"] });
  NIGHT.addEventListener("change", sayLight);
  const near = new IntersectionObserver((found) => {
    for (const { isIntersecting, target } of found) {
      if (!isIntersecting) continue;
      near.unobserve(target);
      fill(/** @type {HTMLElement} */ (target));
    }
  }, { rootMargin: `${NEAR}px 0px` });
  for (const place of document.querySelectorAll(".spine-site-place[data-light]")) near.observe(place);
  pressed(fill);
  presents(site);
  const answers = document.getElementById("answers");
  if (answers) list(answers);
  // Without it everything works, as long as there is a network; a page that is no secure one has none.
  const root = new URL(document.documentElement.dataset.content_root ?? "./", location.href);
  navigator.serviceWorker?.register(new URL("sw.js", root))
    .catch((error) => console.warn(error));
}

begin();
