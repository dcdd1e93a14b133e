import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { table } from "../../../test/table.ts";
import { createActors } from "../../actors/create-actors.ts";
import type { Day } from "../../domain/day.ts";
import type { CampId, CountryCode, ReportId } from "../../domain/ids.ts";
import { readActorFiles, readLexicon } from "../../store/read-data.ts";
import { grammarOf } from "../words/grammar.ts";
import { sentences } from "../words/sentence.ts";
import { attributor } from "./speakers.ts";

const lexicon = readLexicon();
const actors = createActors(readActorFiles());
const attribute = attributor(lexicon);
const { words } = grammarOf(lexicon);
const SUDAN = "SD" as CountryCode;
const ON = "2024-05-10" as Day;

function told(text: string, source?: { name: string; camp: CampId }) {
  const mentions = actors.findActors(text, { countries: [SUDAN], publishedOn: ON });
  const report = { id: "r" as ReportId, text, publishedOn: ON, ...(source && { source }) };
  const input = { report, sentences: sentences(text, words), mentions, actors, countries: [SUDAN] };
  return attribute(input).flat();
}

/** The closest attribution over the words marked with [ ]. */
function closest(marked: string) {
  const start = marked.indexOf("[");
  return told(marked.replace(/[[\]]/g, "")).find(
    ({ content }) => content.start <= start && start < content.end,
  );
}

const cases = table(
  ["text", "speaker", "camp", "manner", "why"],
  `
  The market [burned], residents said.                                   | residents                   |     | say | after the claim
  Residents said the market [burned].                                    | Residents                   |     | say | before it
  The market, witnesses say, [burned] for a day.                         | witnesses                   |     | say | in the middle
  The market [burned], said Omar Haroun, a shopkeeper.                   | Omar Haroun                 |     | say | inverted, with an apposition
  The garrison commander, Hassan Ali, said the gate [fell].              | Hassan Ali                  | saf | say | an apposition before the verb
  Ann Lee, a spokeswoman for the agency said the gate [fell].            | Ann Lee                     |     | say | an apposition that no comma closes
  "We [took] it," said Sheikh Musa Adam, the RSF's military spokesman.   | Musa Adam                   | rsf | say | an office behind the name
  The front issued a statement saying it [took] the gate.                | front                       |     | say | a statement that says
  Hassan Ali, who commands the garrison, said the gate [fell].           | Hassan Ali                  | saf | say | a relative clause before the verb
  The army admitted that the gate had [fallen].                          | army                        | saf | admit | an admission
  The RSF that has been fighting the army for months said it had [taken] the gate. | RSF                    | rsf | say | a relative clause without commas
  Doctors have long said that the gate [fell].                           | Doctors                     |     | say | an adverb inside the verb
  The army denied that the gate had [fallen].                            | army                        | saf | deny | a denial
  The army denied it: its men [held] the gate.                           | army                        | saf | say | after a denial's colon its own words follow
  The RSF claimed that it had [taken] the gate.                          | RSF                         | rsf | claim | a claim
  A spokesman for the Rapid Support Forces said the gate [fell].         | spokesman for the Rapid Support Forces | rsf | say | whose spokesman
  "We [took] the gate," a fighter of the RSF told reporters.             | fighter of the RSF          | rsf | say | direct speech and a hearer
  According to the governor, the gate [fell].                            | governor                    | saf | say | according to, first
  The gate [fell], according to two doctors.                             | two doctors                 |     | say | according to, last
  By the army's account the gate [fell].                                 | army                        | saf | say | by somebody's account
  AFP quoted a councillor as saying that the gate [fell].                | councillor                  |     | say | the inner speaker
  The gate [fell], a lawmaker and an officer said.                       | lawmaker and an officer     |     | say | two of different sides have no camp
  Officials said nothing. The gate [fell] at noon.                       |                             |     |     | the next sentence is the report's own
  The mayor said the gate [fell]; the wall held.                         | mayor                       | saf | say | up to the semicolon
  The mayor said the gate fell; the wall [held].                         | mayor                       | saf | say | and after it
  The gate [fell], the army said; the RSF said that the wall held.       | army                        | saf | say | each speaker his own part
  The gate fell, the army said; the RSF said that the wall [held].       | RSF                         | rsf | say | the second one
  A doctor said five died and admitted that the ward [closed].           | doctor                      |     | admit | one subject for two verbs
  Kamal Idris, a teacher, fled. Idris said the gate [fell].              | Idris                       |     | say | a bare surname
  The governor, Adam Musa, wept. He said the gate [fell].                | He                          |     | say | a pronoun for one who has not spoken
  The governor, Adam Musa, said no. The gate [fell], he added.           | Adam Musa                   | saf | say | a pronoun for one who has spoken
  Its [loss] was confirmed by the police.                                | police                      | saf | say | passive
  An announcement by the RSF that it had [taken] the gate spread fast.   | RSF                         | rsf | claim | a noun that tells
  The mayor says the gate fell. The wall [fell] too.                     | mayor                       | saf | say | told in the present it goes on
  The mayor's report [burned].                                           |                             |     |     | a noun is no verb
  The claims were [rejected] at once.                                    |                             |     |     | nobody speaks
  A UN official in the capital said the gate [fell].                     | UN official in the capital  |     | say | the United Nations are neutral
  Chadian officials said the gate [fell].                                | Chadian officials           | chadian-government | say | a people before an open noun
  Cairo said the gate [fell].                                            | Cairo                       | egypt | say | a capital speaks for its state
  The Sudan Liberation Army (SLA) said the gate [fell].                  | Sudan Liberation Army       | saf | say | a short name in brackets
  A rebel officer said the gate [fell].                                  | rebel officer               | rsf | say | an adjective of a side
  The RSF left. Its spokesman said the gate [fell].                      | Its spokesman               | rsf | say | whose spokesman the sentence before tells
  An Egyptian-installed mayor said the gate [fell].                      | Egyptian-installed mayor    | egypt | say | who was put there speaks for whoever put him
  Former officials said the gate [fell].                                 | Former officials            |     | say | who was once of a side
`,
);

