import assert from "node:assert/strict";
import { test } from "node:test";
import { smallLedger } from "../../test/browser/ledgers.ts";
import { depsFor } from "../../test/browser/start.ts";
import { table } from "../../test/table.ts";
import { createApi } from "./app.ts";
import type { ApiDeps } from "./deps.ts";

const HOST = { host: "127.0.0.1:8617" };

function api(changes: Partial<ApiDeps> = {}) {
  const app = createApi(depsFor(smallLedger(), changes));
  return async (path: string, init: RequestInit = {}) =>
    app.request(`http://127.0.0.1:8617${path}`, { ...init, headers: { ...HOST, ...init.headers } });
}

const json = async (response: Response) => JSON.parse(await response.text());

const post = (body: unknown, headers: Readonly<Record<string, string>> = {}): RequestInit => ({
  method: "POST",
  headers: { "content-type": "application/json", ...headers },
  body: JSON.stringify(body),
});

test("the picture has the shape of the contract and defaults to the latest day", async () => {
  const picture = await json(await api()("/api/v1/picture"));
  assert.deepEqual([picture.asOf, picture.knownAt], ["2031-03-10", "2031-03-10"]);
  const amba = picture.places.find((one: { place: { name: string } }) => one.place.name === "Amba");
  assert.equal(amba.state, "held");
  assert.equal(amba.holder, "river-league");
  assert.ok(amba.reason.length > 0 && amba.because.deciding.length > 0);
  for (const part of ["tallies", "displacement", "tolls", "access", "problems"])
    assert.ok(Array.isArray(picture[part]));
});

test("what is wrong with a request is told with cause and fix as problem+json", async () => {
  const cases = table(
    ["path", "status", "code", "why"],
    `
    /api/v1/picture?asOf=2031-02-30  | 400 | day-invalid     | no such day
    /api/v1/picture?country=Chad     | 400 | country-invalid | not two letters
    /api/v1/picture?accordingTo=me   | 400 | voice-invalid   | neither camp nor source
    /api/v1/picture?judgements=some  | 400 | request-invalid | none of the three
    /api/v1/places/test:nowhere      | 404 | not-found       | no claim about it
    /api/v1/reports/r_0              | 404 | not-found       | no such report
    /api/v1/claims?cursor=-          | 400 | cursor-invalid  | not one of ours
    /nothing                         | 404 | not-found       | no such page
  `,
  );
  const ask = api();
  for (const { path, status, code, why } of cases) {
    const response = await ask(path);
    const problem = await json(response);
    assert.equal(response.status, Number(status), why);
    assert.equal(response.headers.get("content-type"), "application/problem+json", why);
    assert.equal(problem.code, code, why);
    assert.ok(problem.title.length > 5 && problem.detail.length > 5, why);
  }
});

test("an answer that has not changed is 304, and a judgement changes it", async () => {
  const ask = api();
  const first = await ask("/api/v1/film?from=2031-03-02&to=2031-03-10");
  const etag = first.headers.get("etag")!;
  const again = () =>
    ask("/api/v1/film?from=2031-03-02&to=2031-03-10", { headers: { "if-none-match": etag } });
  assert.equal((await again()).status, 304);
  const { items } = await json(await ask("/api/v1/claims?kind=control&limit=1"));
  const body = { claim: items[0].claim.id, decision: "reject", reviewer: "Maria" };
  assert.equal((await ask("/api/v1/judgements", post(body))).status, 201);
  assert.equal((await again()).status, 200);
});

test("a film run to its end shows what a single picture shows", async () => {
  const ask = api();
  const film = await json(await ask("/api/v1/film?from=2031-03-02&to=2031-03-10"));
  for (const day of ["2031-03-02", "2031-03-05", "2031-03-07", "2031-03-10"]) {
    const rows = new Map<number, readonly unknown[]>();
    for (const frame of film.frames) {
      if (frame.asOf > day) break;
      for (const row of frame.set) rows.set(row[0], row);
      for (const index of frame.drop) rows.delete(index);
    }
    const { places } = await json(await ask(`/api/v1/picture?asOf=${day}&knownAt=${day}`));
    const filmed = [...rows]
      .map(([index, row]) => `${film.places[index].id} ${film.holders[row[2] as number] ?? ""}`)
      .sort();
    const asked = places
      .map((one: { place: { id: string }; holder?: string }) => `${one.place.id} ${one.holder ?? ""}`)
      .sort();
    assert.deepEqual(filmed, asked, day);
  }
});

