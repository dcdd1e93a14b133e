import type { ApiDeps, PastedReport, Reading } from "../api/deps.ts";
import { ingest } from "../app/ingest.ts";
import { judge } from "../app/judge.ts";
import type { ActorId, CountryCode } from "../domain/ids.ts";
import { explain } from "../domain/problem.ts";
import type { Report } from "../domain/report.ts";
import { EXTRACTOR } from "../extract/extract.ts";
import type { Ledger } from "../ledger/entry.ts";
import { reportId } from "../ledger/id.ts";
import { cutShapes, type Shapes } from "../map/shapes.ts";
import type { LedgerStore } from "../store/ledger.ts";
import { readAtlas, readCountryNames } from "../store/read-map.ts";
import type { TokenFile } from "../store/tokens.ts";
import type { Cli } from "./cli.ts";
import { pageFiles } from "./page-files.ts";

interface Serving {
  readonly loopback: boolean;
  readonly tokens: TokenFile;
}

/** The API's needs, met by the ledger on disk, the data files and the clock. */
export function serveDeps(cli: Cli, store: LedgerStore, { loopback, tokens }: Serving): ApiDeps {
  const names = readCountryNames();
  const countryName = (code: CountryCode) => names.find((row) => row.code === code)?.name ?? code;
  let extract: ReturnType<Cli["extractor"]> | undefined;
  const read = (pasted: PastedReport): Reading => {
    const report = toReport(pasted);
    extract ??= cli.extractor();
    return { report, ...extract(report) };
  };
  const foldDeps = cli.foldDeps();
  return {
    ledger: currentLedger(store, cli.now()),
    asking: { fold: foldDeps, isSeat: foldDeps.isSeat },
    shapes: shapesOnce(names),
    countryName,
    actorName: (id) => cli.actors().actor(id as ActorId)?.name,
    campName: (id) => cli.actors().actor(id as ActorId)?.name,
    explain,
    read,
    add: async (pasted) => {
      const reading = read(pasted);
      await ingest({
        feed: one({ report: reading.report, where: "the pasted report" }),
        store,
        extract: () => reading,
        extractor: EXTRACTOR,
      });
      return reading;
    },
    judge: (opinion) => judge({ store, today: cli.today }, opinion),
    asset: pageFiles(),
    access: {
      anyone: loopback ? "admin" : undefined,
      roleOf: (token) => tokens.find(token),
      hosts: loopback ? ["127.0.0.1", "localhost", "[::1]"] : undefined,
    },
  };
}

/** Loaded again only when the file has changed. `start` keeps two runs of the server apart in browsers' caches. */
function currentLedger(store: LedgerStore, start: string): ApiDeps["ledger"] {
  let known: { readonly ledger: Ledger; readonly revision: string } | undefined;
  return () => {
    const revision = `${store.generation()}.${start}`;
    if (known?.revision !== revision) known = { ledger: store.load(), revision };
    return known;
  };
}

function shapesOnce(names: ReturnType<typeof readCountryNames>): ApiDeps["shapes"] {
  const cut = new Map<string, Shapes>();
  let atlas: ReturnType<typeof readAtlas> | undefined;
  return (codes) => {
    const key = [...codes].sort().join();
    const known = cut.get(key);
    if (known) return known;
    atlas ??= readAtlas();
    const shapes = cutShapes(atlas, names, codes);
    cut.set(key, shapes);
    return shapes;
  };
}

function toReport({ text, title, source, publishedOn }: PastedReport): Report {
  const content = {
    text,
    ...(title !== undefined && { title }),
    ...(source !== undefined && { source: { name: source } }),
    ...(publishedOn !== undefined && { publishedOn }),
  };
  return { id: reportId(content), ...content };
}

async function* one<T>(value: T): AsyncGenerator<T> {
  yield value;
}
