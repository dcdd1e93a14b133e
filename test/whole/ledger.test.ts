import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { after, before, test } from "node:test";
import { asof, ROOT } from "../asof.ts";

const folder = mkdtempSync(join(tmpdir(), "asof-whole-ledger-"));
after(() => rmSync(folder, { recursive: true }));
const at = (name: string) => join(folder, name);
const [north, south] = [at("north.ledger"), at("south.ledger")];

function done(...args: string[]): string {
  const { code, out, err } = asof(args);
  assert.equal(code, 0, err);
  return out;
}

before(() => {
  done("ingest", "examples/afghanistan-2021", "--ledger", north);
  done("ingest", "examples/sudan-2023", "--ledger", south);
});

test("two offices that exchange their ledgers have the same digest and the same picture", () => {
  done("export-ledger", at("north.jsonl.gz"), "--ledger", north);
  done("backup", at("south.backup"), "--ledger", south);
  const [one, two] = [at("one.ledger"), at("two.ledger")];
  done("merge", at("north.jsonl.gz"), at("south.backup"), "--ledger", one);
  done("merge", at("south.backup"), at("north.jsonl.gz"), at("south.backup"), "--ledger", two);
  assert.equal(done("digest", "--json", "--ledger", one), done("digest", "--json", "--ledger", two));
  assert.equal(done("picture", "--json", "--ledger", one), done("picture", "--json", "--ledger", two));
  for (const name of ["one", "two"])
    done("export-ledger", at(`${name}.jsonl`), "--ledger", at(`${name}.ledger`));
  assert.equal(readFileSync(at("one.jsonl"), "utf8"), readFileSync(at("two.jsonl"), "utf8"));
  done("doctor", "--ledger", one);
});

test("a judgement changes the picture from its day on, by hand and by merge alike", () => {
  const [mine, theirs] = [at("mine.ledger"), at("theirs.ledger")];
  done("backup", mine, "--ledger", north);
  done("backup", theirs, "--ledger", north);
  const [first] = JSON.parse(done("picture", "--json", "--ledger", mine)).places;
  for (const id of [...first.because.deciding, ...first.because.supporting]) {
    done("judge", "reject", id, "--by", "Maria", "--ledger", mine);
  }
  const placesOf = (out: string) =>
    JSON.parse(out).places.map((one: { place: { id: string } }) => one.place.id);
  const early = ["picture", "--json", "--known-at", "2021-08-16", "--as-of", "2021-08-16"];
  assert.ok(placesOf(done(...early, "--ledger", mine)).includes(first.place.id));
  assert.ok(!placesOf(done("picture", "--json", "--ledger", mine)).includes(first.place.id));
  const now = ["picture", "--json", "--known-at", "2999-01-01", "--as-of", "2021-08-16"];
  assert.ok(!placesOf(done(...now, "--ledger", mine)).includes(first.place.id));
  assert.ok(placesOf(done(...now, "--judgements", "none", "--ledger", mine)).includes(first.place.id));
  done("export-ledger", at("mine.jsonl"), "--ledger", mine);
  done("merge", at("mine.jsonl"), "--ledger", theirs);
  assert.equal(done(...now, "--ledger", theirs), done(...now, "--ledger", mine));
});

test("review asks about one claim at a time and stores what the keys say", () => {
  const path = at("review.ledger");
  done("backup", path, "--ledger", north);
  const keys = ["a", "seen", "c", 'change="lost"', "", "", "r", "", "u", "x", "s", "q"].join("\n");
  const { code, out } = asof(["review", "--by", "Maria", "--ledger", path], { input: `${keys}\n` });
  assert.equal(code, 0);
  assert.match(out, /1 of \d+ {2}alone carries a state/);
  assert.match(out, /2 judged, \d+ left/);
  const rows = new DatabaseSync(path)
    .prepare("SELECT decision, count(*) AS n FROM judgements GROUP BY 1 ORDER BY 1")
    .all();
  assert.deepEqual(
    rows.map(({ decision, n }) => `${decision} ${n}`),
    ["accept 1", "correct 1", "reject 1", "undo 1"],
  );
});

test("a merge file with a broken line is named and left out whole, or taken but for the line", () => {
  const lines = done("export-ledger", "-", "--ledger", south).trimEnd().split("\n");
  writeFileSync(at("broken.jsonl"), `${lines.toSpliced(5, 0, "{ half a line").join("\n")}\n`);
  const [refused, kept] = [at("refused.ledger"), at("kept.ledger")];
  const first = asof(["merge", at("broken.jsonl"), "--ledger", refused]);
  assert.equal(first.code, 1);
  assert.match(first.err, /Line 6 of .*broken\.jsonl is no ledger entry/);
  assert.match(first.out, /nothing was merged/);
  assert.equal(asof(["merge", at("broken.jsonl"), "--keep-good", "--ledger", kept]).code, 1);
  assert.equal(done("digest", "--ledger", kept), done("digest", "--ledger", south));
});

