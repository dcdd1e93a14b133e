import assert from "node:assert/strict";
import { test } from "node:test";
import { table } from "../../../test/table.ts";
import { createActors } from "../../actors/create-actors.ts";
import type { Day } from "../../domain/day.ts";
import type { CampId, CountryCode } from "../../domain/ids.ts";
import { readActorFiles } from "../../store/read-data.ts";
import { withOwnSide } from "./own-side.ts";

const actors = createActors(readActorFiles());
const SUDAN = "SD" as CountryCode;
const ON = "2024-05-10" as Day;

const cases = table(
  ["text", "camp", "actor", "why"],
  `
  Our troops took the bridge.      | saf  | saf | the speaker's own side
  Our fighters took the bridge.    | rsf  | rsf | the other speaker's
  The enemy lost forty men.        | saf  | rsf | the army's enemy
  The enemy lost forty men.        | rsf  | saf | the other's
  Our troops took the bridge.      |      |     | nobody's words
  The enemy lost forty men.        | none |     | a speaker of no side
  The soldiers took the bridge.    | rsf  | saf | other words stay as they were
`,
);

test("our troops and the enemy are told by the camp of whoever speaks", () => {
  for (const { text, camp, actor, why } of cases) {
    const mentions = actors.findActors(text, { countries: [SUDAN], publishedOn: ON });
    const speaker = { name: "somebody", ...(camp !== "none" && { camp: camp as CampId }) };
    const content = { start: 0, end: text.length };
    const told = camp ? [{ content, speaker, manner: "say" as const }] : [];
    const [found] = withOwnSide(mentions, told, { actors, country: SUDAN, on: ON });
    assert.equal(found?.actor?.id ?? "", actor, why);
  }
});
