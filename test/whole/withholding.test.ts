import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { createApi } from "../../src/api/app.ts";
import { judge } from "../../src/app/judge.ts";
import { withholdPerson, withholdPlace, withholdPosition } from "../../src/app/withhold.ts";
import { COMMANDS } from "../../src/cli/commands.ts";
import { processCli } from "../../src/cli/process-cli.ts";
import { serveDeps } from "../../src/cli/serve-deps.ts";
import type { PlaceId } from "../../src/domain/ids.ts";
import type { Withheld } from "../../src/domain/judgement.ts";
import { openLedger } from "../../src/store/ledger.ts";
import { openTokens } from "../../src/store/tokens.ts";
import { asof } from "../asof.ts";
import { day } from "../entries.ts";

const folder = mkdtempSync(join(tmpdir(), "asof-withholding-"));
after(() => rmSync(folder, { recursive: true }));
const path = join(folder, "desk.ledger");

const REPORTS = [
  {
    source: "Hillside Courier",
    url: "https://hillside-courier.example/naweed-darwazi-speaks",
    title: "Naweed Darwazi speaks from Kunduz",
    publishedOn: "2021-08-08",
    text: "Taliban fighters captured Kunduz on Sunday, Naweed Darwazi, a member of the provincial council, said. Darwazi said that government forces had withdrawn to the airport.",
  },
  {
    source: "Valley Gazette",
    publishedOn: "2021-08-09",
    text: "The Taliban seized Taloqan on Sunday, officials said. At least 12 civilians were killed in Kunduz, the Hillside Courier reported. The Taliban hold two provincial capitals.",
  },
  {
    source: "Valley Gazette",
    publishedOn: "2021-08-09",
    text: "The Taliban seized Aybak on Monday, officials said. A bomb killed three people there. The road from Aybak to the north was closed.",
  },
];
/** Names, and what only the hidden places have: their ids and positions. */
const TRACES =
  /darwazi|naweed|hillside|kunduz|gn:1135689|68\.857,|"lat":36\.729|aybak|gn:1127768|68\.0155\b|36\.2647\b/i;
/** What a visitor is shown besides the two places: it must stay, or the search searches nothing. */
const SHOWN = /Taloqan/;

writeFileSync(join(folder, "reports.jsonl"), REPORTS.map((one) => JSON.stringify(one)).join("\n"));
assert.equal(asof(["ingest", join(folder, "reports.jsonl"), "--ledger", path]).code, 0);

const COMMAND_LINES: Readonly<Record<string, readonly (readonly string[])[]>> = {
  picture: [[], ["--json"], ["--country", "AF", "--json"], ["--source", "Hillside Courier", "--json"]],
  why: [["Taloqan"], ["Taloqan", "--json"]],
  diff: [
    ["--from", "2021-08-01", "--to", "2021-08-09"],
    ["--from", "2021-08-01", "--to", "2021-08-09", "--json"],
  ],
  tallies: [[], ["--json"]],
  "export-page": [[join(folder, "page")]],
};
/** Commands that print no claims, and those for reviewers and for colleagues, who are shown everything. */
const NOT_PUBLISHED = [
  "read",
  "ingest",
  "serve",
  "token",
  "review",
  "judge",
  "export-ledger",
  "merge",
  "digest",
  "backup",
  "doctor",
  "places",
  "gazetteer",
];

function printed(): string {
  return Object.entries(COMMAND_LINES)
    .flatMap(([name, lines]) => lines.map((line) => asof([name, ...line, "--ledger", path])))
    .map(({ out, err }) => out + err)
    .concat(readdirSync(join(folder, "page")).map((name) => readFileSync(join(folder, "page", name), "utf8")))
    .join("\n");
}

const HOST = { headers: { host: "127.0.0.1" } };

/** Routes that need or take a query. */
const ASKED = [
  "/api/v1/diff?fromAsOf=2021-08-01",
  "/api/v1/film?from=2021-08-01&to=2021-08-09",
  "/api/v1/picture?judgements=none",
  "/api/v1/picture?knownAt=2021-08-09&asOf=2021-08-09",
  "/api/v1/picture.geojson?country=AF",
  "/api/v1/shapes?countries=AF",
  "/api/v1/claims?q=seized",
  "/api/v1/reports?q=taliban",
];

async function served(): Promise<string> {
  const store = openLedger(path, { now: () => "2026-01-02T03:04:05.000Z" });
  try {
    const api = createApi(serveDeps(processCli(), store, { loopback: true, tokens: openTokens(path) }));
    const get = async (where: string) => (await api.request(`http://127.0.0.1${where}`, HOST)).text();
    const { paths } = JSON.parse(await get("/openapi.json")) as { paths: Record<string, { get?: unknown }> };
    const ids = [...store.loadWithheld().claims.values()].flatMap((one) => [
      one.id,
      one.report,
      one.place?.id ?? one.id,
    ]);
    const routes = Object.keys(paths)
      .filter((one) => paths[one]!.get)
      .flatMap((one) =>
        one.includes("{id}")
          ? [...new Set(ids)].map((id) => one.replace("{id}", encodeURIComponent(id)))
          : [one],
      );
    assert.ok(routes.length > 10);
    const answers = await Promise.all([...routes, ...ASKED].map(get));
    const lost = ASKED.filter((_, i) => answers[routes.length + i]!.includes("urn:asof:problem"));
    assert.deepEqual(lost, [], "a route that answers nothing is not searched");
    return answers.filter((answer) => !answer.includes("problem:not-found")).join("\n");
  } finally {
    store.close();
  }
}

test("every command is either searched for what is withheld or known not to publish", () => {
  assert.deepEqual(
    Object.keys(COMMANDS).filter((name) => !(name in COMMAND_LINES) && !NOT_PUBLISHED.includes(name)),
    [],
  );
});

test("a withheld person, place, position and source leave no trace in anything that commands print or the API serves", async () => {
  const before = printed() + (await served());
  for (const trace of TRACES.source.split("|")) {
    assert.ok(new RegExp(trace, "i").test(before), `without hiding, ${trace} is found`);
  }
  const store = openLedger(path, { now: () => "2026-01-02T03:04:05.000Z" });
  const { claims } = store.loadWithheld();
  const kunduz = [...claims.values()].find((one) => one.place?.name === "Kunduz" && one.place.id)!.place!
    .id as PlaceId;
  const hidden: readonly Withheld[] = [
    withholdPerson("Naweed Darwazi"),
    withholdPlace(kunduz, claims.values())!,
    { kind: "source", name: "Hillside Courier" },
    withholdPosition([...claims.values()].find((one) => one.place?.name === "Aybak")!)!,
  ];
  for (const what of hidden) {
    const decision = { kind: "withhold" as const, what };
    assert.ok(judge({ store, today: () => day("2026-01-02") }, { decision, reviewer: "ada" }).judgement);
  }
  store.close();
  for (const text of [printed(), await served()]) {
    assert.ok(SHOWN.test(text));
    const at = text.search(TRACES);
    assert.ok(at < 0, text.slice(Math.max(0, at - 200), at + 100));
  }
});
