import assert from "node:assert/strict";
import { test } from "node:test";
import { controlClaim } from "../test/claims.ts";
import { table } from "../test/table.ts";
import { createActorJudge } from "./actors.ts";
import { scoreEffect } from "./effect.ts";
import { goldReport } from "./gold.ts";
import { createPlaceJudge } from "./places.ts";
import { scoreStrict } from "./strict.ts";

const TEXT = "The ford fell on Monday. The mill stands.";
const judges = { place: createPlaceJudge(), actor: createActorJudge() };

/** "gained red ford 2021-03-01 done" as gold or as claim; "-" leaves a part out. */
function parts(short: string) {
  const [change = "", actor = "-", place = "-", day = "-", stage = "done", stance = "reported"] =
    short.split(" ");
  const [from, recipient = ""] = actor.split(">");
  return { change, actor: from === "-" ? "" : from!, recipient, place, day, stage, stance };
}

function gold(short: string, optional = false) {
  const { change, actor, recipient, place, day, stage, stance } = parts(short);
  const [name, level = "city"] = place.split(":");
  const row = {
    kind: "control",
    change,
    actor: actor || null,
    recipient: recipient || null,
    place: place === "-" ? null : { name, level },
    valid: day === "-" ? null : { from: day, precision: "day" },
    stance,
    stage,
    quote: "The ford fell on Monday",
    optional,
  };
  return goldReport("test", { id: "1", text: TEXT, gold: [row] }).gold;
}

function claim(short: string, quote = "fell on Monday") {
  const { place, day, ...rest } = parts(short);
  return controlClaim({ ...rest, ...(place !== "-" && { place }), ...(day !== "-" && { day }), quote }, TEXT);
}

const cases = table(
  ["gold", "claim", "effect", "strict", "why"],
  `
  gained red ford 2021-03-01      | gained red ford 2021-03-01             | hit  | hit  | the same in all
  gained red ford 2021-03-01      | holds red ford 2021-03-01              | hit  | miss | red has it either way
  gained red ford 2021-03-01      | lost blue ford 2021-03-01              | hit  | miss | who lost it is not named by gold
  gained red>blue ford 2021-03-01 | lost blue ford 2021-03-01              | hit  | miss | blue has it no longer
  gained red>blue ford 2021-03-01 | lost green ford 2021-03-01             | hit  | miss | somebody else than green has it now
  gained red ford 2021-03-01      | lost red ford 2021-03-01               | miss | miss | who gains it is not who loses it
  gained red ford 2021-03-01      | gained blue ford 2021-03-01            | miss | miss | another gainer
  gained red>green ford 2021-03-01 | gained blue>green ford 2021-03-01     | hit  | miss | green has it no longer
  lost red ford 2021-03-01        | lost blue ford 2021-03-01              | miss | miss | another loser
  gained red ford 2021-03-01      | gained - ford 2021-03-01               | hit  | miss | the gainer is not named
  holds red ford 2021-03-01       | holds blue ford 2021-03-01             | miss | miss | another holder
  holds red ford 2021-03-01       | repelled red ford 2021-03-01           | hit  | miss | who repels has it
  entered red ford 2021-03-01     | contested - ford 2021-03-01            | hit  | miss | fought over
  entered red ford 2021-03-01     | gained red ford 2021-03-01             | miss | miss | entering is not control
  besieged red ford 2021-03-01    | contested - ford 2021-03-01            | hit  | miss | fought over
  gained red ford 2021-03-01      | gained red mill 2021-03-01             | miss | miss | another place
  gained red ford:site 2021-03-01 | gained red ford 2021-03-01             | hit  | miss | a site may stand for its town
  gained red ford:district 2021-03-01 | gained red ford 2021-03-01         | miss | miss | a district is no town
  gained red ford 2021-03-01      | gained red - 2021-03-01                | miss | miss | no place told
  gained red - 2021-03-01         | gained red ford 2021-03-01             | hit  | hit  | gold asks for no place
  gained red ford 2021-03-01      | gained red ford 2021-03-02             | hit  | miss | a day off
  gained red ford 2021-03-01      | gained red ford 2021-03-03             | miss | miss | two days off
  gained red ford 2021-03-01      | gained red ford -                      | miss | miss | no day told
  gained red ford -               | gained red ford 2021-03-03             | hit  | hit  | gold asks for no day
  gained red ford 2021-03-01 done denied | gained red ford 2021-03-01      | miss | hit  | what is denied is not told as true
  gained red ford 2021-03-01 done denied | gained red ford 2021-03-01 done denied | hit | hit | both deny
  gained red ford 2021-03-01      | gained red ford 2021-03-01 planned     | none | hit  | plans have no effect
`,
);

test("a claim hits a gold claim by effect and by the strict rule as the contract says", () => {
  for (const row of cases) {
    const claims = [claim(row.claim)];
    const byEffect = scoreEffect(gold(row.gold), claims, judges).counts;
    const strictly = scoreStrict(gold(row.gold), claims, judges).counts;
    const told = byEffect.claims === 0 ? "none" : byEffect.right === 1 && byEffect.hit === 1 ? "hit" : "miss";
    assert.equal(told, row.effect, `${row.claim}: ${row.why}`);
    assert.equal(strictly.right === 1 ? "hit" : "miss", row.strict, `strict ${row.claim}: ${row.why}`);
  }
});

test("quotes that do not overlap are no match", () => {
  const claims = [claim("gained red ford 2021-03-01", "The mill stands")];
  const same = gold("gained red ford 2021-03-01");
  assert.deepEqual(scoreEffect(same, claims, judges).counts, { right: 0, claims: 1, hit: 0, gold: 1 });
  assert.deepEqual(scoreStrict(same, claims, judges).counts, { right: 0, claims: 1, hit: 0, gold: 1 });
});

test("several claims may share a partner by effect, not by the strict rule", () => {
  const claims = [claim("gained red ford 2021-03-01"), claim("gained red ford 2021-03-01", "fell")];
  const one = gold("gained red ford 2021-03-01");
  assert.deepEqual(scoreEffect(one, claims, judges).counts, { right: 2, claims: 2, hit: 1, gold: 1 });
  assert.deepEqual(scoreStrict(one, claims, judges).counts, { right: 1, claims: 2, hit: 1, gold: 1 });
});

test("optional gold counts neither way", () => {
  const claims = [claim("gained red ford 2021-03-01")];
  const optional = gold("gained red ford 2021-03-01", true);
  const nothing = { right: 0, claims: 0, hit: 0, gold: 0 };
  assert.deepEqual(scoreEffect(optional, claims, judges).counts, nothing);
  assert.deepEqual(scoreStrict(optional, claims, judges).counts, nothing);
});
