import { OpenAPIHono } from "@hono/zod-openapi";
import { bodyLimit } from "hono/body-limit";
import { compress } from "hono/compress";
import { HTTPException } from "hono/http-exception";
import { contentHash } from "../ledger/id.ts";
import { notFound, problemResponse, Refusal } from "./answers.ts";
import { claimRoutes } from "./claim-routes.ts";
import type { ApiDeps } from "./deps.ts";
import { hostGuard, roleOf, securityHeaders } from "./guard.ts";
import { pictureRoutes } from "./picture-routes.ts";
import { session } from "./session.ts";
import { writeRoutes } from "./write-routes.ts";

/** Bytes of one request. */
const MAX_BODY = 24_000_000;

function tooLarge(): Refusal {
  return new Refusal(
    413,
    "request-too-large",
    "The request is larger than 24 MB.",
    "Split the report, or use asof ingest.",
  );
}

/** The whole of the HTTP side: a Request in, a Response out. */
export function createApi(deps: ApiDeps): OpenAPIHono {
  const app = new OpenAPIHono({
    defaultHook: (result) => {
      if (result.success) return;
      const issue = result.error.issues[0]!;
      throw new Refusal(
        400,
        "request-invalid",
        `${issue.path.join(".")}: ${issue.message}.`,
        "See /openapi.json.",
      );
    },
  });
  const seats = session(deps);

  app.onError((error) => {
    if (error instanceof Refusal) return problemResponse(error.problem);
    if (error instanceof HTTPException && error.status < 500) {
      const fix = "See /openapi.json.";
      return problemResponse(new Refusal(error.status, "request-invalid", error.message, fix).problem);
    }
    console.error(error);
    const cause = "asof itself failed on this request.";
    return problemResponse(
      new Refusal(500, "failed", cause, "Try again; the log of the server says more.").problem,
    );
  });
  app.notFound(() => problemResponse(notFound("such page").problem));

  app.use(hostGuard(deps.access));
  app.use(compress());
  app.use(async (c, next) => {
    await next();
    const embed = new URL(c.req.url).searchParams.has("embed");
    for (const [name, value] of Object.entries(securityHeaders(embed))) c.res.headers.set(name, value);
  });
  app.use("/api/*", bodyLimit({ maxSize: MAX_BODY, onError: () => problemResponse(tooLarge().problem) }));
  app.use("/api/*", async (c, next) => {
    roleOf(c, deps.access);
    if (c.req.method !== "GET") return next();
    const etag = `W/"${contentHash([deps.ledger().revision, c.req.url, c.req.header("authorization") ?? ""])}"`;
    if (c.req.header("if-none-match") === etag) return new Response(null, { status: 304, headers: { etag } });
    await next();
    if (c.res.status === 200) c.res.headers.set("etag", etag);
    c.res.headers.set("cache-control", "no-cache");
  });

  pictureRoutes(app, deps, seats);
  claimRoutes(app, deps, seats);
  writeRoutes(app, deps, seats);
  app.doc31("/openapi.json", {
    openapi: "3.1.0",
    info: {
      title: "asof",
      version: "1",
      description:
        "Who holds what, as of any day, as known at any day, according to whom, and in whose words.",
    },
  });
  app.get("*", (c) => {
    const path = new URL(c.req.url).pathname;
    const asset = deps.asset(path === "/" ? "/index.html" : path);
    if (!asset) throw notFound(`page ${path}`);
    const lasting = path.startsWith("/assets/");
    return c.body(asset.body, 200, {
      "content-type": asset.type,
      "cache-control": lasting ? "public, max-age=31536000, immutable" : "no-cache",
    });
  });
  return app;
}
