import { Command } from "commander";
import { ask } from "../app/picture.ts";
import type { ActorId } from "../domain/ids.ts";
import { titleOf } from "../picture/difference.ts";
import type {
  AccessStatusNow,
  Assessment,
  DayInterval,
  Figure,
  Picture,
  PicturePlace,
} from "../picture/types.ts";
import { answerOf, askDeps, type QuestionOptions, toQuestion, withDays, withQuestion } from "./ask.ts";
import type { Cli } from "./cli.ts";
import { columns, counted } from "./columns.ts";

interface Options extends QuestionOptions {
  readonly place?: string;
}

export function command(cli: Cli): Command {
  return withQuestion(withDays(new Command("picture")))
    .description("Who holds what, as of any day, as known at any day.")
    .option("--place <name>", "only this place")
    .addHelpText(
      "after",
      `
Examples:
  $ asof picture --as-of 2021-08-13
  $ asof picture --as-of 2021-08-12 --known-at 2021-08-12 --country AF
  $ asof picture --camp taliban`,
    )
    .action((options: Options) => {
      const question = { ...toQuestion(options), ...(options.place && { place: options.place }) };
      const about = { answer: "picture", place: options.place };
      const json = answerOf(cli, options, about, (ledger, latest) =>
        ask(ledger, { ...latest, ...question }, askDeps(cli, options.country), cli.today()),
      );
      const found: Picture = JSON.parse(json);
      if (options.json) cli.out(`${json}\n`);
      else cli.out(rendered(found, (id) => cli.actors().actor(id)?.name ?? id));
      for (const problem of found.problems) cli.problem(problem);
    });
}

type NameOf = (actor: ActorId) => string;

function rendered(picture: Picture, nameOf: NameOf): string {
  const head = `As of ${picture.asOf}, from what was published by ${picture.knownAt}: ${counted(picture.places.length, "place")}.\n`;
  const parts = [
    columns([HEADER, ...picture.places.toSorted(byState).map((one) => placeRow(one, nameOf))]),
    titled("Tallies", picture.tallies.map(({ reason }) => `  ${reason}\n`).join("")),
    titled(
      "Access",
      columns(
        picture.access.map((one) => accessRow(one)),
        "  ",
      ),
    ),
    titled("Displacement", columns(picture.displacement.map(figureRow), "  ")),
    titled("Tolls", columns(picture.tolls.map(figureRow), "  ")),
  ];
  if (picture.places.length === 0) parts.shift();
  return [head, ...parts.filter(Boolean)].join("\n");
}

const HEADER = ["PLACE", "UNIT", "STATE", "HOLDER", "SINCE", "GRADE", "CLAIMS"];
const STATE_ORDER = ["held", "claimed", "contested", "besieged", "disputed", "unknown"];

/** By holder, so that each side's places stand together. */
function byState(a: Assessment, b: Assessment): number {
  const rank = (one: Assessment) => STATE_ORDER.indexOf(one.state);
  const key = (one: Assessment) =>
    [one.place.country ?? "", one.holder ?? "~", one.place.name, one.place.id].join("\n");
  return rank(a) - rank(b) || (key(a) < key(b) ? -1 : 1);
}

function placeRow(one: Assessment, nameOf: NameOf): readonly string[] {
  const { place, state, holder, grade, because } = one;
  const claims = because.deciding.length + because.supporting.length;
  const against = because.contradicting.length;
  const share = one.share?.held.map(({ holder: by, count }) => `${nameOf(by)} ${count}`).join(", ");
  return [
    titleOf(place),
    unitOf(place),
    state === "unknown" ? "nobody known" : state,
    holder ? nameOf(holder) : "",
    sinceOf(one.since),
    grade,
    `${claims}${against > 0 ? ` (${against} against)` : ""}${share ? `; of ${one.share!.of} known places: ${share}` : ""}`,
  ];
}

function unitOf({ admin1, country, level }: PicturePlace): string {
  return [level === "province" ? undefined : admin1, country].filter(Boolean).join(", ");
}

/** A day; "8-10 Aug" would hide the year, so both ends are written out when they differ. */
export function sinceOf(since: DayInterval | undefined): string {
  if (!since?.until) return since?.from ?? "";
  const last = dayBefore(since.until);
  if (!since.from) return `before ${since.until}`;
  return since.from === last ? last : `${since.from} to ${last}`;
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

function accessRow({
  place,
  target,
  status,
  direction,
  from,
  to,
  since,
  grade,
}: AccessStatusNow): readonly string[] {
  const joins = from && to && !place.name.includes(from) ? `${from}-${to}, ` : "";
  return [`${joins}${titleOf(place)}`, target, status, direction ?? "", `since ${since}`, grade];
}

function figureRow(figure: Figure): readonly string[] {
  const { place, measure, who, unit, on, since, low, high, best } = figure;
  const range =
    low !== undefined && high !== undefined && low !== high ? ` (${number(low)} to ${number(high)})` : "";
  const shown = best ?? low ?? high;
  return [
    place ? titleOf(place) : "place not named",
    measure,
    shown === undefined
      ? "number not told"
      : `${best === undefined ? "at least " : ""}${number(shown)}${range}`,
    unit === "persons" ? (who ?? unit) : unit,
    since ? `${since} to ${on}` : (on ?? ""),
  ];
}

function number(value: number): string {
  return value.toLocaleString("en");
}

function titled(title: string, body: string): string {
  return body && `${title}\n${body}`;
}
