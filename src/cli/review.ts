import { createInterface } from "node:readline/promises";
import { Command } from "commander";
import { judge } from "../app/judge.ts";
import { ask } from "../app/picture.ts";
import { type ReviewItem, reviewOrder } from "../app/review-order.ts";
import { reviewScreen } from "../app/review-screen.ts";
import { withholdPerson } from "../app/withhold.ts";
import type { CountryCode } from "../domain/ids.ts";
import type { Decision } from "../domain/judgement.ts";
import type { Ledger } from "../ledger/entry.ts";
import { type LedgerStore, openLedger } from "../store/ledger.ts";
import { askDeps } from "./ask.ts";
import { type Cli, countryOption, ledgerPath, WRONG_USAGE } from "./cli.ts";

interface Options {
  readonly ledger?: string;
  readonly by?: string;
  readonly country?: readonly CountryCode[];
  readonly list?: true;
}

const KEYS = "a accept  r reject  c correct  p person private  s skip  u undo  q quit";

export function command(cli: Cli): Command {
  return new Command("review")
    .description("Judge claims one at a time, those that alone carry a state first.")
    .option("--ledger <file>", "the ledger (default: ASOF_LEDGER, else ./asof.ledger)")
    .option("--by <name>", "the reviewer (default: ASOF_REVIEWER)")
    .option("--country <code>", "only claims about this country; may be repeated", countryOption)
    .option("--list", "print the claims in the order of review as JSON Lines and ask nothing")
    .addHelpText(
      "after",
      `\nKeys: ${KEYS}. A line ends with Enter.\n\nExamples:\n  $ asof review --by Maria --ledger war.ledger\n  $ asof review --list --ledger war.ledger`,
    )
    .action((options: Options) => run(cli, options));
}

async function run(cli: Cli, options: Options): Promise<void> {
  const reviewer = options.by ?? cli.env.ASOF_REVIEWER;
  if (!reviewer && !options.list) {
    cli.err("Say who reviews, with --by NAME or ASOF_REVIEWER.\n");
    cli.exit(WRONG_USAGE);
    return;
  }
  const store = openLedger(ledgerPath(cli, options.ledger), { now: cli.now, mustExist: true });
  try {
    const ledger = store.loadWithheld(options.country ? { countries: options.country } : {});
    const items = itemsOf(cli, ledger, options.country);
    if (options.list) for (const item of items) cli.out(`${JSON.stringify(item)}\n`);
    else await session(cli, store, ledger, items, reviewer!);
  } finally {
    store.close();
  }
}

/** What is loaded for a country has more, for the sake of the picture, than there is to review. */
function itemsOf(cli: Cli, ledger: Ledger, countries?: readonly CountryCode[]): readonly ReviewItem[] {
  const { places } = ask(ledger, {}, askDeps(cli, undefined), cli.today());
  const wanted = (country: CountryCode | undefined) =>
    !countries || (country !== undefined && countries.includes(country));
  return reviewOrder(ledger, places).filter(({ claim }) => wanted(claim.place?.country));
}

async function session(
  cli: Cli,
  store: LedgerStore,
  ledger: Ledger,
  items: readonly ReviewItem[],
  reviewer: string,
): Promise<void> {
  const input = createInterface({ input: cli.stdin as unknown as NodeJS.ReadableStream, terminal: false });
  const lines = input[Symbol.asyncIterator]();
  const say = (decision: Decision, reason?: string) => {
    const verdict = judge({ store, today: cli.today }, { decision, reviewer, ...(reason && { reason }) });
    if (verdict.problem) cli.problem(verdict.problem);
    return verdict.judgement;
  };
  const prompt = async (words: string): Promise<string | undefined> => {
    cli.out(words);
    const line = await lines.next();
    return line.done ? undefined : line.value.trim();
  };
  let last: ReturnType<typeof say>;
  let judged = 0;
  try {
    for (let at = 0; at < items.length; ) {
      const item = items[at]!;
      cli.out(
        `\n${reviewScreen(item, ledger.reports.get(item.claim.report), `${at + 1} of ${items.length}`)}\n`,
      );
      const key = await prompt(`${KEYS} > `);
      if (key === undefined || key === "q") break;
      if (key === "u" && last) {
        say({ kind: "undo", judgement: last.id });
        last = undefined;
        judged--;
        at = Math.max(0, at - 1);
        continue;
      }
      if (key === "p") {
        const name = await prompt("name to hide > ");
        if (name) say({ kind: "withhold", what: withholdPerson(name) });
        continue;
      }
      const decision = await decisionFor(key, item, prompt);
      if (decision) {
        last = say(decision, (await prompt("reason (may be empty) > ")) || undefined);
        if (last) judged++;
      }
      if (decision ? last : key === "s") at++;
    }
  } finally {
    input.close();
  }
  cli.out(`\n${judged} judged, ${items.length - judged} left.\n`);
}

type Prompt = (words: string) => Promise<string | undefined>;

/** `undefined` for a key that decides nothing. */
async function decisionFor(
  key: string,
  { claim }: ReviewItem,
  prompt: Prompt,
): Promise<Decision | undefined> {
  if (key === "a") return { kind: "accept", claim: claim.id };
  if (key === "r") return { kind: "reject", claim: claim.id };
  if (key !== "c") return undefined;
  const fields: Record<string, unknown> = {};
  for (;;) {
    const line = await prompt('field=value, such as change="lost" or actor=null; empty when done > ');
    if (!line)
      return Object.keys(fields).length > 0 ? { kind: "correct", claim: claim.id, fields } : undefined;
    const [, name, value] = /^([A-Za-z]+)\s*=\s*(.*)$/.exec(line) ?? [];
    if (name) fields[name] = parsed(value!);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
