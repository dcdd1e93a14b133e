import type { Overview } from "../api/wire.ts";
import type { Claim, Count } from "../domain/claim.ts";
import { type Day, weekdayOf } from "../domain/day.ts";
import { m } from "./messages.ts";
import type { Seen } from "./reel.ts";

const LANGUAGE = "en-GB";
const UTC = { timeZone: "UTC" } as const;
const LONG = new Intl.DateTimeFormat(LANGUAGE, { ...UTC, day: "numeric", month: "long", year: "numeric" });
const SHORT = new Intl.DateTimeFormat(LANGUAGE, { ...UTC, day: "numeric", month: "short", year: "numeric" });
const BRIEF = new Intl.DateTimeFormat(LANGUAGE, { ...UTC, day: "numeric", month: "short" });
const MONTH = new Intl.DateTimeFormat(LANGUAGE, { ...UTC, month: "short", year: "numeric" });
const WEEKDAY = new Intl.DateTimeFormat(LANGUAGE, { ...UTC, weekday: "long" });
const NUMBER = new Intl.NumberFormat(LANGUAGE);

const at = (day: string) => new Date(`${day}T00:00:00Z`);
export const longDay = (day: string) => LONG.format(at(day));
export const shortDay = (day: string) => SHORT.format(at(day));
export const briefDay = (day: string) => BRIEF.format(at(day));
export const monthOf = (day: string) => MONTH.format(at(day));
export const weekday = (day: string) => WEEKDAY.format(at(day));
export const number = (value: number) => NUMBER.format(value);
export const isMonday = (day: string) => weekdayOf(day as Day) === 1;

/** Names of actors and camps as the ledger gives them. */
export function nameOf(overview: Overview | undefined, id: string | undefined): string {
  if (id === undefined) return m.nobody;
  const actor = overview?.actors.find((one) => one.id === id);
  return actor?.name ?? overview?.camps.find((one) => one.id === id)?.name ?? id;
}

/** "Kunduz (airport)", "Kunduz province": a town, its sites and its province share a name. */
export function placeTitle({
  name,
  level,
  site,
}: {
  readonly name: string;
  readonly level: string;
  readonly site?: string | undefined;
}): string {
  if (level === "site") return `${name} (${m.site[site ?? "other"] ?? site})`;
  return level === "province" || level === "district" ? `${name} ${m.level[level]}` : name;
}

export function statePhrase(seen: Pick<Seen, "state" | "holder">, overview: Overview | undefined): string {
  return seen.holder === undefined
    ? m.state[seen.state]
    : m.stateBy[seen.state](nameOf(overview, seen.holder));
}

const SIGNS: Readonly<Record<string, string>> = {
  about: "≈ ",
  nearly: "≈ ",
  "at-least": "≥ ",
  "more-than": "> ",
  "at-most": "≤ ",
};

export function countWords(count: Count | undefined): string {
  if (!count) return "";
  const { low, best, high } = count;
  if (best !== undefined) {
    const sign = SIGNS[count.quantifier] ?? "";
    return low !== undefined && high !== undefined && low !== high
      ? `${sign}${number(best)} (${number(low)}–${number(high)})`
      : `${sign}${number(best)}`;
  }
  if (low !== undefined && high !== undefined) return `${number(low)}–${number(high)}`;
  if (low !== undefined) return `≥ ${number(low)}`;
  return high !== undefined ? `≤ ${number(high)}` : "";
}

/** What a claim says, in a few words. */
export function claimWords(claim: Claim): string {
  const who = "actor" in claim && claim.actor ? claim.actor.name : "";
  const whom = "recipient" in claim && claim.recipient ? claim.recipient.name : "";
  switch (claim.kind) {
    case "control":
      return controlWords(claim.change, who, whom);
    case "incident":
      return [claim.type.replaceAll("-", " "), who && `by ${who}`, whom && `on ${whom}`]
        .filter(Boolean)
        .join(" ");
    case "toll":
      return [countWords(claim.count), claim.measure, claim.who && `(${claim.who})`]
        .filter(Boolean)
        .join(" ");
    case "displacement":
      return [countWords(claim.count), claim.unit, claim.measure.replaceAll("-", " ")]
        .filter(Boolean)
        .join(" ");
    case "access":
      return [claim.target, claim.status, claim.from && claim.to && `(${claim.from} – ${claim.to})`]
        .filter(Boolean)
        .join(" ");
    case "tally":
      return [countWords(claim.count), claim.total && `of ${claim.total}`, claim.of, who && `(${who})`]
        .filter(Boolean)
        .join(" ");
  }
}

function controlWords(change: keyof typeof m.claim.change, who: string, whom: string): string {
  const verb = m.claim.change[change];
  switch (change) {
    case "gained":
      return [`${verb} by ${who || m.nobody}`, whom && `from ${whom}`].filter(Boolean).join(" ");
    case "lost":
      return [`${verb} by ${who || m.nobody}`, whom && `to ${whom}`].filter(Boolean).join(" ");
    case "holds":
      return `held by ${who || m.nobody}`;
    case "entered":
    case "besieged":
      return `${verb} by ${who || m.nobody}`;
    case "contested":
      return [verb, [who, whom].filter(Boolean).join(" and ")].filter(Boolean).join(" between ");
    case "repelled":
      return [`attack ${verb}`, who && `by ${who}`].filter(Boolean).join(" ");
  }
}
