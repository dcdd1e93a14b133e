import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { CountryCode } from "../domain/ids.ts";
import type { Picture as Answer } from "../picture/types.ts";
import { notFound } from "./answers.ts";
import type { ApiDeps } from "./deps.ts";
import { daysFromTo, film, type Line, MAX_FRAMES, viewpointOn } from "./film.ts";
import { pictureGeoJson } from "./geojson.ts";
import { roleOf } from "./guard.ts";
import { overview } from "./overview.ts";
import { dayParam, questionFrom, VIEWPOINT_QUERY } from "./params.ts";
import { placePage } from "./place-page.ts";
import { described, PROBLEMS } from "./route-parts.ts";
import type { Session } from "./session.ts";
import * as wire from "./wire.ts";

const viewpoint = z.object(VIEWPOINT_QUERY);

const Picture = z
  .object({
    asOf: wire.Day,
    knownAt: wire.Day,
    places: z.array(wire.AssessmentRow).readonly(),
    tallies: z.array(z.unknown()).readonly(),
    displacement: z.array(z.unknown()).readonly(),
    tolls: z.array(z.unknown()).readonly(),
    access: z.array(z.unknown()).readonly(),
    problems: z.array(z.unknown()).readonly(),
  })
  .openapi("Picture");

const FeatureCollection = z.unknown().openapi("FeatureCollection", {
  type: "object",
  description:
    "GeoJSON (RFC 7946). Each place carries state, holder, grade, valid_from, valid_to, asOf, knownAt.",
});

export function pictureRoutes(app: OpenAPIHono, deps: ApiDeps, session: Session): void {
  const answer = (query: z.infer<typeof viewpoint>): Answer => {
    const question = questionFrom(session.desk(), query);
    if (question) return session.asking(query.judgements).picture(question);
    return {
      asOf: "",
      knownAt: "",
      places: [],
      tallies: [],
      displacement: [],
      tolls: [],
      access: [],
      problems: [],
    } as never;
  };

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/v1/overview",
      summary: "What the ledger holds: days with news, countries, actors, sources, counts",
      responses: { 200: described("The ledger at a glance", wire.Overview), ...PROBLEMS },
    }),
    (c) => c.json(overview(session.desk(), deps, roleOf(c, deps.access)), 200),
  );

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/v1/picture",
      summary: "The picture: who holds what, as of a day, as known at a day",
      request: { query: viewpoint },
      responses: { 200: described("As `asof picture --json` prints it", Picture), ...PROBLEMS },
    }),
    (c) => c.json(answer(c.req.valid("query")) as z.infer<typeof Picture>, 200),
  );

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/v1/picture.geojson",
      summary: "The picture as GeoJSON",
      request: { query: viewpoint },
      responses: {
        200: {
          description: "Points with their states",
          content: { "application/geo+json": { schema: FeatureCollection } },
        },
        ...PROBLEMS,
      },
    }),
    (c) => {
      const found = answer(c.req.valid("query"));
      return c.body(JSON.stringify(pictureGeoJson(found)), 200, {
        "content-type": "application/geo+json",
      }) as never;
    },
  );

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/v1/film",
      summary: `Pictures of up to ${MAX_FRAMES} days in a row, each as the difference to the one before`,
      request: {
        query: viewpoint.extend({
          from: z.string(),
          to: z.string(),
          line: z.enum(["linked", "as-of", "known-at"]).optional().openapi({
            description:
              "Which date runs: both (linked), asOf with knownAt standing still, or the other way round.",
          }),
        }),
      },
      responses: { 200: described("Frames in order of days", wire.Film), ...PROBLEMS },
    }),
    (c) => {
      const query = c.req.valid("query");
      const desk = session.desk();
      const [from, to] = [dayParam("from", query.from), dayParam("to", query.to)];
      const question = questionFrom(desk, query);
      if (!from || !to || !question) {
        return c.json({ revision: desk.revision, places: [], holders: [], frames: [] }, 200);
      }
      const line: Line =
        query.line === "as-of"
          ? { kind: "as-of", knownAt: question.knownAt }
          : query.line === "known-at"
            ? { kind: "known-at", asOf: question.asOf }
            : { kind: "linked" };
      const days = daysFromTo(from, to).slice(0, MAX_FRAMES);
      const ask = session.asking(query.judgements);
      const viewpoints = days.map((day) => ({ ...question, ...viewpointOn(line, day) }));
      return c.json(film(desk.revision, viewpoints, ask, desk.placeNamed), 200);
    },
  );

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/v1/places/{id}",
      summary: "One place: its assessment, why, its timeline in two times, and every claim about it",
      request: { params: z.object({ id: z.string() }), query: viewpoint },
      responses: { 200: described("The place", wire.PlacePage), ...PROBLEMS },
    }),
    (c) => {
      const query = c.req.valid("query");
      const desk = session.desk();
      const question = questionFrom(desk, query);
      const { id } = c.req.valid("param");
      const page = question && placePage(desk, deps, session.asking(query.judgements), id, question);
      if (!page) throw notFound(`place ${id} in this ledger`);
      return c.json(page, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/v1/shapes",
      summary: "Outlines of the countries that the ledger is about, and of their neighbours (Natural Earth)",
      request: { query: z.object({ countries: z.string().optional().openapi({ description: "AF,PK" }) }) },
      responses: {
        200: { description: "GeoJSON", content: { "application/geo+json": { schema: FeatureCollection } } },
        ...PROBLEMS,
      },
    }),
    (c) => {
      const codes = (c.req.valid("query").countries ?? "")
        .split(",")
        .filter((code) => /^[A-Z]{2}$/.test(code));
      const shapes = deps.shapes(codes as CountryCode[]);
      return c.body(JSON.stringify(shapes), 200, { "content-type": "application/geo+json" }) as never;
    },
  );
}
