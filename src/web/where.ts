import { type Day, parseDay } from "../domain/day.ts";

export const VIEWS = ["map", "table", "changes", "claims", "sources", "figures", "review", "add"] as const;
export type View = (typeof VIEWS)[number];

/** Everything that a link shows a colleague: it lives in the address and nowhere else. */
export interface Where {
  readonly view: View;
  /** Absent: the latest day. */
  readonly asOf?: Day;
  readonly knownAt?: Day;
  /** The two dates move apart. */
  readonly apart: boolean;
  readonly place?: string;
  readonly report?: string;
  /** The claim whose quote is shown in the open report. */
  readonly claim?: string;
  /** `camp:ID` or `source:NAME`. */
  readonly voice?: string;
  readonly judgements: "all" | "then" | "none";
  /** Where a comparison starts. */
  readonly fromAsOf?: Day;
  readonly fromKnownAt?: Day;
  /** What narrows the lists: words and fields of claims. */
  readonly filter: Readonly<Record<string, string>>;
  readonly cells: boolean;
  readonly embed: boolean;
}

export const FILTERS = [
  "q",
  "kind",
  "about",
  "actor",
  "source",
  "stance",
  "stage",
  "reviewed",
  "letter",
  "state",
  "holder",
] as const;

export function whereFrom(search: string): Where {
  const given = new URLSearchParams(search);
  const view = given.get("view") as View;
  const day = (name: string) => parseDay(given.get(name) ?? "");
  const text = (name: string) => given.get(name) || undefined;
  const judgements = given.get("judgements");
  return {
    view: VIEWS.includes(view) ? view : "map",
    apart: given.has("apart"),
    cells: given.has("cells"),
    embed: given.has("embed"),
    judgements: judgements === "then" || judgements === "none" ? judgements : "all",
    filter: Object.fromEntries(FILTERS.flatMap((name) => (text(name) ? [[name, text(name)!]] : []))),
    ...optional({
      asOf: day("asOf"),
      knownAt: day("knownAt"),
      fromAsOf: day("fromAsOf"),
      fromKnownAt: day("fromKnownAt"),
      place: text("place"),
      report: text("report"),
      claim: text("claim"),
      voice: text("accordingTo"),
    }),
  };
}

export function searchOf(where: Where): string {
  const out = new URLSearchParams();
  const put = (name: string, value: string | undefined) => {
    if (value) out.set(name, value);
  };
  put("view", where.view === "map" ? undefined : where.view);
  put("asOf", where.asOf);
  put("knownAt", where.knownAt);
  put("apart", where.apart ? "1" : undefined);
  put("place", where.place);
  put("report", where.report);
  put("claim", where.claim);
  put("accordingTo", where.voice);
  put("judgements", where.judgements === "all" ? undefined : where.judgements);
  put("fromAsOf", where.fromAsOf);
  put("fromKnownAt", where.fromKnownAt);
  for (const name of FILTERS) put(name, where.filter[name]);
  put("cells", where.cells ? "1" : undefined);
  put("embed", where.embed ? "1" : undefined);
  const text = out.toString();
  return text === "" ? "/" : `/?${text}`;
}

/** A change of place in the page; a field given as `undefined` is taken away. */
export type Move = { readonly [K in keyof Where]?: Where[K] | undefined };

export function moved(where: Where, move: Move): Where {
  return optional({ ...where, ...move }) as unknown as Where;
}

function optional<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}
