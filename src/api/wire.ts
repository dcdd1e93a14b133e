import { z } from "@hono/zod-openapi";
import { ACCESS_STATUSES, type Claim } from "../domain/claim.ts";
import { SOURCE_KINDS } from "../domain/report.ts";
import { GRADES, STATES } from "../picture/types.ts";

/** What the API sends, as schemas: the document at /openapi.json and the page's types both come from here. */

export const Day = z.string().openapi("Day", { format: "date", example: "2021-08-13" });
const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();

export const Problem = z
  .object({
    type: z.string().openapi({ example: "urn:asof:problem:day-invalid" }),
    code: z.string(),
    title: z.string().openapi({ description: "The cause, in one sentence." }),
    detail: z.string().openapi({ description: "The fix, in one sentence." }),
    status: z.number().int(),
  })
  .openapi("Problem");

export const PlaceRow = z
  .object({
    id: z.string().openapi({ example: "gn:1140026" }),
    name: z.string(),
    country: z.string().optional(),
    admin1: z.string().optional(),
    level: z.string(),
    site: z.string().optional(),
    lon: z.number().optional(),
    lat: z.number().optional(),
  })
  .openapi("Place");

const Since = z.object({ from: Day.optional(), until: Day.optional() });

export const AssessmentRow = z
  .object({
    place: PlaceRow,
    state: z.enum(STATES),
    holder: z.string().optional(),
    since: Since.optional(),
    grade: z.enum(GRADES),
    rule: z.string().openapi({ description: "The rule of docs/rules.md that decided." }),
    reason: z.string(),
    because: z.object({
      deciding: list(z.string()),
      supporting: list(z.string()),
      contradicting: list(z.string()),
    }),
  })
  .openapi("Assessment");

export const SourceRow = z
  .object({
    name: z.string(),
    kind: z.enum(SOURCE_KINDS).optional(),
    camp: z.string().optional(),
    home: z.string().optional(),
    letter: z.string().optional().openapi({ description: "Admiralty reliability, A to F." }),
    reports: z.number().int(),
    claims: z.number().int(),
    first: Day.optional(),
    last: Day.optional(),
  })
  .openapi("Source");

const Named = z.object({ id: z.string(), name: z.string() });

export const Overview = z
  .object({
    revision: z.string(),
    first: Day.optional(),
    last: Day.optional().openapi({ description: "Day of the latest report." }),
    days: list(z.object({ day: Day, reports: z.number().int(), claims: z.number().int() })),
    countries: list(z.object({ code: z.string(), name: z.string(), claims: z.number().int() })),
    actors: list(Named).openapi({ description: "Named first come first: the order of colours on the map." }),
    camps: list(Named),
    sources: list(SourceRow),
    counts: z.object({
      reports: z.number().int(),
      claims: z.number().int(),
      places: z.number().int(),
      judgements: z.number().int(),
      undated: z.number().int().openapi({ description: "Reports without a day of publication." }),
    }),
    may: z.object({ review: z.boolean(), add: z.boolean() }),
  })
  .openapi("Overview");

export const FilmRow = z
  .tuple([z.number(), z.number(), z.number(), z.number(), z.string()])
  .readonly()
  .openapi({ description: "place, state, holder (-1 nobody), grade as indices; since when" });

const Position = z.object({ lon: z.number(), lat: z.number() });

export const AccessMark = z
  .object({
    target: z.string(),
    status: z.enum(ACCESS_STATUSES),
    name: z.string(),
    at: Position,
    to: Position.optional().openapi({ description: "The other end of a road." }),
  })
  .openapi("AccessMark");

export const Film = z
  .object({
    revision: z.string(),
    places: list(PlaceRow),
    holders: list(z.string()),
    frames: list(
      z.object({
        asOf: Day,
        knownAt: Day,
        set: list(FilmRow),
        access: list(AccessMark).optional().openapi({ description: "Absent: as in the frame before." }),
        drop: list(z.number()).openapi({ description: "Places that no longer have an assessment." }),
      }),
    ).openapi({ description: "Each frame changes the one before it." }),
  })
  .openapi("Film");

const ClaimShape = z.custom<Claim>().openapi("Claim", {
  type: "object",
  description: "As in CONTRACT §3: common fields and those of its kind.",
  required: ["id", "report", "kind", "quote", "valid", "stance", "stage"],
});

export const JudgementRow = z
  .object({
    id: z.string(),
    kind: z.enum(["accept", "reject", "correct"]),
    reviewer: z.string(),
    on: Day,
    reason: z.string().optional(),
    fields: z.record(z.string(), z.unknown()).optional(),
    undone: z.boolean(),
  })
  .openapi("Judgement");

