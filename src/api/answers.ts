import type { ApiProblem } from "./wire.ts";

/** A refusal that the API answers as problem+json: cause and fix, each one sentence. */
export class Refusal extends Error {
  readonly problem: ApiProblem;

  constructor(status: number, code: string, cause: string, fix: string) {
    super(cause);
    this.problem = { type: `urn:asof:problem:${code}`, code, title: cause, detail: fix, status };
  }
}

export function problemResponse(problem: ApiProblem): Response {
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { "content-type": "application/problem+json" },
  });
}

export function notFound(what: string): Refusal {
  return new Refusal(
    404,
    "not-found",
    `There is no ${what}.`,
    "Check the address, or search for it in the claims.",
  );
}
