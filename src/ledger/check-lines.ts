import type { Problem } from "../domain/problem.ts";
import { startDigest } from "./digest.ts";
import { type Entry, entryId } from "./entry.ts";
import { idOfContent } from "./id.ts";
import { FORM, parseLine } from "./lines.ts";
import { referencesOf } from "./references.ts";
import { restOf } from "./rest.ts";

export interface Checked {
  readonly problems: readonly Problem[];
  /** Numbers, from 1, of the lines that hold a good entry. */
  readonly isGood: (line: number) => boolean;
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

/**
 * Checks a file of entries line by line: each is an entry, has the id of its content, speaks of nothing that neither the
 * file nor the ledger (`has`) holds, and the last line counts them.
 */
export function lineChecker(where: string, has: (id: string) => boolean) {
  const problems: Problem[] = [];
  const bad = new Set<number>();
  const given = new Set<string>();
  const naming: Naming[] = [];
  const digest = startDigest();
  let form: number | undefined;
  let end: { readonly entries: number; readonly digest: string } | undefined;
  let entries = 0;

  function takeEntry(line: number, entry: Entry): void {
    const id = entryId(entry);
    entries++;
    digest.take(id, restOf(entry));
    if (idOfContent(entry) !== id) {
      bad.add(line);
      problems.push({ code: "entry-tampered", where, line, id });
      return;
    }
    given.add(id);
    const names = referencesOf(entry).filter((name) => !given.has(name));
    if (names.length > 0) naming.push({ line, id, names });
  }

  function take(line: number, text: string): void {
    if (form !== undefined && form > FORM) return;
    const read = parseLine(text, form);
    if (read.kind === "entry" && form !== undefined) {
      takeEntry(line, read.entry);
      return;
    }
    bad.add(line);
    if (read.kind === "head" && form === undefined) form = read.form;
    else if (read.kind === "end") end = read;
    else if (form === undefined) form = Number.POSITIVE_INFINITY;
    else problems.push({ code: "entry-broken", where, line, detail: detailOf(read) });
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
    const isGood = (line: number) => !bad.has(line);
    if (form === undefined || form === Number.POSITIVE_INFINITY) {
      return { problems: [{ code: "exchange-not", where }], isGood, entries: 0, form: FORM, unusable: true };
    }
    if (form > FORM) {
      const newer: Problem = { code: "exchange-newer", where, version: form, known: FORM };
      return { problems: [newer], isGood, entries: 0, form, unusable: true };
    }
    leaveOutOrphans();
    const whole = wholeness(end, entries, digest.end());
    if (whole !== undefined && (problems.length === 0 || end === undefined)) {
      problems.push({ code: "exchange-truncated", where, detail: whole });
    }
    return { problems, isGood, entries, form, unusable: false };
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
