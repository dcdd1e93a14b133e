import type { DatabaseSync } from "node:sqlite";
import type { Claim } from "../domain/claim.ts";
import type { CountryCode, PlaceId, ReportId } from "../domain/ids.ts";
import type { Judgement } from "../domain/judgement.ts";
import type { Level } from "../domain/place.ts";
import type { Address, Ledger, Retraction, Revision } from "../ledger/entry.ts";
import { leastAddresses } from "../ledger/union.ts";
import { toClaim, toReport } from "./rows.ts";
import { claimFilters, type Filter, type Scope } from "./scope.ts";

/**
 * What a picture needs: the claims that count, their reports (text read on demand) with addresses and revisions, all judgements
 * and retractions. No readings: the store has settled which claims count.
 */
export function loadCurrent(db: DatabaseSync, scope: Scope): Ledger {
  const judgements = byId(bodies(db, "SELECT body FROM judgement"), parsed<Judgement>);
  const filters = claimFilters(db, scope, judgements.values());
  const claims = byId(bodies(db, ...claimQuery(filters)), toClaim);
  const about = filters && reportsOf(claims.values());
  const revisions = byId(bodies(db, ...within("revision", "earlier", about)), parsed<Revision>);
  const reports = about && [...about, ...Array.from(revisions.values(), (revision) => revision.later)];
  const addresses = byId(bodies(db, ...within("address", "report", reports)), parsed<Address>);
  const least = leastAddresses(addresses.values());
  const textOf = db.prepare("SELECT text FROM report WHERE id = ?");
  const readText = (id: string) => String(textOf.get(id)?.text);
  return {
    reports: byId(bodies(db, ...within("report", "id", reports)), (body) => toReport(body, least, readText)),
    addresses,
    revisions,
    claims,
    readings: new Map(),
    judgements,
    retractions: byId(bodies(db, "SELECT body FROM retraction"), parsed<Retraction>),
  };
}

function reportsOf(claims: Iterable<Claim>): readonly ReportId[] {
  const reports = new Set<ReportId>();
  for (const { report } of claims) reports.add(report);
  return [...reports];
}

/** A name that claims give a place; a place that the gazetteer does not know has no id. */
export interface NamedPlace {
  readonly id: PlaceId | null;
  readonly name: string;
  readonly toponym: string;
  readonly level: Level;
  readonly country: CountryCode | null;
}

const GIVEN = `
  SELECT nullif(place, '') AS id, name, toponym, level, country FROM place_name
  UNION ALL
  SELECT p ->> '$.id', p ->> '$.name', p ->> '$.toponym', p ->> '$.level', p ->> '$.country'
  FROM (SELECT body -> '$.decision.fields.place' AS p FROM judgement WHERE decision = 'correct')
  WHERE p ->> '$.name' IS NOT NULL AND p ->> '$.toponym' IS NOT NULL`;

/** Every place with every name that claims, or corrections of them, give it. */
export function namedPlaces(db: DatabaseSync): readonly NamedPlace[] {
  const list = "json_object('id', id, 'name', name, 'toponym', toponym, 'level', level, 'country', country)";
  return JSON.parse(
    String(db.prepare(`SELECT json_group_array(${list}) AS list FROM (${GIVEN})`).get()?.list),
  );
}

function claimQuery(filters: readonly Filter[] | undefined): readonly [string, ...string[]] {
  const among = filters && ` AND rowid IN (${filters.map(([sql]) => sql).join(" UNION ")})`;
  return [
    `SELECT body FROM claim WHERE current = 1${among ?? ""}`,
    ...(filters ?? []).map(([, value]) => value),
  ];
}

function within(table: string, column: string, ids?: readonly string[]): readonly [string, ...string[]] {
  return ids === undefined
    ? [`SELECT body FROM ${table}`]
    : [`SELECT body FROM ${table} WHERE ${column} IN (SELECT value FROM json_each(?))`, JSON.stringify(ids)];
}

/** One row at a time: the text of a million claims need not be in memory at once. */
function* bodies(db: DatabaseSync, sql: string, ...values: string[]): Iterable<string> {
  const statement = db.prepare(sql);
  statement.setReturnArrays(true);
  for (const row of statement.iterate(...values)) yield (row as unknown as [string])[0];
}

function parsed<T>(body: string): T {
  return JSON.parse(body);
}

function byId<T extends { readonly id: string }>(
  rows: Iterable<string>,
  parse: (body: string) => T,
): ReadonlyMap<T["id"], T> {
  const values = new Map<T["id"], T>();
  for (const body of rows) {
    const value = parse(body);
    values.set(value.id, value);
  }
  return values;
}
