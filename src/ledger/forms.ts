import { z } from "zod";
import {
  ACCESS_STATUSES,
  ACCESS_TARGETS,
  CONTROL_CHANGES,
  DISPLACEMENT_MEASURES,
  EXTENTS,
  INCIDENT_TYPES,
  MANNERS,
  QUANTIFIERS,
  STAGES,
  STANCES,
  TOLL_MEASURES,
  VALID_PRECISIONS,
} from "../domain/claim.ts";
import { parseDay } from "../domain/day.ts";
import { parseActorId, parseCampId, parsePlaceId } from "../domain/ids.ts";
import { LEVELS, PLACE_PRECISIONS, SITE_KINDS } from "../domain/place.ts";
import { SOURCE_KINDS } from "../domain/report.ts";

/**
 * The forms of entries as JSON. Fields that are not known are let through and kept: an id covers them, and a ledger
 * written by a later version loses nothing on its way through this one.
 */
const text = z.string();
const flag = z.literal(true);
const number = z.number();
const day = text.refine((value) => parseDay(value) !== undefined, "no day of the calendar");
const place = text.refine((value) => parsePlaceId(value) !== undefined, "no place id");
const actorId = text.refine((value) => parseActorId(value) !== undefined, "no actor id");
const camp = text.refine((value) => parseCampId(value) !== undefined, "no camp id");
const country = text.regex(/^[A-Z]{2}$/);
const hash = (prefix: string) => text.regex(new RegExp(`^${prefix}_[0-9a-f]{32}$`), "no id");
const reportId = hash("r");
const claimId = hash("c");

export const reportForm = z.looseObject({
  id: reportId,
  text,
  title: text.optional(),
  source: z
    .looseObject({
      name: text,
      kind: z.enum(SOURCE_KINDS).optional(),
      camp: camp.optional(),
      home: country.optional(),
    })
    .optional(),
  publishedOn: day.optional(),
  language: text.optional(),
});

export const addressForm = z.looseObject({
  id: hash("ad"),
  report: reportId,
  url: text.optional(),
  ref: text.optional(),
});
export const revisionForm = z.looseObject({ id: hash("rv"), earlier: reportId, later: reportId });
export const readingForm = z.looseObject({
  id: hash("rd"),
  report: reportId,
  extractor: text.min(1),
  claims: z.array(claimId),
});
export const retractionForm = z.looseObject({
  id: hash("rt"),
  report: reportId,
  on: day,
  reason: text.optional(),
});

const actor = z.looseObject({ id: actorId, name: text, mention: text });
const count = z.looseObject({
  low: number.optional(),
  best: number.optional(),
  high: number.optional(),
  quantifier: z.enum(QUANTIFIERS),
});

const common = {
  id: claimId,
  report: reportId,
  reportRef: text.optional(),
  quote: z.looseObject({ start: z.int().min(0), end: z.int().min(0), text }),
  place: z
    .looseObject({
      id: place.optional(),
      name: text,
      toponym: text,
      country: country.optional(),
      admin1: text.optional(),
      level: z.enum(LEVELS),
      lon: number.min(-180).max(180).optional(),
      lat: number.min(-90).max(90).optional(),
      precision: z.enum(PLACE_PRECISIONS),
      site: z.enum(SITE_KINDS).optional(),
      inferred: flag.optional(),
    })
    .optional(),
  valid: z.looseObject({
    from: day.optional(),
    until: day.optional(),
    precision: z.enum(VALID_PRECISIONS),
    basis: text.optional(),
    inferred: flag.optional(),
  }),
  speaker: z.looseObject({ name: text, role: text.optional(), camp: camp.optional() }).optional(),
  via: text.optional(),
  stance: z.enum(STANCES),
  stage: z.enum(STAGES),
  extractor: text.min(1),
  basis: text.optional(),
};

export const claimForm = z.discriminatedUnion("kind", [
  z.looseObject({
    ...common,
    kind: z.literal("control"),
    change: z.enum(CONTROL_CHANGES),
    actor: actor.optional(),
    recipient: actor.optional(),
    extent: z.enum(EXTENTS).optional(),
    manner: z.enum(MANNERS).optional(),
  }),
  z.looseObject({
    ...common,
    kind: z.literal("incident"),
    type: z.enum(INCIDENT_TYPES),
    actor: actor.optional(),
    recipient: actor.optional(),
    means: text.optional(),
  }),
  z.looseObject({
    ...common,
    kind: z.literal("toll"),
    measure: z.enum(TOLL_MEASURES),
    count,
    who: text.optional(),
    cause: text.optional(),
    cumulative: flag.optional(),
    since: day.optional(),
  }),
  z.looseObject({
    ...common,
    kind: z.literal("displacement"),
    measure: z.enum(DISPLACEMENT_MEASURES),
    count,
    unit: z.enum(["persons", "households"]),
    who: text.optional(),
    since: day.optional(),
    cumulative: flag.optional(),
  }),
  z.looseObject({
    ...common,
    kind: z.literal("access"),
    target: z.enum(ACCESS_TARGETS),
    status: z.enum(ACCESS_STATUSES),
    actor: actor.optional(),
    direction: text.optional(),
    from: text.optional(),
    to: text.optional(),
  }),
  z.looseObject({
    ...common,
    kind: z.literal("tally"),
    of: text,
    count: count.optional(),
    total: number.optional(),
    share: z.looseObject({ low: number.optional(), high: number.optional() }).optional(),
    actor: actor.optional(),
  }),
]);

const names = z.array(text.min(1)).min(1);
const withheld = z.discriminatedUnion("kind", [
  z.looseObject({ kind: z.literal("person"), names }),
  z.looseObject({ kind: z.literal("position"), report: reportId, place: place.optional(), names }),
  z.looseObject({ kind: z.literal("place"), place, names }),
  z.looseObject({ kind: z.literal("source"), name: text.min(1) }),
]);

export const decisionForm = z.discriminatedUnion("kind", [
  z.looseObject({ kind: z.literal("accept"), claim: claimId }),
  z.looseObject({ kind: z.literal("reject"), claim: claimId }),
  z.looseObject({ kind: z.literal("correct"), claim: claimId, fields: z.record(text, z.json()) }),
  z.looseObject({ kind: z.literal("merge-places"), from: place, into: place }),
  z.looseObject({ kind: z.literal("withhold"), what: withheld }),
  z.looseObject({ kind: z.literal("undo"), judgement: hash("j") }),
]);

export const judgementForm = z.looseObject({
  id: hash("j"),
  decision: decisionForm,
  reviewer: text.min(1),
  on: day,
  reason: text.optional(),
  after: hash("j").optional(),
});
