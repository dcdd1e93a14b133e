import type { Opinion, Verdict } from "../app/judge.ts";
import type { Claim } from "../domain/claim.ts";
import type { Day } from "../domain/day.ts";
import type { CountryCode } from "../domain/ids.ts";
import type { Explanation, Problem } from "../domain/problem.ts";
import type { Report } from "../domain/report.ts";
import type { Ledger } from "../ledger/entry.ts";
import type { Shapes } from "../map/shapes.ts";
import type { Role } from "../store/tokens.ts";
import type { AskingDeps } from "./question.ts";

export type { Role };

export interface PastedReport {
  readonly text: string;
  readonly title?: string;
  readonly source?: string;
  readonly publishedOn?: Day;
}

export interface Reading {
  readonly report: Report;
  readonly claims: readonly Claim[];
  readonly problems: readonly Problem[];
}

/** A file of the built page. */
export interface Asset {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly type: string;
}

/** Everything that the API needs from outside. */
export interface ApiDeps {
  /** The ledger as it is now; `revision` differs whenever its content does. */
  readonly ledger: () => { readonly ledger: Ledger; readonly revision: string };
  /** What the fold needs of the data files. */
  readonly asking: AskingDeps;
  readonly shapes: (countries: readonly CountryCode[]) => Shapes;
  readonly countryName: (code: CountryCode) => string;
  /** Names for ids of actors and camps that no claim spells out. */
  readonly actorName: (id: string) => string | undefined;
  readonly campName: (id: string) => string | undefined;
  readonly explain: (problem: Problem) => Explanation;
  /** Reads a report without storing it. */
  readonly read: (pasted: PastedReport) => Reading;
  /** Stores a report with its claims. Absent: the ledger cannot be written. */
  readonly add?: (pasted: PastedReport) => Promise<Reading>;
  readonly judge?: (opinion: Opinion) => Verdict;
  readonly asset: (path: string) => Asset | undefined;
  /** What a bearer token may do; `undefined` for an unknown one. `anyone` is the role without a token. */
  readonly access: {
    readonly anyone: Role | undefined;
    readonly roleOf: (token: string) => { readonly role: Role; readonly name: string } | undefined;
    /** Names that a Host header may carry; `undefined` allows any (a token is then needed anyway). */
    readonly hosts: readonly string[] | undefined;
  };
}
