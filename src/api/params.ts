import { z } from "@hono/zod-openapi";
import { type Day, parseDay } from "../domain/day.ts";
import { type CountryCode, parseCountryCode } from "../domain/ids.ts";
import { JUDGEMENT_MODES } from "../ledger/judgement-mode.ts";
import type { AccordingTo } from "../picture/according-to.ts";
import { Refusal } from "./answers.ts";
import type { Desk } from "./desk.ts";
import { parseAccordingTo, type Question } from "./question.ts";

export const VIEWPOINT_QUERY = {
  asOf: z.string().optional().openapi({ description: "Day of the world; the latest published when absent." }),
  knownAt: z
    .string()
    .optional()
    .openapi({ description: "Published by that day; the latest published when absent." }),
  country: z.string().optional().openapi({ description: "ISO 3166-1 alpha-2." }),
  accordingTo: z
    .string()
    .optional()
    .openapi({ description: "`camp:ID` or `source:NAME`: that voice alone." }),
  judgements: z.enum(JUDGEMENT_MODES).optional().openapi({
    description: "Reviewers' decisions: made by knownAt (then), all of them whenever made, or none.",
  }),
};

export function dayParam(name: string, text: string | undefined): Day | undefined {
  if (text === undefined || text === "") return undefined;
  const day = parseDay(text);
  if (day) return day;
  throw new Refusal(
    400,
    "day-invalid",
    `"${text}" in ${name} is no day of the calendar.`,
    "Write days as YYYY-MM-DD.",
  );
}

export function accordingToParam(text: string | undefined): AccordingTo | undefined {
  if (text === undefined || text === "") return undefined;
  const parsed = parseAccordingTo(text);
  if (parsed) return parsed;
  throw new Refusal(400, "voice-invalid", `"${text}" names no voice.`, "Write camp:ID or source:NAME.");
}

function countryParam(text: string | undefined): CountryCode | undefined {
  if (text === undefined || text === "") return undefined;
  const code = parseCountryCode(text);
  if (code) return code;
  throw new Refusal(400, "country-invalid", `"${text}" is no country code.`, "Give two letters, such as AF.");
}

/** Each date defaults to the latest published. `undefined`: a ledger without dated reports, and no date asked for. */
export function questionFrom(
  desk: Desk,
  query: { readonly [K in keyof typeof VIEWPOINT_QUERY]?: string | undefined },
): Question | undefined {
  const latest = desk.days.at(-1)?.day;
  const asOf = dayParam("asOf", query.asOf) ?? latest;
  const knownAt = dayParam("knownAt", query.knownAt) ?? latest ?? asOf;
  const accordingTo = accordingToParam(query.accordingTo);
  const country = countryParam(query.country);
  if (asOf === undefined || knownAt === undefined) return undefined;
  return { asOf, knownAt, ...(accordingTo ? { accordingTo } : {}), ...(country ? { country } : {}) };
}

/** Where a page of results goes on: an index, opaque to callers. */
export function cursorParam(text: string | undefined): number {
  if (text === undefined || text === "") return 0;
  const at = Number.parseInt(text, 36);
  if (Number.isSafeInteger(at) && at >= 0) return at;
  throw new Refusal(
    400,
    "cursor-invalid",
    `"${text}" is no place to go on from.`,
    "Use `next` of the page before.",
  );
}

export function pageOf<T>(all: readonly T[], at: number, limit: number) {
  const items = all.slice(at, at + limit);
  const end = at + items.length;
  return { total: all.length, items, ...(end < all.length ? { next: end.toString(36) } : {}) };
}
