// usage: node .dbg.ts BASIS_REGEX : live control claims whose basis matches: hit/extra, with text and gold
import { readFileSync, globSync } from "node:fs";
import { processCli } from "./src/cli/process-cli.ts";
import { readCorpus, readOpenReports, goldReport, sharedFolder } from "./eval/gold.ts";
import { judgesOf, readJson } from "./eval/evaluate.ts";
import { scoreReport, ROWS } from "./eval/corpus.ts";
import { NONE, plus, score } from "./eval/counts.ts";
const cli = processCli(); const shared = sharedFolder()!;
const dev = globSync("/work/newsets/devA/*.json").sort().map((p) => goldReport("dev", JSON.parse(readFileSync(p, "utf8"))));
const judges = judgesOf(shared, cli);
const re = new RegExp(process.argv[2] ?? "topic");
const ex = cli.extractor(); const stat: Record<string,[number,number]> = {};
for (const [name, set] of [["corpus", readCorpus(shared)], ["open", readOpenReports()], ["dev", dev]] as const) {
  const rs = set.map((r) => scoreReport(r, readJson(r.json, r.id, ex), judges));
  let h = 0, x = 0;
  for (const r of rs) {
    const extra = new Set(r.rows.effect.extra);
    for (const c of r.claims) {
      if (c.kind !== "control" || !re.test((c as any).basis) || !["done","ongoing"].includes(c.stage)) continue;
      const bad = extra.has(c as any); bad ? x++ : h++;
      const b=(c as any).basis.replace(/.*control: /,""); (stat[b] ??= [0,0])[bad?1:0]++;
      const g = r.report.gold.filter((g) => g.kind === "control" && g.span.start < c.quote.end && c.quote.start < g.span.end).map((g) => `${g.main} ${g.actor} @${g.place?.name}/${g.place?.level} ${g.valid?.from}`);
      console.log(bad ? "XX" : "ok", r.report.id, "|", c.change, c.actor?.id, "@", c.place?.name, c.place?.level, c.valid.from, c.stance, "|", (c as any).basis, "|", r.report.text.slice(Math.max(0, c.quote.start - 160), c.quote.start).replace(/\n/g, " ¶ "), "[[", c.quote.text, "]]", r.report.text.slice(c.quote.end, c.quote.end + 60).replace(/\n/g, " ¶ "), "| GOLD:", g.join("; "));
    }
  }
  console.log("##", name, "hit", h, "extra", x, rs.length ? ROWS.slice(0,2).map((row) => { const s = score(rs.map((r) => r.rows[row].counts).reduce(plus, NONE)); return `${row} ${s.p.toFixed(3)} ${s.r.toFixed(3)} ${s.gold}`; }).join("; ") : "");
}
for (const [b,[h,x]] of Object.entries(stat).sort((a,b)=>b[1][0]+b[1][1]-a[1][0]-a[1][1])) console.log(String(h).padStart(3), String(x).padStart(3), b);
