import assert from "node:assert/strict";
import { test } from "node:test";
import { table } from "../../../test/table.ts";
import { createActors } from "../../actors/create-actors.ts";
import type { Day } from "../../domain/day.ts";
import type { ActorId, CampId, CountryCode } from "../../domain/ids.ts";
import { readActorFiles, readLexicon } from "../../store/read-data.ts";
import type { Attribution, Draft } from "../types.ts";
import { lossWords, stanceOf } from "./stance.ts";

const actors = createActors(readActorFiles());
const losses = lossWords(readLexicon());

const ref = (id: string) => (id ? { id: id as ActorId, name: id, mention: id } : undefined);

const controls = table(
  ["change", "actor", "recipient", "camp", "manner", "stance", "why"],
  `
  gained    | rsf |     |        |       | reported | nobody is named as speaker
  gained    | rsf |     | none   | say   | said     | a speaker of no camp
  gained    | rsf |     | rsf    | say   | claimed  | its own gain
  gained    | rsf | saf | saf    | say   | admitted | the enemy's gain
  gained    | rsf |     | saf    | say   | admitted | the enemy's gain, no loser named
  gained    | saf |     | rsf    | say   | admitted | the other way round
  holds     | saf |     | saf    | say   | claimed  | what it holds itself
  lost      | saf |     | saf    | say   | admitted | its own loss
  lost      | rsf |     | saf    | say   | claimed  | the enemy's loss
  repelled  | saf | rsf | saf    | say   | claimed  | beating the enemy back
  entered   | rsf |     | saf    | admit | admitted | the enemy inside
  contested |     |     | saf    | say   | claimed  | still fighting
  gained    | rsf |     | egypt  | say   | said     | a state that is no party
  gained    | rsf |     | saf    | deny  | denied   | a denial
  gained    | rsf |     | none   | deny  | denied   | anybody's denial
  gained    | rsf |     | rsf    | doubt | unverified | the report could not confirm it
`,
);

test("stance follows from whose interest the content serves", () => {
  for (const { change, actor, recipient, camp, manner, stance, why } of controls) {
    const draft = {
      kind: "control",
      change,
      actor: ref(actor),
      recipient: ref(recipient),
    } as unknown as Draft;
    const speaker = { name: "somebody", ...(camp && camp !== "none" && { camp: camp as CampId }) };
    const told = camp ? ({ content: { start: 0, end: 1 }, speaker, manner } as Attribution) : undefined;
    const context = { actors, losses, words: "", country: "SD" as CountryCode, on: "2024-05-10" as Day };
    assert.equal(stanceOf(draft, told, context), stance, why);
  }
});

const tolls = table(
  ["who", "words", "camp", "stance", "why"],
  `
  soldiers     | 12 soldiers were killed           | saf  | admitted | its own dead
  RSF fighters | 90 rsf fighters were killed       | saf  | claimed  | the enemy's dead
  civilians    | 12 civilians were killed          | saf  | said     | nobody's
               | 90 of them were eliminated        | saf  | claimed  | a word for the enemy's dead
               | four of our comrades were killed  | rsf  | admitted | a word for the own dead
               | 12 people died                    | none | said     | a speaker of no camp
`,
);

test("a toll is claimed or admitted by whose dead it counts", () => {
  for (const { who, words, camp, stance, why } of tolls) {
    const draft = { kind: "toll", measure: "killed", ...(who && { who }) } as unknown as Draft;
    const speaker = { name: "somebody", ...(camp !== "none" && { camp: camp as CampId }) };
    const told: Attribution = { content: { start: 0, end: 1 }, speaker, manner: "say" };
    const context = { actors, losses, words, country: "SD" as CountryCode, on: "2024-05-10" as Day };
    assert.equal(stanceOf(draft, told, context), stance, why);
  }
});

test("a party that speaks by its name claims what it counts, an office says it", () => {
  const draft = { kind: "toll", measure: "killed" } as unknown as Draft;
  const speaker = { name: "somebody", camp: "rsf" as CampId };
  const told: Attribution = { content: { start: 0, end: 1 }, speaker, manner: "say" };
  const context = { actors, losses, words: "", country: "SD" as CountryCode, on: "2024-05-10" as Day };
  assert.equal(stanceOf(draft, { ...told, own: "rsf" as ActorId }, context), "claimed");
  assert.equal(stanceOf(draft, told, context), "said");
});

test("a denial in the report's own voice is denied, and doubted figures are unverified", () => {
  const context = { actors, losses, words: "", country: "SD" as CountryCode, on: "2024-05-10" as Day };
  const control = { kind: "control", change: "gained", negated: true } as unknown as Draft;
  assert.equal(stanceOf(control, undefined, context), "denied");
  const toll = { kind: "toll", measure: "killed", who: "soldiers" } as unknown as Draft;
  const speaker = { name: "the army", camp: "saf" as CampId };
  const told: Attribution = { content: { start: 0, end: 1 }, speaker, manner: "say", figuresDoubted: true };
  assert.equal(stanceOf(toll, told, context), "unverified");
});
