import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { inReviewOrder } from "../app/review-order.ts";
import type { ReportId } from "../domain/ids.ts";
import { notFound } from "./answers.ts";
import { findClaims } from "./claims-query.ts";
import type { ApiDeps } from "./deps.ts";
import { differences } from "./differences.ts";
import { cursorParam, dayParam, pageOf, questionFrom, VIEWPOINT_QUERY } from "./params.ts";
import { described, PROBLEMS } from "./route-parts.ts";
import { claimRow, reportRow } from "./rows.ts";
import type { Session } from "./session.ts";
import * as wire from "./wire.ts";

const text = z.string().optional();
const paging = {
  cursor: text.openapi({ description: "`next` of the page before." }),
  limit: z.coerce.number().int().min(1).max(200).optional(),
};
const PAGE = 50;

export function claimRoutes(app: OpenAPIHono, deps: ApiDeps, session: Session): void {
  app.openapi(
    createRoute({
      method: "get",
      path: "/api/v1/claims",
      summary: "Claims, newest publication first, narrowed by words and fields",
      request: {
        query: z.object({
          q: text.openapi({ description: "Words that must all occur in quote, names or source." }),
          kind: text,
          place: text,
          actor: text,
          source: text,
          stance: text,
          stage: text,
          letter: text.openapi({ description: "Admiralty letter of the source, A to F." }),
          review: z.enum(wire.REVIEW_STATES).optional(),
          from: text.openapi({ description: "Published on or after." }),
          to: text.openapi({ description: "Published on or before." }),
          ...paging,
        }),
      },
      responses: { 200: described("A page of claims", wire.ClaimPage), ...PROBLEMS },
    }),
    (c) => {
      const { cursor, limit = PAGE, from, to, ...filter } = c.req.valid("query");
      const desk = session.desk();
      const days = { from: dayParam("from", from), to: dayParam("to", to) };
      const { items, ...page } = pageOf(
        findClaims(desk, { ...filter, ...days }, deps.asking.fold.sources.reliabilityOf),
        cursorParam(cursor),
        limit,
      );
      return c.json({ ...page, items: items.map((claim) => claimRow(desk, deps, claim)) }, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/v1/claims/{id}",
      summary: "One claim with its quote in context and what reviewers decided",
      request: { params: z.object({ id: z.string() }) },
      responses: { 200: described("The claim", wire.ClaimRow), ...PROBLEMS },
    }),
    (c) => {
      const desk = session.desk();
      const claim = desk.claim(c.req.valid("param").id);
      if (!claim) throw notFound(`claim ${c.req.valid("param").id}`);
      return c.json(claimRow(desk, deps, claim), 200);
    },
  );

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/v1/queue",
      summary: "Claims to review: those that alone carry a state first",
      request: { query: z.object({ ...VIEWPOINT_QUERY, ...paging }) },
      responses: { 200: described("A page of claims", wire.ClaimPage), ...PROBLEMS },
    }),
    (c) => {
      const { cursor, limit = PAGE, ...query } = c.req.valid("query");
      const desk = session.desk();
      const question = questionFrom(desk, query);
      const places = question ? session.asking(query.judgements).places(question) : undefined;
      const queue = places ? inReviewOrder(desk.claims, desk, places) : [];
      const { items, ...page } = pageOf(queue, cursorParam(cursor), limit);
      return c.json({ ...page, items: items.map(({ claim }) => claimRow(desk, deps, claim)) }, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/v1/reports",
      summary: "Reports, newest first",
      request: { query: z.object({ q: text, source: text, ...paging }) },
      responses: { 200: described("A page of reports", wire.ReportListing), ...PROBLEMS },
    }),
    (c) => {
      const { cursor, limit = PAGE, q, source } = c.req.valid("query");
      const desk = session.desk();
      const words = q?.toLowerCase() ?? "";
      const found = [...desk.ledger.reports.values()]
        .filter((report) => !source || report.source?.name === source)
        .filter((report) => !words || `${report.title ?? ""}\n${report.text}`.toLowerCase().includes(words))
        .sort((a, b) => compare(b.publishedOn ?? "", a.publishedOn ?? "") || compare(a.id, b.id));
      const { items, ...page } = pageOf(found, cursorParam(cursor), limit);
      return c.json({ ...page, items: items.map((report) => reportRow(desk, report)) }, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/v1/reports/{id}",
      summary: "One report whole, with the claims that it makes",
      request: { params: z.object({ id: z.string() }) },
      responses: { 200: described("The report", wire.ReportFull), ...PROBLEMS },
    }),
    (c) => {
      const desk = session.desk();
      const report = desk.ledger.reports.get(c.req.valid("param").id as ReportId);
      if (!report) throw notFound(`report ${c.req.valid("param").id}`);
      const claims = desk.claimsOfReport(report.id).map((claim) => claimRow(desk, deps, claim));
      return c.json({ report: { ...reportRow(desk, report), text: report.text }, claims }, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/v1/diff",
      summary: "What changed between two viewpoints, in sentences with their claims",
      request: {
        query: z.object({ ...VIEWPOINT_QUERY, fromAsOf: z.string(), fromKnownAt: text }),
      },
      responses: { 200: described("Changes, place by place", wire.Diff), ...PROBLEMS },
    }),
    (c) => {
      const query = c.req.valid("query");
      const desk = session.desk();
      const to = questionFrom(desk, query);
      const asOf = dayParam("fromAsOf", query.fromAsOf);
      if (!to || !asOf) throw notFound("picture to compare: the ledger has no dated report");
      const from = { ...to, asOf, knownAt: dayParam("fromKnownAt", query.fromKnownAt) ?? asOf };
      return c.json(differences(desk, deps, session.asking(query.judgements), from, to), 200);
    },
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
