import { serve } from "@hono/node-server";
import { createActors } from "../../src/actors/create-actors.ts";
import { createApi } from "../../src/api/app.ts";
import type { ApiDeps } from "../../src/api/deps.ts";
import { judge } from "../../src/app/judge.ts";
import { pageFiles } from "../../src/cli/page-files.ts";
import type { Day } from "../../src/domain/day.ts";
import type { ClaimId } from "../../src/domain/ids.ts";
import type { JudgementId } from "../../src/domain/judgement.ts";
import { explain } from "../../src/domain/problem.ts";
import type { Entry, Ledger } from "../../src/ledger/entry.ts";
import { ledgerOf, union } from "../../src/ledger/union.ts";
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
  const store = {
    path: "memory",
    claim: (id: ClaimId) => ledger.claims.get(id),
    has: (id: string) => ledger.claims.has(id as ClaimId) || ledger.judgements.has(id as JudgementId),
    judgements: () => [...ledger.judgements.values()],
    add: (entries: Iterable<Entry>) => {
      ledger = union(ledger, ledgerOf(entries));
      generation++;
      return { added: 1, known: 0 };
    },
  };
  return {
    ledger: () => ({ ledger, revision: `memory-${generation}` }),
    asking: { fold: { actors, sources } },
    shapes: (codes) => cutShapes(atlas, names, codes),
    countryName: (code) => names.find((row) => row.code === code)?.name ?? code,
    actorName: () => undefined,
    campName: () => undefined,
    explain,
    read: (pasted) => ({ report: { id: "r_pasted" as never, text: pasted.text }, claims: [], problems: [] }),
    judge: (opinion) => judge({ store, today: () => "2031-04-01" as Day }, opinion),
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
