/**
 * The published rules, one line each; `docs/rules.md` has a paragraph for every id, in this order.
 * No rule names an actor: the same table holds for all.
 */
export const RULES = {
  R1: "an admission against one's own interest outweighs everything else of the same day",
  R2: "a camp's own claim alone gives claimed, never held",
  R3: "a loser's denial alone does not refute; it makes the place disputed and yields to neutral evidence",
  R4: "euphemisms of loss count as admissions",
  R5: "announced is not executed",
  R6: "entering is not control, and a site is not its town",
  R7: "near-identical texts, relays of one agency and outlets of one camp are one voice",
  R8: "contested needs the enemy inside; otherwise besieged",
  R9: "a state lasts until contrary evidence and fades to stale",
  R10: "a place may change hands any number of times, by the same rules in both directions",
  R11: "maps are no evidence",
  R12: "a third party can take a place",
  R13: "a claim about an area never overrides one about a place in it",
  R14: "each claim has two days: the day it is about and the day it was published",
  R15: "one table of rules for all actors",
  R16: "where only one camp can speak, the grade is capped at claimed",
  R17: "a negotiated handover is its own kind of change",
  R18: "plans, conditions, negations and history give no current claim",
  R19: "in a chain of attribution the inner speaker's interest counts",
  R20: "residents, hospitals, the UN and aid agencies are neutral unless tied to a camp",
  R21: "a source's later correction replaces its earlier claim from then on",
  R22: "the least interested and most specific figure is best; stocks and flows are never summed",
  R23: "a loss without a named taker goes to whoever was fighting for the place, and else to nobody",
  R24: "taking a place from somebody tells that he had it before",
} as const;

export type RuleId = keyof typeof RULES;