export const REVIEW_STATES = ["open", "accepted", "rejected", "corrected", "conflict"] as const;

export const ClaimRow = z
  .object({
    claim: ClaimShape,
    source: z
      .object({
        name: z.string(),
        kind: z.string().optional(),
        camp: z.string().optional(),
        letter: z.string().optional(),
      })
      .optional(),
    publishedOn: Day.optional(),
    title: z.string().optional(),
    url: z.string().optional(),
    before: z.string().openapi({ description: "Text of the report just before the quote." }),
    after: z.string(),
    credibility: z.number().int().optional().openapi({ description: "Admiralty credibility, 1 to 6." }),
    copies: list(z.string())
      .optional()
      .openapi({ description: "Sources that tell the same words: one voice." }),
    effect: z.string().optional().openapi({ description: "What the claim did to the picture." }),
    review: z.object({ state: z.enum(REVIEW_STATES), judgements: list(JudgementRow) }),
  })
  .openapi("ClaimRow");

export const ClaimPage = z
  .object({ total: z.number().int(), next: z.string().optional(), items: list(ClaimRow) })
  .openapi("ClaimPage");

const Run = z.object({
  from: Day,
  until: Day.openapi({ description: "Half-open." }),
  state: z.enum(STATES),
  holder: z.string().optional(),
  grade: z.enum(GRADES),
});

export const PlacePage = z
  .object({
    place: PlaceRow,
    assessment: AssessmentRow.optional(),
    full: AssessmentRow.optional().openapi({
      description: "From all claims, when the question was for one voice only.",
    }),
    asTold: list(Run).openapi({ description: "Each day as it was known on that day." }),
    asKnown: list(Run).openapi({ description: "Each day as known on knownAt." }),
    claims: list(ClaimRow.extend({ role: z.enum(["deciding", "supporting", "contradicting", "other"]) })),
    moreClaims: z.number().int().openapi({ description: "Claims left out of a very long list." }),
  })
  .openapi("PlacePage");

export const ReportRow = z
  .object({
    id: z.string(),
    title: z.string().optional(),
    source: z.string().optional(),
    publishedOn: Day.optional(),
    url: z.string().optional(),
    language: z.string().optional(),
    characters: z.number().int(),
    claims: z.number().int(),
  })
  .openapi("ReportRow");

export const ReportListing = z
  .object({ total: z.number().int(), next: z.string().optional(), items: list(ReportRow) })
  .openapi("ReportPage");

export const ReportFull = z
  .object({ report: ReportRow.extend({ text: z.string() }), claims: list(ClaimRow) })
  .openapi("Report");

const StateAt = z.object({ state: z.enum(STATES), holder: z.string().optional(), grade: z.enum(GRADES) });

export const Diff = z
  .object({
    from: z.object({ asOf: Day, knownAt: Day }),
    to: z.object({ asOf: Day, knownAt: Day }),
    changes: list(
      z.object({
        place: PlaceRow,
        kind: z.enum(["holder", "state", "grade", "appeared", "vanished"]),
        before: StateAt.optional(),
        after: StateAt.optional(),
        sentence: z.string(),
        claims: list(ClaimRow),
      }),
    ),
  })
  .openapi("Diff");

export const ReadAnswer = z
  .object({
    text: z.string(),
    known: z.boolean().openapi({ description: "The ledger has this report already." }),
    claims: list(ClaimShape),
    problems: list(z.object({ code: z.string(), cause: z.string(), fix: z.string() })),
  })
  .openapi("Reading");

export type Overview = z.infer<typeof Overview>;
export type Film = z.infer<typeof Film>;
export type AccessMark = z.infer<typeof AccessMark>;
export type FilmRow = z.infer<typeof FilmRow>;
export type PlaceRow = z.infer<typeof PlaceRow>;
export type AssessmentRow = z.infer<typeof AssessmentRow>;
export type SourceRow = z.infer<typeof SourceRow>;
export type ClaimRow = z.infer<typeof ClaimRow>;
export type ClaimPage = z.infer<typeof ClaimPage>;
export type PlacePage = z.infer<typeof PlacePage>;
export type ReportRow = z.infer<typeof ReportRow>;
export type ReportListing = z.infer<typeof ReportListing>;
export type ReportFull = z.infer<typeof ReportFull>;
export type JudgementRow = z.infer<typeof JudgementRow>;
export type Diff = z.infer<typeof Diff>;
export type ReadAnswer = z.infer<typeof ReadAnswer>;
export type ApiProblem = z.infer<typeof Problem>;