test("ledgers that are newer, foreign, absent or damaged end with code 3 and a fix", () => {
  const newer = at("newer.ledger");
  done("backup", newer, "--ledger", south);
  new DatabaseSync(newer).exec("PRAGMA user_version = 99");
  const bytes = readFileSync(south);
  writeFileSync(at("damaged.ledger"), bytes.fill(0x5a, 4096));
  writeFileSync(at("text.ledger"), "Not a ledger at all. ".repeat(300));
  writeFileSync(at("empty.ledger"), "");
  for (const [name, words] of [
    ["newer", /newer asof.*Update asof/s],
    ["text", /is not an asof ledger/],
    ["absent", /There is no ledger/],
    ["damaged", /is damaged/],
    ["empty", /is damaged: it is empty/],
  ] as const) {
    const { code, err } = asof(["picture", "--ledger", at(`${name}.ledger`)]);
    assert.equal(code, 3, `${name}: ${err}`);
    assert.match(err, words);
  }
  assert.ok(!existsSync(at("absent.ledger")));
});

test("of a damaged ledger the rest is taken when it is asked for, and the other files in any case", () => {
  const bytes = readFileSync(south);
  const page = bytes.lastIndexOf('{"claims":["c_') & ~4095;
  bytes.fill(0x5a, page, page + 4096);
  writeFileSync(at("harmed.ledger"), bytes);
  const files = [at("harmed.ledger"), at("none.jsonl"), at("north.jsonl.gz")];
  done("export-ledger", at("north.jsonl.gz"), "--ledger", north);
  const first = asof(["merge", ...files, "--ledger", at("strict.ledger")]);
  assert.equal(first.code, 3);
  assert.match(first.err, /harmed\.ledger is damaged.*--keep-good/);
  assert.match(first.err, /There is no file .*none\.jsonl/);
  assert.equal(done("digest", "--ledger", at("strict.ledger")), done("digest", "--ledger", north));
  const rest = asof(["merge", files[0]!, "--keep-good", "--ledger", at("rest.ledger")]);
  assert.equal(rest.code, 1);
  assert.match(rest.err, /harmed\.ledger is damaged/);
  assert.match(rest.out, /[1-9]\d* new entries/);
  done("doctor", "--ledger", at("rest.ledger"));
  done("merge", south, "--ledger", at("rest.ledger"));
  assert.equal(done("digest", "--ledger", at("rest.ledger")), done("digest", "--ledger", south));
});

/** Root may write anywhere, so the command runs as nobody where the test runs as root. */
function asofAsNobody(...args: string[]) {
  const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  return spawnSync(process.execPath, [join(ROOT, "src/cli/main.ts"), ...args], {
    encoding: "utf8",
    ...nobody,
  });
}

test("a ledger in a folder that may not be written can be asked and not added to", () => {
  mkdirSync(at("locked"));
  const path = at("locked/desk.ledger");
  done("backup", path, "--ledger", north);
  chmodSync(path, 0o444);
  chmodSync(folder, 0o755);
  chmodSync(at("locked"), 0o555);
  const asked = asofAsNobody("picture", "--json", "--ledger", path);
  assert.equal(asked.stdout, done("picture", "--json", "--ledger", north), asked.stderr);
  const added = asofAsNobody("ingest", join(ROOT, "examples/sudan-2023"), "--ledger", path);
  assert.equal(added.status, 3);
  assert.match(added.stderr, /may not be written/);
  const made = asofAsNobody("ingest", join(ROOT, "examples/sudan-2023"), "--ledger", at("locked/new.ledger"));
  assert.equal(made.status, 3);
  assert.match(made.stderr, /cannot be opened/);
  chmodSync(at("locked"), 0o755);
});

test("a judgement by nobody is wrong usage", () => {
  const { code, err } = asof(["judge", "accept", "c_1", "--ledger", north]);
  assert.equal(code, 2);
  assert.match(err, /--by NAME/);
});

test("a stranger's SQLite tool finds its way by the views", () => {
  copyFileSync(north, at("copy.ledger"));
  const db = new DatabaseSync(at("copy.ledger"));
  for (const view of ["claims", "reports", "places", "control_history", "judgements", "versions"]) {
    assert.ok(db.prepare(`SELECT count(*) AS n FROM ${view}`).get()!.n !== undefined, view);
  }
  const rows = db
    .prepare("SELECT valid_from, what, actor FROM control_history WHERE place_name = 'Herat'")
    .all();
  assert.ok(rows.length > 0);
  db.close();
});
