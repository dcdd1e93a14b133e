import { processCli } from "./src/cli/process-cli.ts";
const cli = processCli(); const a = cli.actors();
for (const n of ["syrian army","syrian-army","Syrian army","congolese army","ukrainian forces","myanmar military","nigerian army","syrian rebels"]) console.log(n, a.byName(n)?.id, a.actor(n as any)?.id);
