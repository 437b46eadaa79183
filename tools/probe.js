// Put into the page before JupyterLab, for tests and benchmarks: counts the kernel's websocket traffic, moves controls,
// and times from a hand's move to the paint.
(() => {
  /** @typedef {{ down: number, up: number, received: number, sent: number }} Traffic bytes, and messages */
  /** @type {Traffic} */
  const traffic = { down: 0, up: 0, received: 0, sent: 0 };
  /** @type {number[]} how large each plotly.js was that a view has made a module of */
  const bundles = [];
  const makeUrl = URL.createObjectURL;
  URL.createObjectURL = (blob) => {
    if (blob instanceof Blob && blob.type === "text/javascript" && blob.size > 1e6) bundles.push(blob.size);
    return makeUrl.call(URL, blob);
  };
  /** @param {any} data */
  const weigh = (data) => (typeof data === "string" ? new Blob([data]).size : (data.byteLength ?? data.size));
  const Native = window.WebSocket;
  window.WebSocket = class extends Native {
    /**
     * @param {string | URL} url
     * @param {string | string[]} [protocols]
     */
    constructor(url, protocols) {
      super(url, protocols);
      this.counted = String(url).includes("/api/kernels/");
      if (this.counted)
        this.addEventListener("message", ({ data }) => { traffic.down += weigh(data); traffic.received += 1; });
    }
    /** @param {string | Blob | BufferSource} data */
    send(data) {
      if (this.counted) { traffic.up += weigh(data); traffic.sent += 1; }
      super.send(data);
    }
  };

  /** What a page has asked of its worker, and how much of that is answered. */
  const worker = { jobs: /** @type {any[]} */ ([]), asked: 0, answered: 0 };
  const Plain = window.Worker;
  window.Worker = class extends Plain {
    /**
     * @param {string | URL} url
     * @param {WorkerOptions} [options]
     */
    constructor(url, options) {
      super(url, options);
      this.addEventListener("message", () => { worker.answered += 1; });
    }
    /** @param {any} message @param {any} [more] */
    postMessage(message, more) {
      worker.jobs.push(message);
      worker.asked += 1;
      super.postMessage(message, more);
    }
  };

  /** Notes when the last change of some elements was painted: the task after the next animation frame. */
  class Paints {
    /** @param {Iterable<Node>} watched */
    constructor(watched) {
      /** @type {number[]} */
      this.times = [];
      this.waiting = false;
      this.observer = new MutationObserver(() => {
        if (this.waiting) return;
        this.waiting = true;
        requestAnimationFrame(() => {
          const after = new MessageChannel();
          after.port1.onmessage = () => { this.waiting = false; this.times.push(performance.now()); };
          after.port2.postMessage(0);
        });
      });
      for (const node of watched)
        this.observer.observe(node, { childList: true, subtree: true, attributes: true, characterData: true });
    }
    get last() { return this.times.at(-1) ?? 0; }
    stop() { this.observer.disconnect(); }
  }

  /** @type {(ms: number) => Promise<unknown>} */
  const sleep = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });
  const moment = () => new Promise((resolve) => { requestAnimationFrame(resolve); });
  /** @type {(before: Traffic) => Traffic} */
  const since = ({ down, up, received, sent }) => ({ down: traffic.down - down, up: traffic.up - up,
    received: traffic.received - received, sent: traffic.sent - sent });

  /**
   * Resolve when neither a paint nor a kernel message has come for `quiet` ms; at the latest after `limit` ms.
   *
   * @param {Paints} paints
   * @param {number} quiet
   * @param {number} limit
   */
  async function settled(paints, quiet, limit) {
    const began = performance.now();
    let seen = traffic.received, still = began;
    while (performance.now() - began < limit) {
      await sleep(10);
      if (traffic.received !== seen) { seen = traffic.received; still = performance.now(); }
      const patient = paints.last ? quiet : 8 * quiet;
      if (performance.now() - Math.max(still, paints.last) > patient) return;
    }
  }

  /** @type {WeakSet<Element>} sliders that have met an end and come back from it */
  const backwards = new WeakSet();

  /**
   * Which way a slider goes on: to and fro between its ends.
   *
   * @param {Element} slider
   * @param {number} value
   * @param {number} least
   * @param {number} most
   */
  function onward(slider, value, least, most) {
    if (value >= most) backwards.add(slider);
    else if (value <= least) backwards.delete(slider);
    return backwards.has(slider) ? -1 : 1;
  }

  /**
   * Set a native slider, list or box as a hand does, and tell the page of it.
   *
   * @param {HTMLInputElement | HTMLSelectElement} control
   * @param {string | number} value
   * @param {string} event
   */
  function put(control, value, event) {
    control.value = String(value);
    control.dispatchEvent(new Event(event, { bubbles: true }));
  }

  /**
   * Move a slider by one step (the one of ipywidgets by an arrow key), or a list to its next option.
   *
   * @param {Element} control
   */
  function nudge(control) {
    if (control instanceof HTMLSelectElement)
      return put(control, control.options[(control.selectedIndex + 1) % control.options.length].value, "change");
    if (control instanceof HTMLInputElement) {
      const [value, least, most] = [control.value, control.min, control.max].map(Number);
      return put(control, value + onward(control, value, least, most) * Number(control.step), "input");
    }
    const [value, least, most] = ["now", "min", "max"].map((name) => Number(control.getAttribute(`aria-value${name}`)));
    const key = onward(control, value, least, most) < 0 ? "ArrowLeft" : "ArrowRight";
    control.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  }

  /**
   * One move of a control -> {ms, down, up, received, sent}; ms is null if nothing was painted.
   *
   * @param {Element} control
   * @param {Iterable<Node>} watched
   * @param {number} quiet
   */
  async function step(control, watched, quiet) {
    const paints = new Paints(watched), before = { ...traffic }, began = performance.now();
    nudge(control);
    await settled(paints, quiet, 8000);
    paints.stop();
    return { ms: paints.last ? paints.last - began : null, ...since(before) };
  }

  /**
   * A hand that drags a slider to and fro for some seconds, once a frame -> {ms after release, paints before and after
   * it, moves, ...}.
   *
   * @param {HTMLInputElement} slider
   * @param {Iterable<Node>} watched
   * @param {number} seconds
   * @param {number} quiet
   */
  async function drag(slider, watched, seconds, quiet) {
    const [least, most] = [slider.min, slider.max].map(Number);
    const paints = new Paints(watched), before = { ...traffic }, began = performance.now();
    let moves = 0;
    while (performance.now() - began < seconds * 1000) {
      const share = 0.5 + 0.45 * Math.sin((performance.now() - began) / 320);
      put(slider, Math.round(least + (most - least) * share), "input");
      moves += 1;
      await moment();
    }
    const released = performance.now(), paintsBefore = paints.times.length;
    slider.dispatchEvent(new Event("change", { bubbles: true }));
    await settled(paints, quiet, 15000);
    paints.stop();
    const paintsAfter = paints.times.length - paintsBefore;
    return { ms: Math.max(0, paints.last - released), moves, paintsBefore, paintsAfter, ...since(before) };
  }

  /**
   * Press Run, let it play, press Pause -> {paints a second, kernel messages between the two presses}.
   *
   * @param {Element} view
   * @param {number} seconds
   */
  async function play(view, seconds) {
    const button = /** @type {HTMLButtonElement} */ (view.querySelector(".spine-edu-player button"));
    const picture = /** @type {Element} */ (view.querySelector(".spine-edu-picture"));
    button.click();
    const asked = performance.now();
    while (button.textContent !== "Pause" && performance.now() - asked < 5000) await sleep(5);
    await sleep(300);
    // Frames are drawn inside an animation frame, so each frame with a change is one paint.
    const frames = new Set(), watch = new MutationObserver(() => frames.add(document.timeline.currentTime));
    watch.observe(picture, { childList: true, subtree: true, attributes: true });
    const before = { ...traffic }, began = performance.now();
    await sleep(seconds * 1000);
    const spent = (performance.now() - began) / 1000, heard = since(before), playing = button.textContent === "Pause";
    if (playing) button.click();
    watch.disconnect();
    return { rate: frames.size / spent, playing, ...heard };
  }

  /**
   * Wait until the kernel has answered what was sent since `before`, and has been still for `quiet` ms.
   *
   * @param {Traffic} before
   * @param {number} quiet
   * @param {number} [limit]
   */
  async function answered(before, quiet, limit = 15000) {
    const began = performance.now();
    let seen = traffic.received, still = began;
    while (performance.now() - began < limit) {
      await sleep(5);
      if (traffic.received !== seen) { seen = traffic.received; still = performance.now(); }
      // At the least it says busy and idle.
      const open = traffic.sent > before.sent && traffic.received < before.received + 2;
      if (!open && performance.now() - still > quiet) return;
    }
  }

  /**
   * Do something to a control, and wait for the answer.
   *
   * @param {() => void} deed
   * @param {number} [quiet]
   */
  async function act(deed, quiet = 30) {
    const before = { ...traffic };
    deed();
    await answered(before, quiet);
  }

  /** The kernel of the notebook in front. @returns {any} */
  const kernel = () => /** @type {any} */ (window).jupyterapp?.shell.currentWidget?.sessionContext?.session?.kernel;

  /**
   * Resolve after `ms`, and not before Python has answered what was asked of it and the page has painted that: how long
   * this takes says how busy the machine is. A kernel that does not answer is waited for two seconds; a worker, a
   * minute.
   *
   * @param {number} ms
   */
  async function rest(ms) {
    await sleep(ms);
    const late = performance.now() + 60_000;
    while (worker.asked > worker.answered && performance.now() < late) await sleep(10);
    if (worker.asked) await moment();
    let sent = -1;
    while (kernel() && traffic.sent > sent) {
      await Promise.race([kernel().requestKernelInfo().catch(() => null), sleep(2000)]);
      sent = traffic.sent;
      await answered({ ...traffic }, 50);
      await moment();
      await moment();
    }
  }

  /** @type {(control: Element, key: string) => Promise<void>} */
  const press = (control, key) =>
    act(() => void control.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true })));

  /**
   * The smallest words in a part of the page, in px as they are painted, and what they say.
   *
   * @param {Element} part
   */
  function smallest(part) {
    const nodes = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    const unseen = ".spine-edu-spoken, option, script, style";
    const really = { opacityProperty: true, visibilityProperty: true };
    /** @type {[number, string][]} */
    const found = [];
    while (nodes.nextNode()) {
      const words = nodes.currentNode.textContent?.trim(), holder = nodes.currentNode.parentElement;
      if (!words || !holder || holder.closest(unseen) || !holder.checkVisibility(really)) continue;
      // What lies over a picture grows with it.
      const picture = /** @type {HTMLElement | undefined} */ (
        holder.closest(".spine-edu-place")?.querySelector(".spine-edu-picture") ?? undefined);
      const grown = picture ? picture.getBoundingClientRect().width / picture.offsetWidth : 1;
      found.push([parseFloat(getComputedStyle(holder).fontSize) * grown, words.slice(0, 30)]);
    }
    return found.sort(([one], [other]) => one - other)[0];
  }

  Object.assign(window, { spineProbe:
    { traffic, worker, bundles, act, answered, nudge, press, put, rest, smallest, step, drag, play } });
})();
