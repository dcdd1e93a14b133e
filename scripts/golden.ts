import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { asof, ROOT } from "../test/asof.ts";

export interface Golden {
  readonly "claims.jsonl": string;
  readonly "picture.json": string;
}

/** Folders of examples/ that have reports. */
export function examples(): readonly string[] {
  return readdirSync(join(ROOT, "examples"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** What the command line makes of an example: every claim, and the picture of its last day. */
export function goldenOf(example: string): Golden {
  const reports = join("examples", example);
  const folder = mkdtempSync(join(tmpdir(), "asof-golden-"));
  const ledger = ["--ledger", join(folder, "golden.ledger")];
  const claims = told("read", reports, "--json");
  told("ingest", reports, ...ledger);
  const picture = JSON.stringify(JSON.parse(told("picture", "--json", ...ledger)), null, 1);
  rmSync(folder, { recursive: true });
  return { "claims.jsonl": claims, "picture.json": `${picture}\n` };
}

function told(...args: readonly string[]): string {
  const { code, out, err } = asof(args);
  if (code !== 0) throw new Error(`asof ${args.join(" ")} ended with ${code}: ${err}`);
  return out;
}

if (import.meta.main) {
  for (const example of examples()) {
    mkdirSync(join(ROOT, "golden", example), { recursive: true });
    for (const [name, text] of Object.entries(goldenOf(example))) {
      writeFileSync(join(ROOT, "golden", example, name), text);
    }
  }
}
