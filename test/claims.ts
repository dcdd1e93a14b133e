import type { ClaimContent, ControlClaim } from "../src/domain/claim.ts";
import { parseDay } from "../src/domain/day.ts";
import type { ActorId, PlaceId, ReportId } from "../src/domain/ids.ts";
import type { Level } from "../src/domain/place.ts";
import { claimId } from "../src/ledger/id.ts";

/** The parts of a control claim that tests vary, each as a short text. */
export interface ShortClaim {
  readonly change: string;
  readonly actor?: string;
  readonly recipient?: string;
  /** "Herat" or "Herat:site"; the level is city unless given. */
  readonly place?: string;
  readonly day?: string;
  readonly stance?: string;
  readonly stage?: string;
  /** Words of `text`; the whole text unless given. */
  readonly quote?: string;
  readonly report?: string;
}

/** A control claim of a test, its id by content as in a ledger. */
export function controlClaim(short: ShortClaim, text: string): ControlClaim {
  const quote = short.quote || text;
  const start = text.indexOf(quote);
  if (start < 0) throw new Error(`the quote does not stand in the text: ${quote}`);
  const from = short.day ? parseDay(short.day) : undefined;
  const content = {
    report: (short.report ?? "r_test") as ReportId,
    kind: "control",
    change: short.change as ControlClaim["change"],
    ...(short.actor && { actor: actor(short.actor) }),
    ...(short.recipient && { recipient: actor(short.recipient) }),
    ...(short.place && { place: place(short.place) }),
    quote: { start, end: start + quote.length, text: quote },
    valid: from ? { from, precision: "day" } : { precision: "unknown" },
    stance: (short.stance || "reported") as ControlClaim["stance"],
    stage: (short.stage || "done") as ControlClaim["stage"],
    extractor: "test@1",
  } satisfies ClaimContent;
  return { ...content, id: claimId(content) };
}

function actor(id: string) {
  return { id: id as ActorId, name: id, mention: id };
}

function place(text: string) {
  const [name, level = "city"] = text.split(":") as [string, string?];
  const id = `test:${name.toLowerCase().replaceAll(" ", "-")}` as PlaceId;
  return { id, name, toponym: name, level: level as Level, precision: "exact" } as const;
}
