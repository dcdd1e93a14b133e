import type { DatabaseSync } from "node:sqlite";
import type { CountryCode, PlaceId } from "../domain/ids.ts";
import type { Judgement } from "../domain/judgement.ts";
import type { ClaimPlace } from "../domain/place.ts";

/** Which claims an answer needs: those in one of `countries` or about one of `places`. None given: all. */
export interface Scope {
  readonly countries?: readonly CountryCode[];
  readonly places?: readonly PlaceId[];
  /** Names of places that the gazetteer does not know. */
  readonly unlocated?: readonly string[];
}

/** A query for rowids of claims, and its one value. */
export type Filter = readonly [sql: string, value: string];

/**
 * What a scope needs so that its answer is the one that the whole ledger gives: beside its own claims those that reviewers
 * brought into it or took out of it, by correcting a place or by holding two to be one, and those about hidden places, as
 * their names are hidden in every text. `undefined` for all claims.
 */
export function claimFilters(
  db: DatabaseSync,
  scope: Scope,
  judgements: Iterable<Judgement>,
): readonly Filter[] | undefined {
  if (!scope.countries && !scope.places && !scope.unlocated) return undefined;
  const decisions = Array.from(judgements, ({ decision }) => decision);
  const moved = decisions.flatMap((one) => {
    const to = one.kind === "correct" ? (one.fields.place as ClaimPlace | null | undefined) : undefined;
    return one.kind === "correct" && to ? [{ claim: one.claim, to: keyOf(to) }] : [];
  });
  const merged = decisions.flatMap((one) => (one.kind === "merge-places" ? [one] : []));
  const hidden = decisions.flatMap((one) =>
    one.kind === "withhold" && one.what.kind === "place" ? [one.what.place] : [],
  );
  const wanted = new Set<string>([
    ...(scope.places ?? []),
    ...(scope.unlocated ?? []).map(nameKey),
    ...hidden,
    ...(scope.countries ? merged.flatMap(({ from, into }) => [from, into]) : []),
  ]);
  const links = [...merged.map(({ from, into }) => [from, into] as const), ...movesBetween(db, moved)];
  for (let before = -1; before !== wanted.size; ) {
    before = wanted.size;
    for (const [a, b] of links) if (wanted.has(a) || wanted.has(b)) wanted.add(a).add(b);
  }
  const keys = [...wanted];
  const names = keys.filter((key) => key.startsWith(NAME)).map((key) => key.slice(NAME.length));
  return [
    ["country IN", scope.countries ?? []] as const,
    ["place IN", keys.filter((key) => !key.startsWith(NAME))] as const,
    ["place IS NULL AND place_name IN", names] as const,
    ["id IN", moved.map(({ claim }) => claim)] as const,
  ].flatMap(([which, values]): Filter[] =>
    values.length === 0
      ? []
      : [[`SELECT rowid FROM claim WHERE ${which} (SELECT value FROM json_each(?))`, JSON.stringify(values)]],
  );
}

const NAME = "name:";

function nameKey(name: string): string {
  return `${NAME}${name}`;
}

function keyOf({ id, name }: Pick<ClaimPlace, "id" | "name">): string {
  return id ?? nameKey(name);
}

/** Where claims were, and where reviewers put them. */
function movesBetween(
  db: DatabaseSync,
  moved: readonly { readonly claim: string; readonly to: string }[],
): readonly (readonly [string, string])[] {
  if (moved.length === 0) return [];
  const find = db.prepare("SELECT place, place_name FROM claim WHERE id = ?");
  return moved.flatMap(({ claim, to }) => {
    const row = find.get(claim) as { place: PlaceId | null; place_name: string | null } | undefined;
    const from = row?.place ?? (row?.place_name ? nameKey(row.place_name) : undefined);
    return from === undefined ? [] : [[from, to] as const];
  });
}
