import type { Problem } from "../domain/problem.ts";
import { startDigest } from "./digest.ts";
import { type Entry, entryId } from "./entry.ts";
import { idOfContent } from "./id.ts";
import { FORM, parseLine } from "./lines.ts";
import { referencesOf } from "./references.ts";
import { restOf } from "./rest.ts";
import type { Sha256 } from "./sha256.ts";

export interface Checked {
  readonly problems: readonly Problem[];
  /** Whether a line, counted from 1, holds a good entry that the ledger does not have as it stands there. */
  readonly isNews: (line: number) => boolean;
  /** Good entries that the ledger has as they stand there. */
  readonly known: number;
  readonly entries: number;
  /** The form that the head line says. */
  readonly form: number;
  /** The file is none of ours, or of a newer form: not even a part of it may be taken. */
  readonly unusable: boolean;
}

interface Naming {
  readonly line: number;
  readonly id: string;
  readonly names: readonly string[];
}

/** The id and rest of an entry. */
export interface KnownEntry {
  readonly id: string;
  readonly rest: string;
}

export interface CheckDeps {
  /** Whether the ledger has an entry of this id. */
  readonly has: (id: string) => boolean;
  readonly sha256?: Sha256;
}

/**
 * Checks a file of entries line by line: each is an entry, has the id of its content, speaks of nothing that neither the
 * file nor the ledger holds, and the last line counts them.
 */
export function lineChecker(where: string, { has, sha256 }: CheckDeps) {
  const problems: Problem[] = [];
  const bad = new Set<number>();
  const known = new Set<number>();
  const given = new Set<string>();
  const naming: Naming[] = [];
  const digest = startDigest(sha256);
  let form: number | undefined;
  let end: { readonly entries: number; readonly digest: string } | undefined;
  let entries = 0;

  function takeEntry(line: number, entry: Entry): Entry | undefined {
    const id = entryId(entry);
    entries++;
    digest.take(id, restOf(entry));
    if (idOfContent(entry, sha256) !== id) {
      bad.add(line);
      problems.push({ code: "entry-tampered", where, line, id });
      return undefined;
    }
    given.add(id);
    const names = referencesOf(entry).filter((name) => !given.has(name));
    if (names.length > 0) naming.push({ line, id, names });
    return entry;
  }

  /** The line's entry, where it is news and good as far as can be told before the end; `same` where the ledger has this very entry. */
  function take(line: number, text: string, same?: KnownEntry): Entry | undefined {
    if (form !== undefined && form > FORM) return undefined;
    if (same && form === FORM) {
      entries++;
      known.add(line);
      digest.take(same.id, same.rest);
      return undefined;
    }
    const read = parseLine(text, form);
    if (read.kind === "entry" && form !== undefined) {
      return takeEntry(line, read.entry);
    }
    bad.add(line);
    if (read.kind === "head" && form === undefined) form = read.form;
    else if (read.kind === "end") end = read;
    else if (form === undefined) form = Number.POSITIVE_INFINITY;
    else problems.push({ code: "entry-broken", where, line, detail: detailOf(read) });
    return undefined;
  }

  /** Leaving one entry out may orphan another that speaks of it, so this goes on until nothing is left out. */
  function leaveOutOrphans(): void {
    let open: readonly Naming[] = naming;
    for (let before = -1; before !== open.length; ) {
      before = open.length;
      open = open.filter(({ line, id, names }) => {
        const missing = names.find((name) => !given.has(name) && !has(name));
        if (missing === undefined) return true;
        bad.add(line);
        given.delete(id);
        problems.push({ code: "entry-orphan", where, line, id, names: missing });
        return false;
      });
    }
  }

  function finish(): Checked {
    const isNews = (line: number) => !bad.has(line) && !known.has(line);
    const found = { isNews, known: known.size, form: form ?? FORM };
    if (form === undefined || form === Number.POSITIVE_INFINITY) {
      return { ...found, problems: [{ code: "exchange-not", where }], entries: 0, unusable: true };
    }
    if (form > FORM) {
      const newer: Problem = { code: "exchange-newer", where, version: form, known: FORM };
      return { ...found, problems: [newer], entries: 0, unusable: true };
    }
    leaveOutOrphans();
    const whole = wholeness(end, entries, digest.end());
    if (whole !== undefined && (problems.length === 0 || end === undefined)) {
      problems.push({ code: "exchange-truncated", where, detail: whole });
    }
    return { ...found, problems, entries, unusable: false };
  }

  return { take, finish };
}

function detailOf(read: { readonly kind: string; readonly detail?: string }): string {
  return read.detail ?? "a head stands in the middle";
}

function wholeness(
  end: { readonly entries: number; readonly digest: string } | undefined,
  entries: number,
  digest: string,
): string | undefined {
  if (end === undefined) return "its last line is missing";
  if (end.entries !== entries) return `it holds ${entries} entries where its last line says ${end.entries}`;
  return end.digest === digest ? undefined : "its entries are not those that its last line was made for";
}
