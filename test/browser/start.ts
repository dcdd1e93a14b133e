import { serve } from "@hono/node-server";
import { createActors } from "../../src/actors/create-actors.ts";
import { createApi } from "../../src/api/app.ts";
import type { ApiDeps } from "../../src/api/deps.ts";
import { pageFiles } from "../../src/cli/page-files.ts";
import { explain } from "../../src/domain/problem.ts";
import type { Ledger } from "../../src/ledger/entry.ts";
import { judgementId } from "../../src/ledger/id.ts";
import { cutShapes } from "../../src/map/shapes.ts";
import { createSources } from "../../src/picture/sources.ts";
import { readActorFiles } from "../../src/store/read-data.ts";
import { readAtlas, readCountryNames } from "../../src/store/read-map.ts";

const atlas = readAtlas();
const names = readCountryNames();
const actors = createActors(readActorFiles());
const sources = createSources({
  sources: "name,also,kind,reliability,camp,why\nPlain Wire,,wire,B,,made up\n",
  kinds: "kind,reliability,why\nlocal,C,made up\nministry,D,made up\n",
});

/** The API over a ledger in memory; it takes judgements but no reports. */
export function depsFor(start: Ledger, changes: Partial<ApiDeps> = {}): ApiDeps {
  let [ledger, generation] = [start, 1];
  return {
    ledger: () => ({ ledger, revision: `memory-${generation}` }),
    asking: { fold: { actors, sources } },
    shapes: (codes) => cutShapes(atlas, names, codes),
    countryName: (code) => names.find((row) => row.code === code)?.name ?? code,
    actorName: () => undefined,
    campName: () => undefined,
    explain,
    read: (pasted) => ({ report: { id: "r_pasted" as never, text: pasted.text }, claims: [], problems: [] }),
    judge: async ({ decision, reviewer, reason }) => {
      const made = { decision, reviewer, on: "2031-04-01" as never, ...(reason ? { reason } : {}) };
      const id = judgementId(made);
      ledger = { ...ledger, judgements: new Map([...ledger.judgements, [id, { id, ...made }]]) };
      generation++;
    },
    asset: pageFiles(),
    access: { anyone: "admin", roleOf: () => undefined, hosts: ["127.0.0.1", "localhost", "[::1]"] },
    ...changes,
  };
}

export interface Running {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

export function start(deps: ApiDeps, port = 0): Promise<Running> {
  return new Promise((ready) => {
    const server = serve({ fetch: createApi(deps).fetch, port, hostname: "127.0.0.1" }, (info) => {
      const stop = () =>
        new Promise<void>((done) => {
          server.close(() => done());
          if ("closeAllConnections" in server) server.closeAllConnections();
        });
      ready({ url: `http://127.0.0.1:${info.port}`, stop });
    });
  });
}
