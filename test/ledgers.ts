import fc from "fast-check";
import type { ActorId } from "../src/domain/ids.ts";
import type { Decision, Judgement } from "../src/domain/judgement.ts";
import type { Entry } from "../src/ledger/entry.ts";
import { addressId, retractionId, revisionId } from "../src/ledger/id.ts";
import { day, gain, judged, judgement, reading, report } from "./entries.ts";

const TEXTS = ["Blue took it.", "Red took it.", "Nobody took it."];
const REPORTS = TEXTS.map((text) => report(text));
const DAYS = ["2021-03-01", "2021-03-02", "2021-03-03"].map(day);
const EXTRACTORS = ["rules@1", "rules@2", "rules@10"];
const REVIEWERS = ["ada", "ben"];

const aReport = fc.constantFrom(...REPORTS);
const aDay = fc.constantFrom(...DAYS);
const aClaim = fc
  .tuple(
    aReport,
    fc.constantFrom("blue", "red"),
    fc.constantFrom(...EXTRACTORS),
    fc.constantFrom("a", "b", undefined),
  )
  .map(([of, actor, extractor, basis]) => gain(of, actor, { extractor, ...(basis && { basis }) }));

const aDecision: fc.Arbitrary<Decision> = aClaim.chain((claim) =>
  fc.constantFrom<Decision>(
    { kind: "accept", claim: claim.id },
    { kind: "reject", claim: claim.id },
    { kind: "correct", claim: claim.id, fields: { stance: "denied" } },
    {
      kind: "correct",
      claim: claim.id,
      fields: { actor: { id: "red" as ActorId, name: "red", mention: "red" } },
    },
  ),
);

export const aJudgement: fc.Arbitrary<Judgement> = fc
  .tuple(aDecision, fc.constantFrom(...REVIEWERS), aDay)
  .map(([decision, reviewer, on]) => judgement(decision, { reviewer, on }));

/** Entries that often meet: few reports, days, reviewers and extractors. */
export const anEntry: fc.Arbitrary<Entry> = fc.oneof(
  fc.tuple(aReport, fc.constantFrom("en", "fr", undefined), fc.constantFrom("a", "b", undefined)).map(
    ([of, language, url]): Entry => ({
      entry: "report",
      report: { ...of, ...(language && { language }), ...(url && { url: `https://example.org/${url}` }) },
    }),
  ),
  aClaim.map((claim): Entry => ({ entry: "claim", claim })),
  fc.tuple(aReport, fc.array(aClaim, { maxLength: 3 }), fc.constantFrom(...EXTRACTORS)).map(
    ([of, claims, extractor]): Entry => ({
      entry: "reading",
      reading: reading(
        of,
        claims.filter((claim) => claim.report === of.id),
        extractor,
      ),
    }),
  ),
  aReport.map((of): Entry => {
    const address = { report: of.id, ref: "7" };
    return { entry: "address", address: { id: addressId(address), ...address } };
  }),
  fc.tuple(aReport, aReport).map(([one, other]): Entry => {
    const revision = { earlier: one.id, later: other.id };
    return { entry: "revision", revision: { id: revisionId(revision), ...revision } };
  }),
  fc.tuple(aReport, aDay).map(([of, on]): Entry => {
    const retraction = { report: of.id, on };
    return { entry: "retraction", retraction: { id: retractionId(retraction), ...retraction } };
  }),
  aJudgement.map(judged),
);

export const entries = fc.array(anEntry, { maxLength: 12 });