test("the speaker of a word is the closest who is said to tell it", () => {
  for (const { text, speaker, camp, manner, why } of cases) {
    const found = closest(text);
    assert.equal((found?.speaker.name ?? "").replace(/^(?:the|a|an) /i, ""), speaker, `${text} (${why})`);
    assert.equal(found?.speaker.camp ?? "", camp, `${text} (${why})`);
    assert.equal(found?.manner ?? "", manner, `${text} (${why})`);
  }
});

test("a relay is kept beside the inner speaker", () => {
  const [found] = told("AFP quoted a councillor as saying that the gate fell.");
  assert.equal(found?.via, "AFP");
});

test("figures that nobody could check are doubted, the rest stands", () => {
  const found = told("The army said it had killed 90 men. The figure could not be independently verified.");
  assert.equal(found[0]?.figuresDoubted, true);
  assert.equal(found[0]?.manner, "say");
});

test("the source of a statement speaks wherever nobody else does", () => {
  const source = { name: "Rapid Support Forces", camp: "rsf" as CampId };
  const [found] = told("The gate is ours.", source);
  assert.deepEqual(found?.speaker, source);
});

test("law: any run of words is read without a failure", () => {
  const pieces = fc.constantFrom(
    "said",
    "the",
    "army",
    ",",
    '"',
    ".",
    "who",
    "that",
    "and",
    "according",
    "to",
    "Ali",
    "quoted",
    "as",
    "saying",
    ";",
    "claims",
    "'s",
    "he",
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 25 }), (parts) => {
      for (const { content } of told(parts.join(" "))) assert.ok(content.start < content.end);
    }),
  );
});
