import type { Claim, Count, Valid } from "../domain/claim.ts";
import { addDays } from "../domain/day.ts";
import type { ClaimPlace } from "../domain/place.ts";

/** What a claim says as one English phrase: "Taliban gained Herat (city, AF)". */
export function contentWords(claim: Claim): string {
  const at = claim.place ? ` in ${placeWords(claim.place)}` : "";
  switch (claim.kind) {
    case "control":
      return controlWords(claim);
    case "incident": {
      const by = claim.actor ? ` by ${claim.actor.name}` : "";
      const against = claim.recipient ? ` against ${claim.recipient.name}` : "";
      return `${claim.type.replaceAll("-", " ")}${by}${against}${at}${claim.means ? ` with ${claim.means}` : ""}`;
    }
    case "toll": {
      return `${countWords(claim.count, claim.who)} ${claim.measure}${claim.cause ? ` by ${claim.cause}` : ""}${at}${total(claim)}`;
    }
    case "displacement":
      return `${countWords(claim.count, claim.unit)} ${DISPLACED[claim.measure]}${at}${total(claim)}`;
    case "access": {
      const joins = claim.from && claim.to ? ` from ${claim.from} to ${claim.to}` : "";
      const by = claim.actor ? `, by ${claim.actor.name}` : "";
      return `${claim.target}${claim.place ? ` ${placeWords(claim.place)}` : ""}${joins} ${claim.status}${by}`;
    }
    case "tally": {
      const of = claim.total === undefined ? "" : ` of ${claim.total}`;
      const number = claim.share
        ? `${shareWords(claim.share)} ${claim.of}`
        : countWords(claim.count, `${of.trim()} ${claim.of}`.trim());
      return `${claim.actor ? `${claim.actor.name}: ` : ""}${number}${at}`;
    }
  }
}

const DISPLACED = {
  idps: "displaced within the country",
  "newly-displaced": "newly displaced",
  refugees: "refugees",
  returnees: "returned",
  evacuated: "evacuated",
} as const;

function controlWords(claim: Claim & { readonly kind: "control" }): string {
  const who = claim.actor?.name ?? "somebody";
  const other = claim.recipient?.name;
  const parts = claim.extent && claim.extent !== "whole" ? `${claim.extent} of ` : "";
  const what = parts + (claim.place ? placeWords(claim.place) : "a place that is not named");
  const how = claim.manner
    ? { force: " by force", unopposed: " unopposed", negotiated: " by agreement" }[claim.manner]
    : "";
  switch (claim.change) {
    case "gained":
      return `${who} gained ${what}${other ? ` from ${other}` : ""}${how}`;
    case "lost":
      return `${who} lost ${what}${other ? ` to ${other}` : ""}${how}`;
    case "holds":
      return `${who} ${claim.actor ? "holds" : "is said to hold"} ${what}`;
    case "contested":
      return `${what} is fought over${claim.actor ? ` by ${claim.actor.name}` : ""}${other ? ` and ${other}` : ""}`;
    case "entered":
      return `${who} entered ${what}`;
    case "besieged":
      return `${who} besieged ${what}`;
    case "repelled":
      return `${who} repelled ${other ?? "an attack"} at ${what}`;
  }
}

export function placeWords(place: ClaimPlace): string {
  const site = place.level === "site" ? `${place.toponym}, ` : "";
  const where = [place.level, place.country].filter(Boolean).join(", ");
  const unsure = place.precision === "unlocated" ? ", not found" : place.inferred ? ", inferred" : "";
  return `${site}${place.name} (${where}${unsure})`;
}

/** "2021-08-12", "2021-08 (month)", "day unknown". */
export function dayWords(valid: Valid): string {
  if (!valid.from) return valid.basis ? `day unknown ("${valid.basis}")` : "day unknown";
  const last = valid.until ? addDays(valid.until, -1) : valid.from;
  const span = last > valid.from ? `${valid.from} to ${last}` : valid.from;
  return `${span}${valid.precision === "day" ? "" : ` (${valid.precision})`}${valid.inferred ? ", inferred" : ""}`;
}

/** "at least 12 civilians", "hundreds of households", "some" where the number is not told. */
function countWords(count: Count | undefined, noun = ""): string {
  const of = noun && ` ${noun}`;
  if (!count) return `an untold number of${of || " people"}`;
  const number = count.best ?? count.low ?? count.high;
  if (count.quantifier === "exact") return `${number === undefined ? "some" : grouped(number)}${of}`;
  if (count.quantifier === "range") return `${grouped(count.low)} to ${grouped(count.high)}${of}`;
  const word = count.quantifier.replaceAll("-", " ");
  if (!VAGUE.has(count.quantifier)) return `${word} ${grouped(number)}${of}`;
  return noun === "" || count.quantifier === "several" ? `${word}${of}` : `${word} of${of}`;
}

const VAGUE = new Set<string>([
  "several",
  "dozens",
  "scores",
  "hundreds",
  "thousands",
  "tens-of-thousands",
  "hundreds-of-thousands",
  "millions",
]);

function shareWords({ low, high }: { readonly low?: number; readonly high?: number }): string {
  const percent = (share: number) => `${Math.round(share * 100)} %`;
  if (low !== undefined && high !== undefined) {
    return low === high ? `${percent(low)} of` : `${percent(low)} to ${percent(high)} of`;
  }
  if (low !== undefined) return `at least ${percent(low)} of`;
  return high === undefined ? "a share of" : `at most ${percent(high)} of`;
}

function grouped(number: number | undefined): string {
  return number === undefined ? "?" : String(number).replace(/\B(?=(\d{3})+(?!\d))/g, ",");
}

function total(claim: { readonly cumulative?: true; readonly since?: string }): string {
  if (claim.since) return `, since ${claim.since}`;
  return claim.cumulative ? ", a running total" : "";
}
