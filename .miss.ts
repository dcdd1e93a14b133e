import { readFileSync, globSync } from "node:fs";
import { processCli } from "./src/cli/process-cli.ts";
import { readCorpus, readOpenReports, goldReport, sharedFolder } from "./eval/gold.ts";
import { judgesOf, readJson } from "./eval/evaluate.ts";
import { scoreReport } from "./eval/corpus.ts";
const cli = processCli(); const shared = sharedFolder()!;
const dev = globSync("/work/newsets/devA/*.json").sort().map((p) => goldReport("dev", JSON.parse(readFileSync(p, "utf8"))));
const judges = judgesOf(shared, cli); const ex = cli.extractor();
const which = process.argv[2] ?? "corpus"; const re = new RegExp(process.argv[3] ?? ".");
const set = which === "dev" ? dev : which === "open" ? readOpenReports() : readCorpus(shared);
for (const r of set) {
  const s = scoreReport(r, readJson(r.json, r.id, ex), judges);
  for (const g of s.rows.effect.missed) {
    const p = s.passed.filter((p) => p.span.start < g.span.end && g.span.start < p.span.end);
    const why = p.length ? p.map((x) => `${x.text}: ${x.why}`).join("; ") : "none";
    const has = s.claims.filter((c) => c.kind === "control" && c.quote.start < g.span.end && g.span.start < c.quote.end);
    const line = `${why} ${has.length ? "HAS " + has.map((c: any) => `${c.change} ${c.actor?.id} @${c.place?.name}/${c.place?.level} ${c.valid.from} ${c.stance}/${c.stage}`).join("; ") : ""}`;
    if (!re.test(line)) continue;
    console.log(`${r.id.replace(/^.*\//, "")} | ${g.main} ${g.actor ?? "-"} @${g.place?.name}/${g.place?.level} ${g.valid?.from} ${g.stance}/${g.stage} | ${r.text.slice(Math.max(0, g.span.start - 110), g.span.start).replace(/\n+/g, " ¶ ")} [[${g.quote}]] ${r.text.slice(g.span.end, g.span.end + 50).replace(/\n+/g, " ¶ ")}\n     -> ${line}`);
  }
  if (process.argv[4]) for (const c of s.rows.effect.extra as any[]) console.log(`XX ${r.id} | ${c.change} ${c.actor?.id} @${c.place?.name}/${c.place?.level} ${c.valid.from} ${c.stance}/${c.stage} ${c.basis} | ${r.text.slice(Math.max(0, c.quote.start - 160), c.quote.start).replace(/\n+/g, " ¶ ")} [[${c.quote.text}]] ${r.text.slice(c.quote.end, c.quote.end + 60).replace(/\n+/g, " ¶ ")}`);
}
