// Packed numbers on their way: see buffers.py.

/**
 * Put packed numbers back to where they belong: they travel as one buffer, each with its place in it.
 *
 * @param {any} value
 * @param {DataView} bytes
 * @returns {any}
 */
export function scattered(value, bytes) {
  if (Array.isArray(value)) return value.map((inner) => scattered(inner, bytes));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) =>
    [key, key === "f4" || key === "f8" ? cut(bytes, inner) : scattered(inner, bytes)]));
}

/**
 * @param {DataView} bytes
 * @param {[number, number]} place
 */
const cut = (bytes, [start, length]) => new DataView(bytes.buffer, bytes.byteOffset + start, length);
