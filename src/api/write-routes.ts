import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { ClaimId } from "../domain/ids.ts";
import type { Decision, JudgementId } from "../domain/judgement.ts";
import type { Problem as DataProblem } from "../domain/problem.ts";
import { notFound, Refusal } from "./answers.ts";
import type { ApiDeps, PastedReport, Reading } from "./deps.ts";
import { requireWriter } from "./guard.ts";
import { dayParam } from "./params.ts";
import { described, PROBLEMS } from "./route-parts.ts";
import { claimRow } from "./rows.ts";
import type { Session } from "./session.ts";
import * as wire from "./wire.ts";

/** Characters; a report of two million is read, a flood is not. */
const MAX_TEXT = 5_000_000;

const Pasted = z
  .object({
    text: z.string().min(1).max(MAX_TEXT),
    title: z.string().max(1000).optional(),
    source: z.string().max(300).optional(),
    publishedOn: z.string().optional(),
  })
  .openapi("PastedReport");

const NewJudgement = z
  .object({
    claim: z.string(),
    decision: z.enum(["accept", "reject", "correct", "undo"]),
    reviewer: z.string().trim().min(1).max(200),
    reason: z.string().max(2000).optional(),
    fields: z
      .record(z.string(), z.unknown())
      .optional()
      .openapi({ description: "For `correct`: fields that replace." }),
    judgement: z.string().optional().openapi({ description: "For `undo`: the judgement taken back." }),
  })
  .openapi("NewJudgement");

export function writeRoutes(app: OpenAPIHono, deps: ApiDeps, session: Session): void {
  app.openapi(
    createRoute({
      method: "post",
      path: "/api/v1/read",
      summary: "Read a text and show its claims; nothing is stored",
      request: { body: { content: { "application/json": { schema: Pasted } } } },
      responses: { 200: described("The claims in the text", wire.ReadAnswer), ...PROBLEMS },
    }),
    (c) => {
      requireWriter(c, deps.access, "read");
      const reading = deps.read(pastedFrom(c.req.valid("json")));
      return c.json(readAnswer(reading, deps, session), 200);
    },
  );

  app.openapi(
    createRoute({
      method: "post",
      path: "/api/v1/reports",
      summary: "Add a report and its claims to the ledger; the same report twice changes nothing",
      request: { body: { content: { "application/json": { schema: Pasted } } } },
      responses: { 201: described("What was stored", wire.ReadAnswer), ...PROBLEMS },
    }),
    async (c) => {
      requireWriter(c, deps.access, "review");
      if (!deps.add) throw readOnly();
      const reading = await deps.add(pastedFrom(c.req.valid("json")));
      return c.json(readAnswer(reading, deps, session), 201);
    },
  );

  app.openapi(
    createRoute({
      method: "post",
      path: "/api/v1/judgements",
      summary: "A reviewer's decision about a claim; append-only, undo is another one",
      request: { body: { content: { "application/json": { schema: NewJudgement } } } },
      responses: { 201: described("The claim as it now stands", wire.ClaimRow), ...PROBLEMS },
    }),
    (c) => {
      requireWriter(c, deps.access, "review");
      if (!deps.judge) throw readOnly();
      const body = c.req.valid("json");
      if (!session.desk().claim(body.claim)) throw notFound(`claim ${body.claim}`);
      const { reviewer, reason } = body;
      const verdict = deps.judge({ decision: decisionFrom(body), reviewer, ...(reason ? { reason } : {}) });
      if (verdict.problem) throw refusalOf(verdict.problem, deps);
      const desk = session.desk();
      return c.json(claimRow(desk, deps, desk.claim(body.claim)!), 201);
    },
  );
}

function readOnly(): Refusal {
  return new Refusal(
    405,
    "read-only",
    "This ledger is served for reading only.",
    "Start asof serve with --ledger FILE.",
  );
}

function refusalOf(problem: DataProblem, deps: ApiDeps): Refusal {
  const { cause, fix } = deps.explain(problem);
  return new Refusal(422, problem.code, cause, fix);
}

function pastedFrom(body: z.infer<typeof Pasted>): PastedReport {
  const day = dayParam("publishedOn", body.publishedOn);
  return {
    text: body.text,
    ...(body.title ? { title: body.title } : {}),
    ...(body.source ? { source: body.source } : {}),
    ...(day ? { publishedOn: day } : {}),
  };
}

function readAnswer(reading: Reading, deps: ApiDeps, session: Session): wire.ReadAnswer {
  return {
    text: reading.report.text,
    known: session.desk().ledger.reports.has(reading.report.id),
    claims: reading.claims,
    problems: reading.problems.map((problem) => ({ code: problem.code, ...deps.explain(problem) })),
  };
}

function decisionFrom(body: z.infer<typeof NewJudgement>): Decision {
  const claim = body.claim as ClaimId;
  switch (body.decision) {
    case "accept":
    case "reject":
      return { kind: body.decision, claim };
    case "undo":
      if (body.judgement) return { kind: "undo", judgement: body.judgement as JudgementId };
      throw new Refusal(
        400,
        "judgement-missing",
        "An undo must name a judgement.",
        "Give its id as `judgement`.",
      );
    case "correct":
      return { kind: "correct", claim, fields: body.fields ?? {} };
  }
}
