// A panel that Python fills.

/** @import { Hand, Host, Panel } from "./types.d.ts" */

/**
 * Ask Python to fill a panel, and fill it now and whenever it is told anew. If another view has closed the same panel,
 * this one asks again.
 *
 * @param {{ host: Host, hand: Hand }} desk
 * @param {string} name
 * @param {(panel: Panel) => void} fill
 */
export function filled({ host, hand }, name, fill) {
  const follow = () => {
    const panel = host.get("panels")[name];
    if (panel) fill(panel);
    else hand.do({ act: "panel", opened: name });
  };
  follow();
  return follow;
}
