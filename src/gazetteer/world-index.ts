import type { CountryCode } from "../domain/ids.ts";

/** `weight` 0 to 9: log10 of population, seats and first-order units higher. */
export interface WorldEntry {
  readonly country: CountryCode;
  readonly weight: number;
}

/**
 * In which countries a name is. The file's text is searched as it is, by halving; nothing is parsed at start, so the
 * whole world costs its four megabytes.
 */
export class WorldIndex {
  private readonly text: string;
  private readonly known = new Map<string, readonly WorldEntry[]>();

  /** `text` is `dist/gazetteer/world.txt`: lines `key TAB CC9CC4`, sorted, with a newline before the first. */
  constructor(text: string) {
    this.text = text;
  }

  find(key: string): readonly WorldEntry[] {
    const known = this.known.get(key);
    if (known) return known;
    const found = this.search(key);
    if (this.known.size > 20_000) this.known.clear();
    this.known.set(key, found);
    return found;
  }

  private search(key: string): readonly WorldEntry[] {
    const { text } = this;
    let low = 0;
    let high = text.length - 1;
    while (low < high) {
      const start = text.lastIndexOf("\n", (low + high) >> 1) + 1;
      const end = text.indexOf("\n", start);
      if (end < 0 || start > high) return NONE;
      const order = compareAt(text, start, key);
      if (order === 0) return parse(text.slice(text.indexOf("\t", start) + 1, end));
      if (order < 0) low = end;
      else high = start - 1;
    }
    return NONE;
  }
}

const NONE: readonly WorldEntry[] = [];

/** Below 0 when the line's key comes before `key`. */
function compareAt(text: string, start: number, key: string): number {
  for (let i = 0; i < key.length; i++) {
    const code = text.charCodeAt(start + i);
    if (code === 9) return -1;
    const step = code - key.charCodeAt(i);
    if (step !== 0) return step;
  }
  return text.charCodeAt(start + key.length) === 9 ? 0 : 1;
}

function parse(cell: string): readonly WorldEntry[] {
  const entries: WorldEntry[] = [];
  for (let i = 0; i + 2 < cell.length; i += 3) {
    entries.push({ country: cell.slice(i, i + 2) as CountryCode, weight: cell.charCodeAt(i + 2) - 48 });
  }
  return entries;
}
