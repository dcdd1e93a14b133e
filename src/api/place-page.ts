import type { Claim } from "../domain/claim.ts";
import { addDays } from "../domain/day.ts";
import type { ApiDeps } from "./deps.ts";
import type { Desk } from "./desk.ts";
import { daysFromTo } from "./film.ts";
import type { Asking, Question } from "./question.ts";
import { claimRow } from "./rows.ts";
import type { AssessmentRow, PlacePage } from "./wire.ts";

/** Cards that one answer carries; the claims ledger pages through the rest. */
const MAX_CARDS = 120;
/** Days of the timeline: the last ones when the ledger spans more. */
const MAX_DAYS = 400;

type Run = PlacePage["asTold"][number];

/** All that is to be said about one place at one viewpoint. `undefined` when no claim is about it. */
export function placePage(
  desk: Desk,
  deps: Pick<ApiDeps, "asking">,
  asking: Pick<Asking, "place" | "weights">,
  id: string,
  question: Question,
): PlacePage | undefined {
  const place = desk.place(id);
  if (!place) return undefined;
  const at = (q: Question) => asking.place(id, q);
  const assessment = at(question);
  const { accordingTo: _one, ...forAll } = question;
  const full = question.accordingTo ? at(forAll) : undefined;
  const known = desk.claimsOfPlace(id).filter((claim) => {
    const day = desk.publishedOn(claim);
    return day === undefined || day <= question.knownAt;
  });
  const weights = asking.weights(id, question);
  const roles = rolesOf(assessment);
  const inOrder = [...known].sort((a, b) => rank(roles, a) - rank(roles, b));
  return {
    place: assessment?.place ?? place,
    ...(assessment ? { assessment } : {}),
    ...(full ? { full } : {}),
    ...timelines(desk, question, at),
    claims: inOrder.slice(0, MAX_CARDS).map((claim) => ({
      ...claimRow(desk, deps, claim),
      ...weights.get(claim.id),
      role: roles.get(claim.id) ?? "other",
    })),
    moreClaims: Math.max(0, known.length - MAX_CARDS),
  };
}

type ClaimRole = PlacePage["claims"][number]["role"];

function rolesOf(assessment: AssessmentRow | undefined): ReadonlyMap<string, ClaimRole> {
  const { deciding = [], supporting = [], contradicting = [] } = assessment?.because ?? {};
  return new Map([
    ...supporting.map((id) => [id, "supporting"] as const),
    ...contradicting.map((id) => [id, "contradicting"] as const),
    ...deciding.map((id) => [id, "deciding"] as const),
  ]);
}

const RANK: Readonly<Record<ClaimRole, number>> = { deciding: 0, supporting: 1, contradicting: 2, other: 3 };

function rank(roles: ReadonlyMap<string, ClaimRole>, claim: Claim): number {
  return RANK[roles.get(claim.id) ?? "other"];
}

function timelines(desk: Desk, question: Question, at: (q: Question) => AssessmentRow | undefined) {
  const [first, last] = [desk.days[0]?.day, desk.days.at(-1)?.day];
  if (!first || !last) return { asTold: [], asKnown: [] };
  const days = daysFromTo(first, last).slice(-MAX_DAYS);
  return {
    asTold: runs(days.map((day) => [day, at({ ...question, asOf: day, knownAt: day })] as const)),
    asKnown: runs(days.map((day) => [day, at({ ...question, asOf: day })] as const)),
  };
}

function runs(daily: readonly (readonly [Run["from"], AssessmentRow | undefined])[]): readonly Run[] {
  const found: Run[] = [];
  for (const [day, assessment] of daily) {
    if (!assessment) continue;
    const { state, holder, grade } = assessment;
    const last = found.at(-1);
    const until = addDays(day as never, 1);
    const goesOn =
      last?.until === day && last.state === state && last.holder === holder && last.grade === grade;
    if (goesOn) found[found.length - 1] = { ...last, until };
    else found.push({ from: day, until, state, grade, ...(holder ? { holder } : {}) });
  }
  return found;
}
