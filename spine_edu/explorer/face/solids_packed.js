// Meshes as they travel: rows of whole numbers in columns of differences, each with its low bytes before its high ones,
// and all of it compressed. Neighbours in a mesh are alike, so this takes less than half of the rows themselves.

/** How many bytes each number of a vertex has: place, frame, weight, normal, fibre length; and of a triangle. */
const VERTEX_BYTES = [2, 2, 2, 1, 1, 1, 1, 1, 1], TRIANGLE_BYTES = [2, 2, 2];

/** @param {number[]} widths */
const stride = (widths) => widths.reduce((sum, width) => sum + width, 0);

/** Bytes a vertex. */
export const STRIDE = stride(VERTEX_BYTES);

/** @param {DataView<ArrayBuffer>} view */
export const bytes = (view) =>
  new Uint8Array(view.buffer.slice(view.byteOffset, view.byteOffset + view.byteLength));

/**
 * @param {DataView<ArrayBuffer>} packed
 * @param {number} split how many bytes the vertices are
 * @returns {Promise<{ vertices: Uint8Array<ArrayBuffer>, triangles: Uint8Array<ArrayBuffer> }>}
 */
export async function unpacked(packed, split) {
  const stream = new Blob([bytes(packed)]).stream().pipeThrough(new DecompressionStream("gzip"));
  const columns = new Uint8Array(await new Response(stream).arrayBuffer());
  return {
    vertices: rows(columns.subarray(0, split), VERTEX_BYTES),
    triangles: rows(columns.subarray(split), TRIANGLE_BYTES),
  };
}

/**
 * @param {Uint8Array} columns
 * @param {number[]} widths bytes of each number of a row
 */
function rows(columns, widths) {
  const wide = stride(widths), count = columns.length / wide, found = new Uint8Array(columns.length);
  let column = 0, offset = 0;
  for (const width of widths) {
    const high = width === 2 ? column + count : undefined;
    for (let row = 0, value = 0; row < count; row++) {
      value = (value + columns[column + row] + (high ? columns[high + row] << 8 : 0)) & 0xffff;
      found[row * wide + offset] = value;
      if (high) found[row * wide + offset + 1] = value >> 8;
    }
    column += count * width;
    offset += width;
  }
  return found;
}
