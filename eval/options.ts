import { parseArgs } from "node:util";
import { ROWS, type RowName } from "./corpus.ts";
import { FIELDS, type Field } from "./fields.ts";

export interface Options {
  /** One object on standard output, nothing else. */
  readonly json: boolean;
  readonly theatre?: string;
  /** Part of a report's id. */
  readonly report?: string;
  /** Rows of the scores whose misses and extras are listed. */
  readonly rows: readonly RowName[];
  /** Fields whose errors are listed. */
  readonly fields: readonly Field[];
  /** Whether the causes of the misses of `rows` are counted instead of listed. */
  readonly causes: boolean;
  /** Whether rows of the control series that are not right are listed. */
  readonly series: boolean;
  /** Most lines of one list. */
  readonly limit: number;
}

export const USAGE = `npm run eval -- [options]      scores the extractor on the corpus beside the project
  --theatre NAME     only the reports of one folder ("libya-2019"), or of our own on other wars: open, dev, held
  --report TEXT      only reports whose id has this text
  --kind ROW         lists misses and extras: ${ROWS.join(", ")} or all; may be repeated
  --field FIELD      lists errors of a field: ${FIELDS.join(", ")}; may be repeated
  --causes           with --kind: why gold was missed, counted
  --series           lists rows of the control series that are not right
  --misses N         at most N lines in a list (default 1000)
  --json             one object on standard output (with npm: npm run --silent eval -- --json)
The folder is ../shared, or what ASOF_SHARED names.`;

/** `undefined` when help was asked for. Throws a plain sentence on wrong usage. */
export function parseOptions(argv: readonly string[]): Options | undefined {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      json: { type: "boolean", default: false },
      theatre: { type: "string" },
      report: { type: "string" },
      kind: { type: "string", multiple: true, default: [] },
      field: { type: "string", multiple: true, default: [] },
      causes: { type: "boolean", default: false },
      series: { type: "boolean", default: false },
      misses: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return undefined;
  const limit = values.misses === undefined ? 1000 : Number(values.misses);
  if (!Number.isInteger(limit) || limit < 0) throw new Error(`--misses is a number, not ${values.misses}`);
  const asked = values.kind.includes("all") ? ROWS : values.kind.map((kind) => oneOf(ROWS, kind));
  const rows = asked.length === 0 && values.misses !== undefined ? (["effect"] as const) : asked;
  return {
    json: values.json,
    ...(values.theatre !== undefined && { theatre: values.theatre }),
    ...(values.report !== undefined && { report: values.report }),
    rows,
    fields: values.field.map((field) => oneOf(FIELDS, field)),
    causes: values.causes,
    series: values.series,
    limit,
  };
}

function oneOf<const T extends string>(known: readonly T[], text: string): T {
  const found = known.find((one) => one === text);
  if (!found) throw new Error(`"${text}" is none of ${known.join(", ")}`);
  return found;
}
