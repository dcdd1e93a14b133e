import type { ControlClaim, Stance } from "../src/domain/claim.ts";
import { addDays, type Day } from "../src/domain/day.ts";
import type { ActorId, CampId, CountryCode, PlaceId } from "../src/domain/ids.ts";
import type { Level } from "../src/domain/place.ts";
import type { Report, SourceKind } from "../src/domain/report.ts";
import type { Entry, Ledger } from "../src/ledger/entry.ts";
import { claimId, reportId } from "../src/ledger/id.ts";
import { ledgerOf } from "../src/ledger/union.ts";
import { createSources } from "../src/picture/sources.ts";
import type { FoldDeps } from "../src/picture/to-evidence.ts";

/** The day that tests count from: "3" is the third of March. */
export const MARCH = "2020-03-01" as Day;

export function march(date: number | string): Day {
  return addDays(MARCH, Number(date) - 1);
}

/**
 * A made-up war of two main sides, blue and red, beside green; white is blue's ally and "rebels" an umbrella name. Each
 * actor's camp has its own name, white's is blue.
 */
export const WAR: FoldDeps = {
  actors: {
    actor: (id) => ({
      id,
      name: id[0]!.toUpperCase() + id.slice(1),
      kind: id === "rebels" ? "generic" : "armed-group",
      countries: [(id === "white" ? "QQ" : "ZZ") as CountryCode],
    }),
    campOf: (id) => (id === "white" ? "blue" : id) as string as CampId,
    camps: () => [
      { id: "blue" as CampId, name: "Blue", actors: ["blue", "white"] as ActorId[], main: true },
      { id: "red" as CampId, name: "Red", actors: ["red"] as ActorId[], main: true },
      { id: "green" as CampId, name: "Green", actors: ["green"] as ActorId[] },
    ],
  },
  sources: createSources({
    sources:
      "name,also,kind,reliability,camp,why\nBlue Radio,,ministry,D,blue,\nRed Radio,,ministry,D,red,\n",
    kinds: "kind,reliability,why\nwire,B,\nlocal,C,\n",
  }),
};

/** "red gained from blue", "blue lost", "fought", "red entered", "red besieged", "blue holds part". */
export interface Told {
  readonly says: string;
  /** The day of March that it is about, "3", "3..5" for a stretch of whole days, or "" for none. */
  readonly on: string;
  /** The day of March of publication. */
  readonly told: string;
  /** The source; "Blue Radio" and "Red Radio" belong to their camps. */
  readonly by?: string;
  /** "name" or "name of camp". */
  readonly speaker?: string;
  readonly stance?: string;
  readonly place?: string;
  readonly kind?: SourceKind;
  readonly text?: string;
  readonly manner?: string;
  readonly stage?: string;
  readonly via?: string;
}

/** One report with one control claim. */
export function toldEntries(told: Told, index = 0): readonly Entry[] {
  const source = { name: told.by || `Wire ${index}`, kind: told.kind ?? ("wire" as const) };
  const text = told.text ?? `${told.says} ${told.on}, told by ${source.name} as number ${index}`;
  const content = { text, source, publishedOn: march(told.told) };
  const report: Report = { id: reportId(content), ...content };
  const claim = {
    ...controlOf(told),
    report: report.id,
    quote: { start: 0, end: text.length, text },
  } as unknown as ControlClaim;
  return [
    { entry: "report", report },
    { entry: "claim", claim: { ...claim, id: claimId(claim) } },
  ];
}

export function ledgerTold(rows: readonly Told[]): Ledger {
  return ledgerOf(rows.flatMap((row, i) => toldEntries(row, i)));
}

const CHANGES: Readonly<Record<string, ControlClaim["change"]>> = {
  gained: "gained",
  lost: "lost",
  holds: "holds",
  fought: "contested",
  entered: "entered",
  besieged: "besieged",
  repelled: "repelled",
};

function controlOf(told: Told) {
  const words = told.says.split(" ");
  const change = CHANGES[words.find((word) => word in CHANGES) ?? ""];
  if (!change) throw new Error(`a test tells no change: ${told.says}`);
  const actor = words[0]! in CHANGES ? undefined : words[0];
  const from = words[words.indexOf("from") + 1];
  const [name = "Ford", level = "town"] = (told.place ?? "Ford").split(":");
  const [speaker, camp] = (told.speaker ?? "").split(" of ");
  return {
    kind: "control",
    change,
    ...(actor && { actor: actorRef(actor) }),
    ...(words.includes("from") && { recipient: actorRef(from!) }),
    ...(words.includes("part") && { extent: "part" }),
    ...(told.manner && { manner: told.manner }),
    place: {
      id: `test:${name.toLowerCase()}` as PlaceId,
      name,
      toponym: name,
      country: "ZZ" as CountryCode,
      admin1: "Shire",
      level: level as Level,
      precision: "exact",
      ...(level === "site" && { site: "airport" }),
    },
    valid: validOf(told.on),
    ...(speaker && { speaker: { name: speaker, ...(camp && { camp: camp as CampId }) } }),
    ...(told.via && { via: told.via }),
    stance: (told.stance || "reported") as Stance,
    stage: told.stage || "done",
    extractor: "test@1",
  };
}

function validOf(on: string) {
  if (on === "") return { precision: "unknown" };
  const [first, last] = on.split("..");
  return { from: march(first!), ...(last && { until: march(Number(last) + 1) }), precision: "day" };
}

function actorRef(id: string) {
  return { id: id as ActorId, name: id[0]!.toUpperCase() + id.slice(1), mention: id };
}
