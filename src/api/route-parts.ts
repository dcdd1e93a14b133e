import type { z } from "@hono/zod-openapi";
import { Problem } from "./wire.ts";

export function described<T extends z.ZodType>(description: string, schema: T) {
  return { description, content: { "application/json": { schema } } };
}

/** What every route may answer besides its own. */
export const PROBLEMS = {
  "4XX": {
    description: "What was wrong with the request, with cause and fix",
    content: { "application/problem+json": { schema: Problem } },
  },
} as const;
