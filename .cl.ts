import { processCli } from "./src/cli/process-cli.ts";
import { analyser } from "./src/extract/analyse.ts";
import { readLexicon } from "./src/store/read-data.ts";
import { toReport } from "./src/feeds/to-report.ts";
import { readFileSync } from "node:fs";
const cli = processCli();
const an = analyser({ gazetteer: cli.gazetteer(), actors: cli.actors(), lexicon: readLexicon() });
for (const line of readFileSync(process.argv[2]!, "utf8").split("\n")) {
  if (!line.trim()) continue;
  const [d, t] = line.split("|");
  const { report } = toReport({ text: t!.trim(), publishedOn: d!.trim() }, "x", {}).find((x: any) => x.report)! as any;
  const { analysis } = an(report);
  for (const s of analysis!.sentences) {
    const T = s.sentence.tokens; const w = (r: any) => r ? T.slice(r.from, r.to).map((t) => t.text).join(" ") : "-";
    console.log("S", s.sentence.kind, T.map((t, i) => `${t.text}/${s.tags[i]!.tag.slice(0, 4)}`).join(" "));
    console.log("   places", s.places.map((p) => `${p.text}:${p.role}:${p.place?.name ?? "?"}/${p.level}`).join("; "), "| actors", s.actors.map((p) => `${p.text}:${p.actor?.id ?? "?"}`).join("; "), "| days", s.days.map((p) => `${p.text}:${p.valid.from}`).join("; "));
    s.clauses.forEach((c, i) => console.log("   ", i, c.role, c.opener ?? "", "| subj", w(c.subject), c.inherited ? "(inh)" : "", "| verb", c.verb ? `${w(c.verb)} <${c.verb.lemma} ${c.verb.voice} ${c.verb.tense} ${c.verb.modality ?? ""}${c.verb.negated ? " NEG" : ""}>` : "", "| rest", w(c.rest), "| ante", w(c.antecedent)));
    console.log("    attr", s.attributions.map((a) => `${a.speaker.name}:${a.manner}:[${report.text.slice(a.content.start, a.content.end)}]`).join("; "));
  }
}
