import type { Cli } from "./cli.ts";

const WIDTH = 24;
const EVERY_MS = 200;

/** One line on standard error that is written over; silent when nobody watches. `total` unknown: a count without a bar. */
export function progressLine(cli: Pick<Cli, "err" | "watched">, total?: number) {
  const started = performance.now();
  let shown = Number.NEGATIVE_INFINITY;
  return {
    show(done: number, what: string): void {
      const now = performance.now();
      if (!cli.watched || now - shown < EVERY_MS) return;
      shown = now;
      const speed = Math.round(done / Math.max((now - started) / 1000, 0.001));
      cli.err(`\r\u001b[K${bar(done, total)}${done} ${what}, ${speed} a second`);
    },
    clear(): void {
      if (cli.watched && shown > Number.NEGATIVE_INFINITY) cli.err("\r\u001b[K");
    },
  };
}

function bar(done: number, total: number | undefined): string {
  if (!total) return "";
  const full = Math.min(WIDTH, Math.round((done / total) * WIDTH));
  return `[${"#".repeat(full)}${".".repeat(WIDTH - full)}] `;
}
