import type { Problem } from "../domain/problem.ts";
import { linesOf } from "../feeds/lines.ts";
import { type Checked, lineChecker } from "../ledger/check-lines.ts";
import type { Entry } from "../ledger/entry.ts";
import { readGoodLine } from "../ledger/lines.ts";
import type { LedgerStore } from "../store/ledger.ts";

export interface MergeDeps {
  readonly store: Pick<LedgerStore, "add" | "has" | "findLine">;
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
/** Entries in one transaction; between two of them other processes may write. */
const BATCH = 5_000;

/** Takes the union of the ledger and a file of entries, after the whole file has been checked. */
export async function merge(deps: MergeDeps): Promise<Merged> {
  const checker = lineChecker(deps.where, { has: deps.store.has, find: deps.store.findLine });
  const held = new Map<number, Entry>();
  const broken = await eachLine(deps, (line, text) => {
    const entry = checker.take(line, text);
    if (entry && held.size <= HELD) held.set(line, entry);
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
    await eachLine(deps, (line, text) => {
      if (checked.isNews(line)) take(readGoodLine(text, checked.form));
    });
  }
  flush();
  return count;
}

/** What broke the reading off, if anything did. */
async function eachLine(
  deps: MergeDeps,
  take: (line: number, text: string) => void,
): Promise<Problem | undefined> {
  const decoder = new TextDecoder();
  let line = 0;
  try {
    for await (const bytes of linesOf(deps.read(), MAX_LINE)) {
      line++;
      if (typeof bytes === "number") take(line, "");
      else if (bytes.length > 0) take(line, decoder.decode(bytes));
    }
    return undefined;
  } catch (error) {
    const problem = (error as { readonly problem?: Problem }).problem;
    if (problem?.code === "exchange-truncated") return problem;
    throw error;
  }
}
