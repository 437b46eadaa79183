// Words that plotly.js has drawn, written anew in the nodes they stand in.

const TAG = /<[^>]*>/;

/** @param {Node} node @returns {Text[]} the texts in it, in their order */
function texts(node) {
  return [...node.childNodes].flatMap((inner) => (inner instanceof Text ? [inner] : texts(inner)));
}

/**
 * Other words in the place of some: those that stand in the same tags as before stand in the same nodes.
 *
 * @param {Element} node
 * @param {string} was
 * @param {string} is
 * @returns {(() => void) | undefined} nothing if plotly.js must set them anew
 */
export function reworded(node, was, is) {
  const words = is.split(TAG).filter(Boolean), places = texts(node).filter(({ data }) => data);
  const tags = (/** @type {string} */ all) => all.match(RegExp(TAG, "g"))?.join();
  if (is.includes("&") || tags(is) !== tags(was) || places.length !== words.length) return undefined;
  return () => {
    node.setAttribute("data-unformatted", is);
    for (const [index, place] of places.entries()) place.data = words[index];
  };
}
