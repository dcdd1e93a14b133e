import type { CountryCode, PlaceId } from "../domain/ids.ts";

/** `weight` 0 to 9: log10 of population, seats and first-order units higher. */
export interface WorldEntry {
  readonly country: CountryCode;
  readonly weight: number;
}

/** Sorted lines `key TAB value`, searched by halving in the text as it is: nothing is parsed at start. */
class SortedLines {
  private readonly text: string;

  /** Starts with a newline and ends with one. */
  constructor(text: string) {
    this.text = text;
  }

  find(key: string): string | undefined {
    const { text } = this;
    let low = 0;
    let high = text.length - 1;
    while (low < high) {
      const start = text.lastIndexOf("\n", (low + high) >> 1) + 1;
      const end = text.indexOf("\n", start);
      if (end < 0 || start > high) return undefined;
      const order = compareAt(text, start, key);
      if (order === 0) return text.slice(text.indexOf("\t", start) + 1, end);
      if (order < 0) low = end;
      else high = start - 1;
    }
    return undefined;
  }
}

/** Names known by heart before all are forgotten. */
const REMEMBERED = 20_000;

/** In which countries a name is, and in which a row. The whole world costs the size of its two files. */
export class WorldIndex {
  private readonly names: SortedLines;
  private readonly rows: SortedLines;
  private readonly known = new Map<string, readonly WorldEntry[]>();

  /** `dist/gazetteer/world.txt`: lines `key TAB CC9CC4`; and `ids.txt`: lines `gn:123 TAB CC`. */
  constructor(names: string, rows: string) {
    this.names = new SortedLines(names);
    this.rows = new SortedLines(rows);
  }

  find(key: string): readonly WorldEntry[] {
    const known = this.known.get(key);
    if (known) return known;
    const cell = this.names.find(key);
    const found = cell === undefined ? NONE : parse(cell);
    if (this.known.size > REMEMBERED) this.known.clear();
    this.known.set(key, found);
    return found;
  }

  countryOf(id: PlaceId): CountryCode | undefined {
    return this.rows.find(id) as CountryCode | undefined;
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
