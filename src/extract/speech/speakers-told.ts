import type { Token } from "../types.ts";
import type { ReportingSite } from "./speakers-site.ts";
import { BOUNDARY, nounPhrase, subjectBefore } from "./speakers-subject.ts";

const BE = /^(?:is|are|was|were|be|been|being)$/;
const TOLD_NOUNS =
  /^(?:claims?|announcements?|statements?|reports?|assertions?|denials?|admissions?|confirmations?|word|news|version)$/;
const NOUN_REACH = 10;
const ACCOUNTS: ReadonlySet<string> = new Set(["account", "accounts", "telling", "version", "words"]);
const ACCOUNT_REACH = 8;
const TELLS = {
  manner: "say",
  inverted: true,
  subordinate: false,
  needsSpeaker: false,
  hearer: false,
} as const;
/** Words that a phrase of telling without a reporting verb has. */
export const TELLING_WORDS: readonly string[] = [
  ...ACCOUNTS,
  ..."according citing quoting quoted quotes quote cited cites".split(" "),
  ..."claim claims announcement announcements statement statements report reports assertion assertions".split(
    " ",
  ),
  ..."denial denials admission admissions confirmation confirmations word news".split(" "),
];

/** "an announcement by the front that …", "the ministry's claim that …". */
export function toldNoun(tokens: readonly Token[], at: number): ReportingSite | undefined {
  if (!TOLD_NOUNS.test(tokens[at]!.lower)) return undefined;
  const next = tokens[at + 1]?.lower ?? "";
  const by = /^(?:by|from|of)$/.test(next);
  const owner = tokens[at - 1]?.lower === "'s" || tokens[at - 1]?.lower === "'";
  if (!by && !(owner && next === "that")) return undefined;
  const that = tokens.findIndex(
    (token, index) => index > at && index < at + NOUN_REACH && token.lower === "that",
  );
  if (that < 0) return undefined;
  const subject = by ? { from: at + 2, to: that } : ownerBefore(tokens, at - 1);
  const manner = /^denial/.test(tokens[at]!.lower)
    ? "deny"
    : /^admission/.test(tokens[at]!.lower)
      ? "admit"
      : "claim";
  return subject.to > subject.from
    ? {
        manner,
        at: { from: at, to: that + 1 },
        subject,
        inverted: false,
        subordinate: false,
        needsSpeaker: true,
        hearer: false,
      }
    : undefined;
}

function ownerBefore(tokens: readonly Token[], to: number) {
  let from = to;
  while (from > 0 && to - from < 5 && !BOUNDARY.test(tokens[from - 1]!.lower)) from -= 1;
  return { from, to };
}

/** "according to", "by his account", "in the words of", "citing". */
export function accordingTo(tokens: readonly Token[], at: number): ReportingSite | undefined {
  const word = tokens[at]!.lower;
  if (word === "according" && tokens[at + 1]?.lower === "to") {
    return { ...TELLS, at: { from: at, to: at + 2 }, subject: nounPhrase(tokens, at + 2, at === 0) };
  }
  if (word === "citing" || word === "quoting") {
    const subject = nounPhrase(tokens, at + 1);
    return { ...TELLS, at: { from: at, to: at + 1 }, subject, needsSpeaker: true };
  }
  return ACCOUNTS.has(word) ? byAccount(tokens, at) : undefined;
}

/** "by his account", "in the ministry's words": `at` is the noun. */
function byAccount(tokens: readonly Token[], at: number): ReportingSite | undefined {
  const own = tokens[at - 1]?.lower ?? "";
  if (!/^(?:'s|'|his|her|its|their)$/.test(own)) return undefined;
  for (let from = at - 2; from >= Math.max(0, at - ACCOUNT_REACH); from -= 1) {
    const word = tokens[from]!.lower;
    if (BOUNDARY.test(word)) return undefined;
    if (word !== "by" && word !== "in" && word !== "on") continue;
    return { ...TELLS, at: { from, to: at + 1 }, subject: { from: from + 1, to: at } };
  }
  return undefined;
}

/** "AFP quoted a councillor as saying", "a councillor was quoted by AFP as saying". */
export function quotedAs(tokens: readonly Token[], at: number): ReportingSite | undefined {
  if (!/^(?:quoted|quotes|quote|cited|cites)$/.test(tokens[at]!.lower)) return undefined;
  const end = tokens.findIndex(
    (token, index) => index > at && /^(?:saying|telling|declaring)$/.test(token.lower),
  );
  if (end < 0 || end - at > 25) return undefined;
  const as = tokens[end - 1]!.lower === "as" ? end - 1 : end;
  const passive = BE.test(tokens[at - 1]?.lower ?? "") || /^(?:been|,)$/.test(tokens[at - 1]?.lower ?? "");
  const before = subjectBefore(tokens, passive ? at - 1 : at);
  const after = { from: tokens[at + 1]?.lower === "by" ? at + 2 : at + 1, to: as };
  const subject = passive ? before : after;
  const relay = passive ? (after.to > after.from ? after : undefined) : before;
  if (!subject) return undefined;
  return {
    manner: "say",
    at: { from: at, to: end + 1 },
    subject,
    ...(relay && { relay }),
    inverted: false,
    subordinate: false,
    needsSpeaker: false,
    hearer: false,
  };
}