test("lists come in pages that together are the whole, each item once", async () => {
  const ask = api();
  const ids: string[] = [];
  let cursor = "";
  do {
    const page = await json(await ask(`/api/v1/claims?limit=5&cursor=${cursor}`));
    ids.push(...page.items.map((item: { claim: { id: string } }) => item.claim.id));
    cursor = page.next ?? "";
  } while (cursor);
  const { total } = await json(await ask("/api/v1/claims?limit=1"));
  assert.equal(ids.length, total);
  assert.equal(new Set(ids).size, total);
});

test("GeoJSON of a picture carries both dates and the days of the state", async () => {
  const response = await api()("/api/v1/picture.geojson?asOf=2031-03-07&knownAt=2031-03-07");
  assert.match(response.headers.get("content-type")!, /application\/geo\+json/);
  const { features } = await json(response);
  const amba = features.find((one: { properties: { name: string } }) => one.properties.name === "Amba");
  assert.deepEqual(amba.geometry, { type: "Point", coordinates: [18.2, 17.1] });
  const { valid_from, valid_to, asOf, knownAt } = amba.properties;
  assert.deepEqual(
    [valid_from, valid_to, asOf, knownAt],
    ["2031-03-06", "2031-03-08", "2031-03-07", "2031-03-07"],
  );
});

test("what changed is told in sentences with their quotes", async () => {
  const diff = await json(await api()("/api/v1/diff?fromAsOf=2031-03-02&asOf=2031-03-07&knownAt=2031-03-07"));
  const amba = diff.changes.find((one: { place: { name: string } }) => one.place.name === "Amba");
  assert.equal(amba.kind, "holder");
  assert.match(amba.sentence, /Amba: held by river-league .*; before, held by national-army/);
  assert.match(amba.claims[0].claim.quote.text, /Amba fell to the League/);
});

test("only our own page on our own address may change the ledger", async () => {
  const cases = table(
    ["header", "value", "status", "why"],
    `
    host           | evil.example            | 421 | a name that was pointed at loopback
    origin         | http://evil.example     | 403 | a form on another site
    origin         | not an address          | 403 | no address at all
    origin         | null                    | 403 | a sandboxed frame
    sec-fetch-site | cross-site              | 403 | what browsers say of other sites
    origin         | http://127.0.0.1:8617   | 404 | our own page; the claim is unknown
  `,
  );
  const body = { claim: "c_unknown", decision: "accept", reviewer: "Maria" };
  for (const { header, value, status, why } of cases) {
    const response = await api()("/api/v1/judgements", post(body, { [header]: value }));
    assert.equal(response.status, Number(status), why);
  }
});

test("beyond loopback a token decides who reads and who reviews", async () => {
  const access: ApiDeps["access"] = {
    anyone: undefined,
    hosts: undefined,
    roleOf: (token) =>
      token === "reader" || token === "reviewer"
        ? { name: token, role: token === "reader" ? "read" : "review" }
        : undefined,
  };
  const ask = api({ access });
  const as = (token: string) => ({ authorization: `Bearer ${token}` });
  assert.equal((await ask("/api/v1/overview")).status, 401);
  assert.equal((await ask("/api/v1/overview", { headers: as("stranger") })).status, 401);
  const reader = await json(await ask("/api/v1/overview", { headers: as("reader") }));
  assert.deepEqual(reader.may, { review: false, add: false });
  const { items } = await json(await ask("/api/v1/claims?limit=1", { headers: as("reader") }));
  const body = { claim: items[0].claim.id, decision: "accept", reviewer: "Maria" };
  assert.equal((await ask("/api/v1/judgements", post(body, as("reader")))).status, 403);
  assert.equal((await ask("/api/v1/judgements", post(body, as("reviewer")))).status, 201);
});

test("every answer carries a strict content security policy", async () => {
  for (const path of ["/", "/api/v1/overview", "/openapi.json", "/nothing"]) {
    const policy = (await api()(path)).headers.get("content-security-policy")!;
    assert.match(policy, /default-src 'none'; script-src 'self'; style-src 'self'/, path);
    assert.doesNotMatch(policy, /unsafe|\*/, path);
  }
});

test("the OpenAPI document describes each route with its answers", async () => {
  const { openapi, paths } = await json(await api()("/openapi.json"));
  assert.equal(openapi, "3.1.0");
  assert.ok(Object.keys(paths).length >= 13);
  for (const [path, methods] of Object.entries(paths)) {
    for (const route of Object.values(methods as Record<string, { summary?: string; responses: object }>)) {
      assert.ok(route.summary, path);
      assert.ok(Object.keys(route.responses).includes("4XX"), path);
    }
  }
});
