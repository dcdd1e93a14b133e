import { Command, InvalidArgumentError } from "commander";
import { judge } from "../app/judge.ts";
import { withholdPerson, withholdPlace, withholdPosition } from "../app/withhold.ts";
import type { ClaimId, PlaceId } from "../domain/ids.ts";
import type { Decision, JudgementId, Withheld } from "../domain/judgement.ts";
import { type LedgerStore, openLedger } from "../store/ledger.ts";
import { type Cli, ledgerPath, WRONG_USAGE } from "./cli.ts";

interface Options {
  readonly ledger?: string;
  readonly by?: string;
  readonly reason?: string;
  readonly set?: Readonly<Record<string, unknown>>;
  readonly only?: true;
}

type Decide = (store: LedgerStore, options: Options, ...words: string[]) => Decision | string;

export function command(cli: Cli): Command {
  const judging = new Command("judge").description(
    "Store a reviewer's decision. Nothing is overwritten: undo is another judgement, and reviewers may differ.",
  );
  judging.addHelpText(
    "after",
    `
Examples:
  $ asof judge reject c_0f3a --by Maria --reason "a plan, not a fact" --ledger war.ledger
  $ asof judge withhold person "Jan Novak" --by Maria --ledger war.ledger`,
  );
  const add = (words: string, description: string, decide: Decide) => {
    const made = new Command(words.split(" ")[0]!).description(description);
    for (const word of words.split(" ").slice(1)) made.argument(word);
    judging.addCommand(withOptions(made).action((...given: unknown[]) => run(cli, decide, given)));
    return made;
  };
  add("accept <claim>", "the claim is right as it stands", (_, __, claim) => ({
    kind: "accept",
    claim: claim as ClaimId,
  }));
  add("reject <claim>", "the claim does not count", (_, __, claim) => ({
    kind: "reject",
    claim: claim as ClaimId,
  }));
  add("correct <claim>", "some fields read differently", (_, { set }, claim) => ({
    kind: "correct",
    claim: claim as ClaimId,
    fields: set ?? {},
  })).requiredOption(
    "--set <field=json>",
    "such as change='\"lost\"' or actor=null; may be repeated",
    fieldOption,
  );
  add("undo <judgement>", "take back one's own judgement", (_, __, id) => ({
    kind: "undo",
    judgement: id as JudgementId,
  }));
  add("merge-places <from> <into>", "two place ids are one place", (_, __, from, into) => ({
    kind: "merge-places",
    from: from as PlaceId,
    into: into as PlaceId,
  }));
  add(
    "withhold <kind> <what...>",
    "person NAME, place ID, position CLAIM or source NAME: stays in the ledger, is never shown",
    withhold,
  ).option("--only", "a person's name in the given forms alone, not also its last word");
  return judging;
}

function withOptions(command: Command): Command {
  return command
    .option("--ledger <file>", "the ledger (default: ASOF_LEDGER, else ./asof.ledger)")
    .option("--by <name>", "the reviewer (default: ASOF_REVIEWER)")
    .option("--reason <words>", "why");
}

function run(cli: Cli, decide: Decide, given: readonly unknown[]): void {
  const options = given.at(-2) as Options;
  const words = given.slice(0, -2).flat() as string[];
  const reviewer = options.by ?? cli.env.ASOF_REVIEWER;
  if (!reviewer) {
    cli.err("Say whose judgement it is, with --by NAME or ASOF_REVIEWER.\n");
    cli.exit(WRONG_USAGE);
    return;
  }
  const store = openLedger(ledgerPath(cli, options.ledger), { now: cli.now, mustExist: true });
  try {
    const decision = decide(store, options, ...words);
    if (typeof decision === "string") {
      cli.err(`${decision}\n`);
      cli.exit(WRONG_USAGE);
      return;
    }
    const { reason } = options;
    const verdict = judge({ store, today: cli.today }, { decision, reviewer, ...(reason && { reason }) });
    if (verdict.problem) cli.problem(verdict.problem);
    else cli.out(`${verdict.judgement.id}\n`);
  } finally {
    store.close();
  }
}

function withhold(store: LedgerStore, { only }: Options, kind = "", ...what: string[]): Decision | string {
  const hidden = withheldFrom(store, only === true, kind, what);
  return typeof hidden === "string" ? hidden : { kind: "withhold", what: hidden };
}

function withheldFrom(
  store: LedgerStore,
  only: boolean,
  kind: string,
  what: readonly string[],
): Withheld | string {
  const name = what.join(" ");
  switch (kind) {
    case "person":
      return only ? { kind, names: [name] } : withholdPerson(name);
    case "source":
      return { kind, name };
    case "place": {
      const { claims } = store.loadWithheld({ places: [name as PlaceId] });
      return (
        withholdPlace(name as PlaceId, claims.values()) ??
        `No claim is about a place ${name}. Give an id such as gn:1138958.`
      );
    }
    case "position": {
      const claim = store.claim(name);
      return (claim && withholdPosition(claim)) ?? `There is no claim ${name} that has a place.`;
    }
    default:
      return "Withhold a person, a place, a position or a source.";
  }
}

function fieldOption(text: string, before: Readonly<Record<string, unknown>> = {}) {
  const [, name, value] = /^([A-Za-z]+)=(.*)$/s.exec(text) ?? [];
  if (!name || value === undefined) throw new InvalidArgumentError("Write field=JSON.");
  try {
    return { ...before, [name]: JSON.parse(value) };
  } catch {
    return { ...before, [name]: value };
  }
}
