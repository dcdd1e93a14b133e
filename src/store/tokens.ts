import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";

export const ROLES = ["read", "review", "admin"] as const;
export type Role = (typeof ROLES)[number];

/** What is kept of a token: never the token itself. */
interface KeptToken {
  readonly name: string;
  readonly role: Role;
  /** SHA-256, hex. A token has 256 random bits, so that a slow hash would add nothing. */
  readonly hash: string;
}

/** Tokens of one ledger, in the file `LEDGER.tokens.json` beside it. */
export interface TokenFile {
  /** Makes a token and keeps its hash; the token is told this once. A name's earlier token ends. */
  add(name: string, role: Role): string;
  remove(name: string): boolean;
  list(): readonly Pick<KeptToken, "name" | "role">[];
  find(token: string): Pick<KeptToken, "name" | "role"> | undefined;
}

export function openTokens(ledger: string): TokenFile {
  const path = `${ledger}.tokens.json`;
  const read = (): readonly KeptToken[] =>
    existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as readonly KeptToken[]) : [];
  const write = (tokens: readonly KeptToken[]) => {
    writeFileSync(`${path}.new`, `${JSON.stringify(tokens, null, 2)}\n`, { mode: 0o600 });
    renameSync(`${path}.new`, path);
  };
  return {
    add: (name, role) => {
      const token = randomBytes(32).toString("base64url");
      write([...read().filter((kept) => kept.name !== name), { name, role, hash: hashOf(token) }]);
      return token;
    },
    remove: (name) => {
      const before = read();
      const after = before.filter((kept) => kept.name !== name);
      if (after.length < before.length) write(after);
      return after.length < before.length;
    },
    list: () => read().map(({ name, role }) => ({ name, role })),
    find: (token) => {
      const asked = Buffer.from(hashOf(token), "hex");
      const found = read().find((kept) => timingSafeEqual(Buffer.from(kept.hash, "hex"), asked));
      return found && { name: found.name, role: found.role };
    },
  };
}

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
