/** The text of some bytes, or `undefined` when they are no text. */
export function decode(bytes: Uint8Array): string | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return utf8(bytes.subarray(3));
  if (a === 0xff && b === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (a === 0xfe && b === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  const silent = silentUtf16(bytes);
  if (silent) return new TextDecoder(silent).decode(bytes);
  return isBinary(bytes) ? undefined : utf8(bytes);
}

/** Bytes that are not UTF-8 are taken for Windows Latin, the usual other encoding of western newsrooms. */
function utf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

const SAMPLE = 4096;

/** UTF-16 without its mark: western text has a zero in nearly every second byte, and in those alone. */
function silentUtf16(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  const size = Math.min(bytes.length, SAMPLE) & ~1;
  if (size < 4) return undefined;
  const zeros = [0, 0];
  for (let i = 0; i < size; i++) if (bytes[i] === 0) zeros[i & 1]! += 1;
  if (zeros[0] === 0 && zeros[1]! > size * 0.35) return "utf-16le";
  return zeros[1] === 0 && zeros[0]! > size * 0.35 ? "utf-16be" : undefined;
}

/** A zero byte, or more than one control byte in thirty. */
function isBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, SAMPLE);
  const controls = sample.reduce(
    (sum, byte) => sum + (byte < 32 && ![9, 10, 12, 13, 27].includes(byte) ? 1 : 0),
    0,
  );
  return sample.includes(0) || controls > sample.length / 30;
}
