// Put into a page by the walk (walk.py): what a reader could take hold of in an explorer now, where it is, and what the
// explorer shows.
(() => {
  /** @typedef {HTMLElement & { value?: any, max?: any, min?: any, options?: any, checked?: boolean }} Thing */
  /** @typedef {{ kind: string, words: string, label: string, most: number, options: string[] }} Offer */

  /** What a reader takes hold of. @type {[kind: string, selector: string][]} */
  const KINDS = [
    ["slider", "input[type=range]"],
    ["box", "input[type=text]"],
    ["words", "textarea"],
    ["list", "select"],
    ["option", "input[type=radio], input[type=checkbox]"],
    ["press", "button"],
    ["fold", "summary"],
    ["grip", ".spine-edu-grip"],
    ["thing", ".spine-edu-thing, .spine-edu-spot, .spine-edu-name"],
    ["solid", "canvas[tabindex]"],
    ["picture", ".spine-edu-picture"],
  ];
  /** What leaves the page, or needs a printer. */
  const AWAY = /print this page/i;

  /** What was offered last. @type {Thing[]} */
  let offered = [];

  const all = () => /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".spine-edu:not([data-still])")])
    .filter((one) => one.checkVisibility());
  /** @param {Element} node @param {string} selector */
  const text = (node, selector) => node.querySelector(selector)?.textContent?.trim() ?? "";
  /** @param {Element} explorer */
  const title = (explorer) => text(explorer, "h3");
  /** @param {string} name */
  const named = (name) => /** @type {HTMLElement} */ (all().find((one) => title(one) === name));
  /** @param {any} node */
  const label = (node) => (node.labels?.[0]?.textContent ?? "").trim();

  /** @param {Thing} node */
  const there = (node) => node.checkVisibility({ visibilityProperty: true }) && !node.closest("[inert]")
    && !/** @type {any} */ (node).disabled && !AWAY.test(node.textContent ?? "")
    && node.getBoundingClientRect().width > 0;

  /** @param {Thing} node @param {string} kind @returns {Offer} */
  const offer = (node, kind) => ({
    kind,
    words: (node.getAttribute("aria-label") ?? (label(node) || node.textContent || "")).trim().slice(0, 60),
    label: node.closest(".spine-edu-main") ? label(node) || node.getAttribute("aria-label") || "" : "",
    most: Number(node.max ?? 0),
    options: node instanceof HTMLSelectElement ? [...node.options].filter((one) => !one.disabled)
      .map(({ value }) => value) : [],
  });

  /** What can be taken hold of in an explorer, in the order of the page. @param {string} name */
  function offers(name) {
    const found = KINDS.flatMap(([kind, selector]) =>
      /** @type {Thing[]} */ ([...named(name).querySelectorAll(selector)]).filter(there)
        .map((node) => /** @type {[Thing, Offer]} */ ([node, offer(node, kind)])));
    offered = found.map(([node]) => node);
    return found.map(([, one]) => one);
  }

  const frame = () => new Promise((done) => { requestAnimationFrame(() => setTimeout(done, 0)); });

  /**
   * Where something is in the window, once it is in its middle and has stopped moving: left, top, width and height; and
   * whether a pointer would meet it there.
   *
   * @param {Element} node
   */
  async function settled(node) {
    let before = "", box = node.getBoundingClientRect();
    for (let turn = 0; turn < 60 && before !== [box.x, box.y, box.width].join(); turn += 1) {
      before = [box.x, box.y, box.width].join();
      node.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
      await frame();
      box = node.getBoundingClientRect();
    }
    const met = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    const holds = Boolean(met && (node.contains(met) || met.contains(node)));
    return { x: box.x, y: box.y, width: box.width, height: box.height, holds };
  }

  /** @param {number} index of what was offered */
  const place = (index) => settled(offered[index]);
  /** @param {string} name */
  const picture = (name) => settled(/** @type {Element} */ (named(name).querySelector(".spine-edu-picture")));

  /** @param {number} index */
  const focus = (index) => { offered[index].focus({ preventScroll: true }); };
  /** What it is set to, and whether it can still be. @param {number} index */
  const value = (index) => {
    const node = offered[index];
    return node.isConnected && there(node) ? String(node.value) : null;
  };
  /** Choose an option of a list as a hand does. @param {[index: number, value: string]} given */
  function choose([index, wanted]) {
    const node = offered[index];
    node.value = wanted;
    for (const event of ["input", "change"]) node.dispatchEvent(new Event(event, { bubbles: true }));
  }
  /** What stands on it. @param {number} index */
  const words = (index) => (offered[index].isConnected ? offered[index].textContent : "");
  /** Empty a box, so that something else is typed into it. @param {number} index */
  const clear = (index) => { /** @type {HTMLInputElement} */ (offered[index]).select(); };

  /** What the controls of an explorer say: label -> what it is set to, how far it goes and whether it rests. */
  function controls(/** @type {Element} */ explorer) {
    /** @type {Record<string, { value: string, box: string, most: number, rests: boolean }>} */
    const found = {};
    for (const row of explorer.querySelectorAll(".spine-edu-main .spine-edu-control")) {
      const node = /** @type {Thing | null} */ (row.querySelector("input[type=range], select, textarea"));
      const box = /** @type {HTMLInputElement | null} */ (row.querySelector("input[type=text]"));
      if (!node) continue;
      found[text(row, "label")] = { value: String(node.value), box: box?.value ?? "", most: Number(node.max ?? 0),
        rests: /** @type {any} */ (node).disabled };
    }
    return found;
  }

  /** What an explorer says of a run: the moment of it, and whether it goes on; nothing if there is none. */
  function run(/** @type {Element} */ explorer) {
    const where = /** @type {HTMLElement | null} */ (explorer.querySelector(".spine-edu-where"));
    const bar = explorer.querySelector(".spine-edu-player");
    if (!bar || !where || where.hidden || /** @type {HTMLElement} */ (bar).hidden) return null;
    const moment = /** @type {HTMLInputElement} */ (bar.querySelector("input[type=range]"));
    return { at: Number(moment.value), plays: bar.querySelector("button")?.textContent === "Pause" };
  }

  /** What every explorer of the page shows, by its title. */
  const shown = () => Object.fromEntries(all().map((explorer) => [title(explorer), {
    sentence: explorer.querySelector(".spine-edu-sentence")?.textContent ?? "",
    image: explorer.querySelector("[role=img]")?.getAttribute("aria-label") ?? "",
    strip: text(explorer, ".spine-edu-strip:not([hidden])"),
    alarms: [...explorer.querySelectorAll("[role=alert]")].map((one) => one.textContent).join(" ").trim(),
    scenario: /** @type {HTMLSelectElement} */ (explorer.querySelector(".spine-edu-main select")).value,
    phase: explorer.dataset.phase ?? "",
    hall: explorer.hasAttribute("data-hall"),
    bare: explorer.hasAttribute("data-bare"),
    look: explorer.dataset.look ?? "",
    run: run(explorer),
    controls: controls(explorer),
  }]));

  /** What stands in the notebook besides what its cells show: a key that gets out of an explorer would change it. */
  const cells = () => JSON.stringify(/** @type {any} */ (window).jupyterapp?.shell.currentWidget?.content.widgets
    .map((/** @type {any} */ one) => [one.model.type, one.model.sharedModel.source]) ?? []);

  /**
   * How a picture differs from a figure, if it is one of plotly's: a few words, or nothing.
   *
   * @param {[name: string, figure: string]} given
   */
  async function differs([name, figure]) {
    const node = named(name).querySelector(".js-plotly-plot");
    if (!node) return "";
    return /** @type {any} */ (window).spineDrawn.difference({ picture: node, ...JSON.parse(figure) });
  }

  Object.assign(window, { spineWalk:
    { offers, place, picture, focus, value, choose, clear, words, shown, cells, differs } });
})();
