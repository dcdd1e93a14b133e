import { globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { createApi } from "../src/api/app.ts";
import type { ApiDeps } from "../src/api/deps.ts";
import type { Cli } from "../src/cli/cli.ts";
import { COMMANDS } from "../src/cli/commands.ts";
import { explain, type Problem } from "../src/domain/problem.ts";

const ROOT = join(import.meta.dirname, "..");

const CLI_HEAD = `# The commands

Every command as \`asof NAME --help\` tells it; \`node scripts/docs.ts\` writes this page anew and a test compares it.
In the project's folder say \`npm run --silent asof -- NAME …\` for \`asof NAME …\`.

Exit codes: 0 done, 1 done with problems (each named on standard error with cause and fix), 2 wrong usage, 3 the disk or
the net failed. With \`--json\` only machine output goes to standard output.
`;

/** The text of \`docs/cli.md\`. */
export async function cliPage(): Promise<string> {
  const names = Object.keys(COMMANDS).sort();
  const sections: string[] = [];
  for (const name of names) {
    const { command } = await COMMANDS[name]!();
    sections.push(...helps(command(NO_WORLD), "asof"));
  }
  return `${CLI_HEAD}\n${sections.join("\n")}`;
}

/** Commands are only described here, so nothing of the world is touched. */
const NO_WORLD = new Proxy({} as Cli, {
  get: (_, name) => {
    if (name === "env") return {};
    throw new Error(`describing a command must not use ${String(name)}`);
  },
});

function helps(command: Command, parent: string): readonly string[] {
  const name = `${parent} ${command.name()}`;
  let text = "";
  command.configureOutput({ writeOut: (part) => (text += part), getOutHelpWidth: () => 110 });
  command.outputHelp();
  const own = `## ${name}\n\n\`\`\`text\n${text.replace(/^Usage: \S+/m, `Usage: ${name}`).trimEnd()}\n\`\`\`\n`;
  return [own, ...command.commands.flatMap((below) => helps(below as Command, name))];
}

const PROBLEMS_HEAD = `# What can be wrong with what you give

Problems are told on standard error (and by the API as problem+json) with their cause and what mends it; the rest of the
work goes on. Words in ‹› stand for what the problem is about. \`node scripts/docs.ts\` writes this page from
\`explain\`, and a test compares it.

| code | cause | what mends it |
|---|---|---|
`;

/** The text of `docs/problems.md`. */
export function problemsPage(): string {
  const sources = globSync("src/domain/*problem.ts", { cwd: ROOT }).map((path) =>
    readFileSync(join(ROOT, path), "utf8"),
  );
  const codes = sources.flatMap((text) =>
    [...text.matchAll(/readonly code:\s*"([a-z-]+)"/g)].map((found) => found[1]!),
  );
  const rows = [...new Set(codes)].sort().map((code) => {
    const { cause, fix } = explain(spelledOut(code));
    return `| \`${code}\` | ${cause} | ${fix} |`;
  });
  return `${PROBLEMS_HEAD}${rows.join("\n")}\n`;
}

/** A problem whose every fact is its own name. */
function spelledOut(code: string): Problem {
  const span = { start: "‹start›", end: "‹end›" };
  return new Proxy({} as Problem, {
    get: (_, name) => (name === "code" ? code : name === "span" ? span : `‹${String(name)}›`),
  });
}

const API_HEAD = `# The API

Served by \`asof serve\` under the address that it prints. Answers are JSON; what is wrong with a request comes as
\`application/problem+json\` with \`code\`, cause and fix. Every answer to a GET has an ETag. The whole in OpenAPI 3.1:
\`/openapi.json\`. \`node scripts/docs.ts\` writes this page from it, and a test compares them.
`;

interface Operation {
  readonly summary?: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly required?: boolean;
    readonly description?: string;
    readonly schema: { readonly enum?: readonly string[] };
  }[];
}

/** The text of `docs/api.md`. */
export async function apiPage(): Promise<string> {
  const deps = {
    access: { anyone: "admin", hosts: undefined, roleOf: () => undefined },
  } as unknown as ApiDeps;
  const response = await createApi(deps).request("/openapi.json");
  const { paths } = (await response.json()) as { paths: Record<string, Record<string, Operation>> };
  const sections = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => route(method, path, operation)),
  );
  return `${API_HEAD}\n${sections.join("\n")}`;
}

function route(method: string, path: string, { summary, parameters = [] }: Operation): string {
  const rows = parameters.map(({ name, required, description, schema }) => {
    const values = schema.enum?.map((value) => `\`${value}\``).join(", ");
    const words = [required && "Required.", description, values && `One of ${values}.`]
      .filter(Boolean)
      .join(" ");
    return `| \`${name}\` | ${words} |`;
  });
  const table = rows.length > 0 ? `\n| parameter | |\n|---|---|\n${rows.join("\n")}\n` : "";
  return `## ${method.toUpperCase()} ${path}\n\n${summary}.\n${table}`;
}

if (import.meta.main) {
  writeFileSync(join(ROOT, "docs/api.md"), await apiPage());
  writeFileSync(join(ROOT, "docs/cli.md"), await cliPage());
  writeFileSync(join(ROOT, "docs/problems.md"), problemsPage());
}
