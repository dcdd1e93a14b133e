import { existsSync, globSync, readFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { ClaimKind } from "../src/domain/claim.ts";
import type { Span } from "../src/domain/span.ts";

/** A place as an annotator wrote it: a name, never a position. `name` null: a place that the text leaves unnamed. */
export interface GoldPlace {
  readonly name: string | null;
  readonly toponym?: string;
  readonly country?: string;
  readonly admin1?: string | null;
  readonly level?: string;
}

export interface GoldValid {
  readonly from?: string | null;
  readonly until?: string | null;
  readonly precision?: string;
}

/** One annotated claim. `main` is the kind's main field: change, type, measure, status or of. */
export interface GoldClaim {
  readonly kind: ClaimKind;
  readonly main: string;
  readonly actor?: string;
  readonly recipient?: string;
  readonly place?: GoldPlace;
  readonly valid?: GoldValid;
  readonly speaker?: string;
  readonly stance?: string;
  readonly stage?: string;
  readonly count?: { readonly low?: number | null; readonly best?: number | null };
  readonly quote: string;
  readonly span: Span;
  /** Counts neither as hit nor as miss. */
  readonly optional: boolean;
}

/** What must not become a done control claim. */
export interface Trap {
  readonly quote: string;
  readonly why: string;
  readonly span: Span;
}

export interface GoldReport {
  readonly id: string;
  readonly theatre: string;
  readonly text: string;
  /** The report as the file has it, for the door that users' files go through. */
  readonly json: Readonly<Record<string, unknown>>;
  readonly gold: readonly GoldClaim[];
  readonly traps: readonly Trap[];
}

export interface GoldActor {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

const MAIN_FIELDS: Readonly<Record<ClaimKind, string>> = {
  control: "change",
  incident: "type",
  toll: "measure",
  displacement: "measure",
  access: "status",
  tally: "of",
};

/** The main field of a claim, ours or gold. */
export function mainOf(claim: { readonly kind: ClaimKind }): string {
  return String((claim as unknown as Record<string, unknown>)[MAIN_FIELDS[claim.kind]] ?? "");
}

/** The folder with corpus, seed and geo sets: ASOF_SHARED, or `../shared` beside the project; `undefined` when absent. */
export function sharedFolder(): string | undefined {
  const folder = resolve(process.env.ASOF_SHARED ?? join(import.meta.dirname, "../../shared"));
  return existsSync(join(folder, "corpus")) ? folder : undefined;
}

export function readCorpus(shared: string): readonly GoldReport[] {
  return globSync("corpus/*/[0-9]*.json", { cwd: shared })
    .sort()
    .map((path) => goldReport(basename(dirname(path)), JSON.parse(readFileSync(join(shared, path), "utf8"))));
}

/**
 * Annotated reports of ours on wars that the corpus does not have, for whoever lacks it. "open": plain wire, written and
 * annotated by who wrote the rules. "dev" and "held": annotated by others who neither saw nor ran the extractor; dev was
 * read to mend rules, held was opened first when the session of its making had ended.
 */
export const OUR_THEATRES = ["open", "dev", "held"] as const;
export type OurTheatre = (typeof OUR_THEATRES)[number];

export function readOurReports(theatre: OurTheatre): readonly GoldReport[] {
  const folder = join(import.meta.dirname, theatre, "reports");
  return globSync("*.json", { cwd: folder })
    .sort()
    .map((path) => goldReport(theatre, JSON.parse(readFileSync(join(folder, path), "utf8"))));
}

/** The actor ids that the annotators of a theatre used, with the names they stand for. */
export function readGoldActors(shared: string): readonly GoldActor[] {
  return globSync("corpus/*/actors.json", { cwd: shared })
    .sort()
    .flatMap((path) => JSON.parse(readFileSync(join(shared, path), "utf8")).actors as GoldActor[]);
}

type Loose = Readonly<Record<string, unknown>>;

export function goldReport(theatre: string, json: Loose): GoldReport {
  const text = String(json.text);
  const rows = (field: string) => (json[field] ?? []) as readonly Loose[];
  return {
    id: String(json.id),
    theatre,
    text,
    json,
    gold: rows("gold").map((row) => goldClaim(row, text)),
    traps: rows("not").map((row) => ({
      quote: String(row.quote),
      why: String(row.why),
      span: spanOf(String(row.quote), text),
    })),
  };
}

function goldClaim(row: Loose, text: string): GoldClaim {
  const kept = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
  const claim = kept as unknown as GoldClaim;
  const { optional } = claim;
  return { ...claim, main: mainOf(claim), span: spanOf(claim.quote, text), optional: optional === true };
}

/** An empty span when the quote stands elsewhere than in the text, as in a title: nothing overlaps it. */
function spanOf(quote: string, text: string): Span {
  const start = text.indexOf(quote);
  return start < 0 ? { start: -1, end: -1 } : { start, end: start + quote.length };
}
