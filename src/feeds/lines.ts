const LINE_FEED = 10;

/**
 * The lines of a stream of bytes, without their ends. A line of more than `limit` bytes is not kept: its size so far is
 * given in its place, and reading goes on behind it.
 */
export async function* linesOf(
  chunks: AsyncIterable<Uint8Array>,
  limit: number,
): AsyncGenerator<Uint8Array | number> {
  let open: Uint8Array[] = [];
  let size = 0;
  const close = (): Uint8Array | number => {
    const line = size > limit ? size : Buffer.concat(open);
    open = [];
    size = 0;
    return line;
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, from)) {
      open.push(chunk.subarray(from, end));
      size += end - from;
      yield close();
      from = end + 1;
    }
    const rest = chunk.subarray(from);
    size += rest.length;
    if (size <= limit) open.push(rest);
    else open = [];
  }
  if (size > 0) yield close();
}
