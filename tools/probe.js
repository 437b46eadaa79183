// Put into the page before JupyterLab, for tests and benchmarks: counts the kernel's websocket traffic, moves controls,
// and times from a hand's move to the paint.
(() => {
  const traffic = { down: 0, up: 0, received: 0, sent: 0 }, bundles = [];
  const makeUrl = URL.createObjectURL;
  URL.createObjectURL = (blob) => {
    if (blob.type === "text/javascript" && blob.size > 1e6) bundles.push(blob.size);
    return makeUrl.call(URL, blob);
  };
  const weigh = (data) => (typeof data === "string" ? new Blob([data]).size : (data.byteLength ?? data.size));
  const Native = window.WebSocket;
  window.WebSocket = class extends Native {
    constructor(...given) {
      super(...given);
      this.counted = String(given[0]).includes("/api/kernels/");
      if (this.counted)
        this.addEventListener("message", ({ data }) => { traffic.down += weigh(data); traffic.received += 1; });
    }
    send(data) {
      if (this.counted) { traffic.up += weigh(data); traffic.sent += 1; }
      super.send(data);
    }
  };

  /** Notes when the last change of some elements was painted: the task after the next animation frame. */
  class Paints {
    constructor(watched) {
      Object.assign(this, { times: [], waiting: false });
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

  const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const moment = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const since = (before) => Object.fromEntries(Object.keys(traffic).map((key) => [key, traffic[key] - before[key]]));

  /** Resolve when neither a paint nor a kernel message has come for `quiet` ms; at the latest after `limit` ms. */
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

  /** Move a slider's handle by an arrow key, or a list to its next option. */
  function nudge(control) {
    if (control.tagName === "SELECT") {
      control.selectedIndex = (control.selectedIndex + 1) % control.options.length;
      return control.dispatchEvent(new Event("change", { bubbles: true }));
    }
    const [value, least, most] = ["now", "min", "max"].map((name) => Number(control.getAttribute(`aria-value${name}`)));
    control.spineBack = value >= most || (control.spineBack && value > least);
    const key = control.spineBack ? "ArrowLeft" : "ArrowRight";
    return control.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  }

  /** One move of a control -> {ms, down, up, received, sent}; ms is null if nothing was painted. */
  async function step(control, watched, quiet) {
    const paints = new Paints(watched), before = { ...traffic }, began = performance.now();
    nudge(control);
    await settled(paints, quiet, 8000);
    paints.stop();
    return { ms: paints.last ? paints.last - began : null, ...since(before) };
  }

  /** A hand that drags a handle to and fro for some seconds, once a frame -> {ms after release, paints before and after it, moves, ...}. */
  async function drag(handle, watched, seconds, quiet) {
    const bar = handle.closest(".noUi-target").getBoundingClientRect(), y = bar.top + bar.height / 2;
    const mouse = (kind, x, target) => target.dispatchEvent(new MouseEvent(kind, { bubbles: true, cancelable: true,
      clientX: x, clientY: y, button: 0, buttons: kind === "mouseup" ? 0 : 1 }));
    const grip = handle.getBoundingClientRect();
    const paints = new Paints(watched), before = { ...traffic }, began = performance.now();
    mouse("mousedown", grip.left + grip.width / 2, handle);
    let moves = 0, x = 0;
    while (performance.now() - began < seconds * 1000) {
      x = bar.left + bar.width * (0.5 + 0.45 * Math.sin((performance.now() - began) / 320));
      mouse("mousemove", x, document.documentElement);
      moves += 1;
      await moment();
    }
    const released = performance.now(), paintsBefore = paints.times.length;
    mouse("mouseup", x, document.documentElement);
    await settled(paints, quiet, 15000);
    paints.stop();
    return { ms: Math.max(0, paints.last - released), moves, paintsBefore, paintsAfter: paints.times.length - paintsBefore, ...since(before) };
  }

  /** Press Run, let it play, press Pause -> {paints a second, kernel messages between the two presses}. */
  async function play(view, seconds) {
    const button = view.querySelector(".spine-edu-player button");
    button.click();
    const asked = performance.now();
    while (button.textContent !== "Pause" && performance.now() - asked < 5000) await sleep(5);
    await sleep(300);
    // Frames are drawn inside an animation frame, so each frame with a change is one paint.
    const frames = new Set(), watch = new MutationObserver(() => frames.add(document.timeline.currentTime));
    watch.observe(view.querySelector(".spine-edu-picture"), { childList: true, subtree: true, attributes: true });
    const before = { ...traffic }, began = performance.now();
    await sleep(seconds * 1000);
    const spent = (performance.now() - began) / 1000, heard = since(before), playing = button.textContent === "Pause";
    if (playing) button.click();
    watch.disconnect();
    return { rate: frames.size / spent, playing, ...heard };
  }

  /** Wait until the kernel has answered what was sent since `before`, and has been still for `quiet` ms. */
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

  /** Do something to a control, and wait for the answer. */
  async function act(deed, quiet = 30) {
    const before = { ...traffic };
    deed();
    await answered(before, quiet);
  }

  const press = (control, key) =>
    act(() => control.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true })));

  window.spineProbe = { traffic, bundles, act, press, step, drag, play };
})();
