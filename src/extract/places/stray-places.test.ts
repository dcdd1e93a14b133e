import assert from "node:assert/strict";
import { test } from "node:test";
import { table } from "../../../test/table.ts";
import { PACKAGE_FOLDER } from "../../store/read-data.ts";
import { readGazetteer } from "../../store/read-gazetteer.ts";
import { withoutStrays } from "./stray-places.ts";

const gazetteer = readGazetteer(PACKAGE_FOLDER);

const cases = table(
  ["text", "name", "located", "why"],
  `
  In Afghanistan, the Afghan army left Kandahar, Zabul and Helmand. It lost Toledo.        | Toledo | no  | a namesake in a country that the text never speaks of
  In Afghanistan, the Afghan army left Kandahar, Zabul and Helmand. The road to Quetta is shut.     | Quetta | yes | over the border, near to places of the text
  In Afghanistan, the Afghan army left Kandahar, Zabul and Helmand. He spoke in Hamburg.    | Hamburg | yes | a big city is spoken of from afar
  In Afghanistan, the Afghan army left Kandahar, Zabul and Helmand. Ghazni held.            | Ghazni | yes | the country of the text
  `,
);

for (const { text, name, located, why } of cases) {
  test(why, () => {
    const mention = withoutStrays(gazetteer.findToponyms(text, {})).find((one) => one.text === name);
    assert.equal(mention?.place ? "yes" : "no", located);
  });
}
