import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import fc from "fast-check";
import { judgement } from "../../test/entries.ts";
import { march, type Told, toldEntries, WAR } from "../../test/pictures.ts";
import { withJudgements } from "../ledger/judgement-mode.ts";
import { type LedgerStore, openLedger } from "../store/ledger.ts";
import { answerTo } from "./kept-answer.ts";
import { ask } from "./picture.ts";
import type { Question } from "./question.ts";

const folder = mkdtempSync(join(tmpdir(), "asof-kept-"));
after(() => rmSync(folder, { recursive: true }));
let files = 0;

/** Few on purpose, so that a story comes back to what it has asked before. */
const QUESTIONS: readonly Question[] = [{}, { asOf: march(4) }, { knownAt: march(4) }, { place: "Ford" }];

const told: fc.Arbitrary<Told> = fc.record({
  says: fc.constantFrom("red gained", "blue holds", "blue lost", "fought"),
  on: fc.constantFrom("3", "4", "3..5"),
  told: fc.constantFrom("4", "5", "6"),
  place: fc.constantFrom("Ford", "Mill"),
  by: fc.constantFrom("Wire A", "Wire B", "Red Radio"),
});

type Step =
  | { readonly do: "tell"; readonly told: Told }
  | { readonly do: "ask"; readonly question: number }
  | { readonly do: "reject a claim" | "count anew" | "open anew" | "change the rules" };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant("tell" as const), told }) },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant("ask" as const), question: fc.nat(QUESTIONS.length - 1) }),
  },
  fc
    .constantFrom("reject a claim", "count anew", "open anew", "change the rules")
    .map((what) => ({ do: what }) as Step),
);

function undisturbed(store: LedgerStore, question: Question): unknown {
  const ledger = withJudgements(store.load(), "all");
  return ask(ledger, question, { fold: WAR, candidates: () => [] }, march(9));
}

test("law: an answer that was kept is, byte for byte, that of a fold of the whole set", () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 4, maxLength: 14 }), (steps) => {
      const path = join(folder, `${files++}.ledger`);
      const open = () => openLedger(path, { now: () => "2026-01-02T03:04:05.000Z" });
      let store = open();
      let rules = 1;
      let index = 0;
      for (const one of steps) {
        switch (one.do) {
          case "tell":
            store.add(toldEntries(one.told, index++));
            break;
          case "ask": {
            const question = QUESTIONS[one.question]!;
            const deps = { store, madeWith: () => `rules ${rules}`, keptFrom: 0 };
            const make = () => ({ answer: [rules, undisturbed(store, question)], claims: 0 });
            assert.equal(answerTo(question, deps, make), JSON.stringify(make().answer));
            break;
          }
          case "reject a claim": {
            const [claim] = store.load().claims.values();
            if (claim)
              store.add([{ entry: "judgement", judgement: judgement({ kind: "reject", claim: claim.id }) }]);
            break;
          }
          case "count anew":
            store.recount();
            break;
          case "open anew":
            store.close();
            store = open();
            break;
          case "change the rules":
            rules++;
            break;
        }
      }
      store.close();
    }),
    { numRuns: 60 },
  );
});

test("a question asked twice is worked out once, and an answer about few claims is not kept", () => {
  const store = openLedger(join(folder, "twice.ledger"), { now: () => "2026-01-02T03:04:05.000Z" });
  let made = 0;
  const make = (claims: number) => () => ({ answer: ++made, claims });
  const deps = { store, madeWith: () => "", keptFrom: 10 };
  assert.equal(answerTo({ of: "few" }, deps, make(9)), "1");
  assert.equal(answerTo({ of: "few" }, deps, make(9)), "2");
  assert.equal(answerTo({ of: "many" }, deps, make(10)), "3");
  assert.equal(answerTo({ of: "many" }, deps, make(10)), "3");
  store.close();
});
