import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import fc from "fast-check";
import { judged, judgement } from "../../test/entries.ts";
import { march, type Told, toldEntries, WAR } from "../../test/pictures.ts";
import type { Claim } from "../domain/claim.ts";
import type { CountryCode, PlaceId } from "../domain/ids.ts";
import type { Decision } from "../domain/judgement.ts";
import type { ClaimPlace } from "../domain/place.ts";
import type { Entry, Ledger } from "../ledger/entry.ts";
import { claimId } from "../ledger/id.ts";
import { withJudgements } from "../ledger/judgement-mode.ts";
import { openLedger } from "../store/ledger.ts";
import { ask } from "./picture.ts";
import { placeScope } from "./place-scope.ts";
import type { Question } from "./question.ts";
import { why } from "./why.ts";

const folder = mkdtempSync(join(tmpdir(), "asof-scoped-"));
after(() => rmSync(folder, { recursive: true }));
let files = 0;

const place = (id: string | undefined, name: string, country: string, toponym = name): ClaimPlace => ({
  ...(id && { id: id as PlaceId }),
  name,
  toponym,
  country: country as CountryCode,
  level: "town",
  precision: "exact",
});

/** Two towns of two countries, each with a second name, and a namesake that no gazetteer knows. */
const PLACES = [
  place("test:ford", "Ford", "ZZ"),
  place("test:ford", "Ford", "ZZ", "Old Ford"),
  place("test:mill", "Mill", "YY"),
  place("test:mill", "Mill", "YY", "Grindery"),
  place(undefined, "Ford", "YY"),
];
const aPlace = fc.constantFrom(...PLACES);

const told = fc.record({
  says: fc.constantFrom("red gained", "blue holds", "fought"),
  on: fc.constantFrom("3", "4"),
  told: fc.constantFrom("4", "5"),
  text: fc.constantFrom(
    "Red men were seen in Mill, at the Grindery and in Old Ford.",
    "Nobody is left in Ford, a driver says.",
  ),
} satisfies { [Key in keyof Told]?: fc.Arbitrary<Told[Key]> });

function entriesOf(row: Told, where: ClaimPlace, index: number): readonly Entry[] {
  return toldEntries(row, index).map((entry) => {
    if (entry.entry !== "claim") return entry;
    const { id: _id, ...content } = { ...entry.claim, place: where };
    return { entry: "claim", claim: { ...content, id: claimId(content) } as Claim };
  });
}

const CHOICES = ["reject", "correct", "merge", "merge back", "hide"] as const;
const aChoice = fc.record({ kind: fc.constantFrom(...CHOICES), claim: fc.nat(5), to: aPlace });

function decisionOf(
  { kind, claim, to }: { kind: string; claim: number; to: ClaimPlace },
  claims: readonly Claim[],
) {
  const about = claims[claim % claims.length]!.id;
  const [ford, mill] = ["test:ford", "test:mill"] as PlaceId[];
  const decisions: Record<string, Decision> = {
    reject: { kind: "reject", claim: about },
    correct: { kind: "correct", claim: about, fields: { place: to } },
    merge: { kind: "merge-places", from: mill!, into: ford! },
    "merge back": { kind: "merge-places", from: ford!, into: mill! },
    hide: { kind: "withhold", what: { kind: "place", place: mill!, names: ["Mill"] } },
  };
  return decisions[kind]!;
}

const QUESTIONS: readonly Question[] = [
  ...["Ford", "Old Ford", "Mill", "test:ford", "test:mill"].map((name) => ({ place: name })),
  ...["ZZ", "YY"].map((country) => ({ country: country as CountryCode })),
];
const DAYS = { asOf: march(6), knownAt: march(6) };
const deps = { fold: WAR, candidates: () => [] };

function answerFrom(ledger: Ledger, question: Question): unknown {
  const all = withJudgements(ledger, "all");
  const { problems: _problems, ...picture } = ask(all, { ...DAYS, ...question }, deps, DAYS.asOf);
  const reasons = question.place
    ? why(all, { ...DAYS, ...question, place: question.place }, deps, DAYS.asOf)
    : [];
  return JSON.parse(JSON.stringify({ picture, reasons }));
}

test("law: what is loaded for a place or a country answers as the whole ledger does", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(told, aPlace), { minLength: 1, maxLength: 6 }),
      fc.array(aChoice, { maxLength: 3 }),
      (rows, choices) => {
        const store = openLedger(join(folder, `${files++}.ledger`), {
          now: () => "2026-01-02T03:04:05.000Z",
        });
        const entries = rows.flatMap(([row, where], i) => entriesOf(row, where, i));
        const claims = entries.flatMap((entry) => (entry.entry === "claim" ? [entry.claim] : []));
        store.add([...entries, ...choices.map((one) => judged(judgement(decisionOf(one, claims))))]);
        const whole = store.load();
        for (const question of QUESTIONS) {
          const scope = question.place
            ? (placeScope(store.places(), question.place) ?? {})
            : { countries: [question.country!] };
          const part = store.load(scope);
          assert.deepEqual(answerFrom(part, question), answerFrom(whole, question), JSON.stringify(question));
          for (const [id, { text }] of part.reports) assert.equal(text, whole.reports.get(id)!.text);
        }
        store.close();
      },
    ),
    { numRuns: 80 },
  );
});
