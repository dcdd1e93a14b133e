import type { Day } from "./day.ts";
import type { CampId, CountryCode, ReportId } from "./ids.ts";

export const SOURCE_KINDS = [
  "wire",
  "paper",
  "broadcaster",
  "un",
  "ngo",
  "ministry",
  "armed-group",
  "local",
] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** Who published a report. `camp` only where the source belongs to one; `home` is the country it writes from. */
export interface Source {
  readonly name: string;
  readonly kind?: SourceKind;
  readonly camp?: CampId;
  readonly home?: CountryCode;
}

/** One published text as archived. `text` is exactly what offsets of quotes count in; it never changes. */
export interface Report {
  readonly id: ReportId;
  readonly text: string;
  readonly title?: string;
  readonly source?: Source;
  readonly url?: string;
  /** Absent when the input gave none: relative days then stay unresolved. Never today's date. */
  readonly publishedOn?: Day;
  /** BCP 47, "en". Absent when neither given nor detected. */
  readonly language?: string;
  /** The `id` that the input gave, handed back on claims as `reportRef`. */
  readonly ref?: string;
}
