import { type Command, InvalidArgumentError, Option } from "commander";
import { answerTo } from "../app/kept-answer.ts";
import { placeScope } from "../app/place-scope.ts";
import type { AskDeps, Question } from "../app/question.ts";
import type { Day } from "../domain/day.ts";
import type { CampId, CountryCode } from "../domain/ids.ts";
import { parseCountryCode } from "../domain/ids.ts";
import type { Ledger } from "../ledger/entry.ts";
import { JUDGEMENT_MODES, type JudgementMode, withJudgements } from "../ledger/judgement-mode.ts";
import { type LedgerStore, openLedger } from "../store/ledger.ts";
import { type Cli, dayOption, ledgerPath } from "./cli.ts";

/** Options that every question has. */
export interface QuestionOptions {
  readonly ledger?: string;
  readonly asOf?: Day;
  readonly knownAt?: Day;
  readonly country?: CountryCode;
  readonly camp?: string;
  readonly source?: string;
  readonly judgements?: JudgementMode;
  readonly json?: true;
}

export function withQuestion(command: Command): Command {
  return command
    .option("--ledger <file>", "the ledger (default: ASOF_LEDGER, else ./asof.ledger)")
    .option("--country <cc>", "only places of this country, such as AF", (text) => {
      const code = parseCountryCode(text);
      if (!code) throw new InvalidArgumentError("Write a country as two letters, such as AF.");
      return code;
    })
    .option("--camp <id>", "as this camp alone tells it, such as taliban")
    .option("--source <name>", "from the reports of this source alone")
    .addOption(
      new Option(
        "--judgements <which>",
        "reviewers' decisions: made by the day of knowledge (then), whenever made (all), or none (default: all, with --known-at then)",
      ).choices(JUDGEMENT_MODES),
    )
    .option("--json", "machine output, nothing else on standard output");
}

export function withDays(command: Command): Command {
  return command
    .option(
      "--as-of <day>",
      "the day of the world that is asked about (default: latest published)",
      dayOption,
    )
    .option("--known-at <day>", "from what was published by this day (default: latest published)", dayOption);
}

export function toQuestion(options: QuestionOptions): Question {
  const { asOf, knownAt, country, camp, source } = options;
  return {
    ...(asOf && { asOf }),
    ...(knownAt && { knownAt }),
    ...(country && { country }),
    ...(camp && { accordingTo: { kind: "camp" as const, camp: camp as CampId } }),
    ...(source && { accordingTo: { kind: "source" as const, source } }),
  };
}

type Scoped = QuestionOptions & { readonly place?: string; readonly knownFrom?: Day };

/** The days of a question that names none: the latest of publication. */
type Latest = Pick<Question, "asOf" | "knownAt">;

/**
 * The ledger is open while `work` runs, as it reads texts on demand. Only what the question is about is loaded, so the
 * latest day of publication, which both days default to, is told by the file.
 */
export function withLedger<T>(cli: Cli, options: Scoped, work: (ledger: Ledger, latest: Latest) => T): T {
  return withStore(cli, options, (store) => {
    const latest = latestIn(store, cli);
    return work(load(store, options), latest);
  });
}

/** The same for what is told as JSON alone: of a large ledger the answer is kept in its file. */
export function answerOf(
  cli: Cli,
  options: Scoped,
  about: Readonly<Record<string, unknown>>,
  work: (ledger: Ledger, latest: Latest) => unknown,
): string {
  return withStore(cli, options, (store) => {
    const latest = latestIn(store, cli);
    const question = { ...about, ...latest, ...toQuestion(options), judgements: modeOf(options) };
    return answerTo(question, { store, madeWith: cli.madeWith }, () => {
      const ledger = load(store, options);
      return { answer: work(ledger, latest), claims: ledger.claims.size };
    });
  });
}

function withStore<T>(cli: Cli, options: Scoped, work: (store: LedgerStore) => T): T {
  const store = openLedger(ledgerPath(cli, options.ledger), { now: cli.now, mustExist: true });
  try {
    return work(store);
  } finally {
    store.close();
  }
}

function latestIn(store: LedgerStore, cli: Cli): Latest {
  const day = store.latestDay() ?? cli.today();
  return { asOf: day, knownAt: day };
}

function modeOf({ judgements, knownAt, knownFrom }: Scoped): JudgementMode {
  return judgements ?? ((knownAt ?? knownFrom) ? "then" : "all");
}

function load(store: LedgerStore, options: Scoped): Ledger {
  const place = options.place === undefined ? undefined : placeScope(store.places(), options.place);
  const country = options.country && { countries: [options.country] };
  return withJudgements(store.load(place ?? country), modeOf(options));
}

export function askDeps(cli: Cli, country: CountryCode | undefined): AskDeps {
  return {
    fold: cli.foldDeps(),
    candidates: (name) =>
      cli
        .gazetteer()
        .candidates(name, country ? { countries: [country] } : {})
        .map(({ place }) => place.id),
  };
}
