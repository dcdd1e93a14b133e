import { Command } from "commander";
import type { EntryKind } from "../ledger/entry.ts";
import type { Examination } from "../store/doctor.ts";
import { openLedger } from "../store/ledger.ts";
import { type Cli, ledgerPath, WITH_PROBLEMS } from "./cli.ts";

interface Options {
  readonly ledger?: string;
  readonly mend?: true;
  readonly json?: true;
}

/** Ids shown of each kind of finding. */
const SHOWN = 5;

export function command(cli: Cli): Command {
  return new Command("doctor")
    .description("Check the ledger's file, hashes, references and quotes, and say how to mend what is wrong.")
    .option("--ledger <file>", "the ledger (default: ASOF_LEDGER, else ./asof.ledger)")
    .option("--mend", "mark anew which claims count; nothing else is changed")
    .option("--json", "all findings as JSON, nothing else on standard output")
    .addHelpText(
      "after",
      `
Examples:
  $ asof doctor --ledger war.ledger
  $ asof doctor --ledger war.ledger --mend`,
    )
    .action((options: Options) => {
      const store = openLedger(ledgerPath(cli, options.ledger), { now: cli.now, mustExist: true });
      try {
        if (options.mend) store.recount();
        const found = store.examine();
        if (options.json) cli.out(`${JSON.stringify(found)}\n`);
        else cli.out(`${summary(found)}\n`);
        for (const line of findings(found)) cli.err(`${line}\n`);
        if (findings(found).length > 0) cli.exit(WITH_PROBLEMS);
      } finally {
        store.close();
      }
    });
}

function summary({ counts }: Examination): string {
  return Object.entries(counts)
    .map(([kind, count]) => `${count} ${count === 1 ? kind : PLURALS[kind as EntryKind]}`)
    .join(", ");
}

const PLURALS: Readonly<Record<EntryKind, string>> = {
  report: "reports",
  address: "addresses",
  revision: "revisions",
  claim: "claims",
  reading: "readings",
  judgement: "judgements",
  retraction: "retractions",
};

/** Each with its cause and its fix. */
function findings(found: Examination): readonly string[] {
  const lines: string[] = [];
  const tell = (ids: readonly string[], cause: string, fix: string) => {
    if (ids.length === 0) return;
    const rest = ids.length > SHOWN ? ` and ${ids.length - SHOWN} more` : "";
    lines.push(`${cause}: ${ids.slice(0, SHOWN).join(", ")}${rest}. ${fix}`);
  };
  const again =
    "Merge the last good backup or another office's export into a new ledger, then this one with --keep-good.";
  tell(found.pages, "The file is damaged", again);
  tell(found.changed, "The content of these entries no longer has their id", again);
  tell(
    found.orphans.map(({ id, names }) => `${id} (speaks of ${names})`),
    "These entries speak of others that are missing",
    "Merge the whole ledger of whoever made them.",
  );
  tell(
    found.misquoted,
    "These claims quote what their report does not have there",
    "Reject them in asof review.",
  );
  tell(found.miscounted, "These claims are wrongly marked as counting or not", "Run: asof doctor --mend.");
  return lines;
}
