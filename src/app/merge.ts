import type { Problem } from "../domain/problem.ts";
import { linesOf } from "../feeds/lines.ts";
import { type Checked, lineChecker } from "../ledger/check-lines.ts";
import type { Entry } from "../ledger/entry.ts";
import { readGoodLine } from "../ledger/lines.ts";
import type { Sha256 } from "../ledger/sha256.ts";
import type { LedgerStore } from "../store/ledger.ts";

export interface MergeDeps {
  readonly store: Pick<LedgerStore, "add" | "has" | "findLines">;
  /** The portable one where none is given. */
  readonly sha256?: Sha256;
  /** The file as the user named it. */
  readonly where: string;
  /** Its bytes, unpacked, from the beginning; may be asked for twice. */
  readonly read: () => AsyncIterable<Uint8Array>;
  /** Take the good lines of a file that has bad ones. */
  readonly keepGood?: boolean;
  readonly onProgress?: (entries: number) => void;
}

export interface Merged {
  readonly added: number;
  readonly known: number;
  /** Empty: all is merged. Else nothing is, unless the good part was asked for. */
  readonly problems: readonly Problem[];
}

/** Most bytes of one line. */
const MAX_LINE = 64_000_000;
/** Checked entries that are kept in memory; when a file has more news than that, it is read a second time. */
const HELD = 100_000;
/** Lines that are looked up in the ledger at once, and how many characters they may have together. */
const LOOKED_UP = 500;
const LOOKED_UP_CHARACTERS = 4_000_000;
/** Entries in one transaction; between two of them other processes may write. */
const BATCH = 5_000;

/** Takes the union of the ledger and a file of entries, after the whole file has been checked. */
export async function merge(deps: MergeDeps): Promise<Merged> {
  const { has, findLines } = deps.store;
  const checker = lineChecker(deps.where, { has, ...(deps.sha256 && { sha256: deps.sha256 }) });
  const held = new Map<number, Entry>();
  const broken = await eachBatch(deps, (lines) => {
    const same = findLines(lines.map(({ text }) => text));
    for (const [i, { line, text }] of lines.entries()) {
      const entry = checker.take(line, text, same[i]);
      if (entry && held.size <= HELD) held.set(line, entry);
    }
  });
  const checked = checker.finish();
  const problems = broken
    ? [...checked.problems.filter((p) => p.code !== broken.code), broken]
    : checked.problems;
  if (checked.unusable || (problems.length > 0 && !deps.keepGood)) return { added: 0, known: 0, problems };
  const { added, known } = await store(deps, checked, held);
  return { added, known, problems };
}

async function store(deps: MergeDeps, checked: Checked, held: ReadonlyMap<number, Entry>) {
  const count = { added: 0, known: checked.known };
  let batch: Entry[] = [];
  const flush = () => {
    const { added, known } = deps.store.add(batch);
    count.added += added;
    count.known += known;
    batch = [];
    deps.onProgress?.(count.added + count.known);
  };
  const take = (entry: Entry) => {
    batch.push(entry);
    if (batch.length >= BATCH) flush();
  };
  if (held.size <= HELD) {
    for (const [line, entry] of held) if (checked.isNews(line)) take(entry);
  } else {
    await eachBatch(deps, (lines) => {
      for (const { line, text } of lines) if (checked.isNews(line)) take(readGoodLine(text, checked.form));
    });
  }
  flush();
  return count;
}

interface Line {
  /** Counted from 1. */
  readonly line: number;
  /** "" for a line that is too long to be an entry. */
  readonly text: string;
}

/** What broke the reading off, if anything did. Empty lines are passed over. */
async function eachBatch(
  deps: MergeDeps,
  take: (lines: readonly Line[]) => void,
): Promise<Problem | undefined> {
  const decoder = new TextDecoder();
  let batch: Line[] = [];
  let characters = 0;
  let line = 0;
  const flush = () => {
    take(batch);
    batch = [];
    characters = 0;
  };
  try {
    for await (const bytes of linesOf(deps.read(), MAX_LINE)) {
      line++;
      const text = typeof bytes === "number" ? "" : decoder.decode(bytes);
      if (text === "" && typeof bytes !== "number") continue;
      batch.push({ line, text });
      characters += text.length;
      if (batch.length >= LOOKED_UP || characters >= LOOKED_UP_CHARACTERS) flush();
    }
    flush();
    return undefined;
  } catch (error) {
    const problem = (error as { readonly problem?: Problem }).problem;
    if (problem?.code !== "exchange-truncated") throw error;
    flush();
    return problem;
  }
}
