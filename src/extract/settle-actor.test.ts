import assert from "node:assert/strict";
import { test } from "node:test";
import { table } from "../../test/table.ts";
import { createActors } from "../actors/create-actors.ts";
import type { Day } from "../domain/day.ts";
import type { ReportId } from "../domain/ids.ts";
import { PACKAGE_FOLDER, readActorFiles, readLexicon } from "../store/read-data.ts";
import { readGazetteer } from "../store/read-gazetteer.ts";
import { createExtractor } from "./extract.ts";

const extract = createExtractor({
  gazetteer: readGazetteer(PACKAGE_FOLDER),
  actors: createActors(readActorFiles()),
  lexicon: readLexicon(),
});

/** Who is presumed to have taken, lost or beaten off where the words name nobody. */
const cases = table(
  ["published", "text", "place", "actor", "why"],
  `
  2020-10-20 | Azerbaijan retook Jabrayil on Saturday. Armenia recaptured Fuzuli on Sunday. Shusha was taken on Monday. | Shusha | - | between two states that both gain nobody is presumed
  2020-10-20 | Azerbaijan took Jabrayil on Saturday. Armenia took Fuzuli on Sunday. Jabrayil was taken after a siege, residents said. | Jabrayil | azerbaijan | unless the report tells who took that place
  2012-11-20 | M23 fighters hold Rutshuru in the Democratic Republic of Congo. The minister accused Rwanda of having taken Goma. Sake was captured on Monday. | Sake | m23 | who is behind a group is told to have taken what it took
  2022-09-10 | An assault on Lyman in Ukraine had been beaten off, the Russian defence ministry said. | Lyman | russia | who tells of a beaten attack has beaten it off
  2015-02-21 | Boko Haram left Baga in Nigeria on Friday. Mubi was recovered in November. | Mubi | nigerian-army | who retakes is the government, however long ago
  2015-02-21 | Boko Haram left Baga in Nigeria on Friday. Mubi was taken in November. | Mubi | - | an old taking tells nobody
  2023-01-25 | Wagner fighters entered Bakhmut in Ukraine. Lobkove had been seized, a Russian-installed official said. | Lobkove | russia | a speaker of the taker's camp tells of his own
  2001-11-10 | Northern Alliance fighters entered Balkh in Afghanistan. The Taliban announced the fall of Mazar-i-Sharif. | Mazar | northern-alliance | a fall that the government tells is its own loss
  `,
);

test("who took a place where nobody is named", () => {
  for (const { published, text, place, actor, why } of cases) {
    const report = { id: "r_settle" as ReportId, text, publishedOn: published as Day };
    const told = extract(report).claims.filter(
      (claim) => claim.kind === "control" && claim.place?.name.startsWith(place),
    );
    const last = told.at(-1);
    assert.equal(last && "actor" in last && last.actor ? last.actor.id : "-", actor, `${why}: ${text}`);
  }
});
