import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { asof } from "../asof.ts";
import { table } from "../table.ts";

const folder = mkdtempSync(join(tmpdir(), "asof-bad-"));
after(() => rmSync(folder, { recursive: true }));

const GOOD = '{"text":"The Taliban captured Herat on Thursday.","publishedOn":"2021-08-12"}';
writeFileSync(join(folder, "good.json"), GOOD);
writeFileSync(join(folder, "empty.txt"), "");
writeFileSync(join(folder, "binary.txt"), Buffer.from([0, 1, 2, 3, 0, 255, 254, 7]));
writeFileSync(join(folder, "huge.txt"), Buffer.alloc(50_000_000, "a"));
writeFileSync(join(folder, "seven.jsonl"), `${`${GOOD}\n`.repeat(6)}{"text": oops}\n${GOOD}\n`);
writeFileSync(join(folder, "undated.txt"), "The Taliban captured Herat on Thursday.");
writeFileSync(join(folder, "no-such-day.json"), GOOD.replace("2021-08-12", "2021-02-30"));
writeFileSync(join(folder, "brief.docx"), "PK");

const cases = table(
  ["args", "code", "says", "claims", "why"],
  `
  read none.txt good.json          | 1 | There is no file none.txt. Check the path.           | 1 | no file
  read empty.txt good.json         | 1 | empty.txt is empty. Give a file                      | 1 | an empty file
  read binary.txt good.json        | 1 | binary.txt is not text. Give JSON                    | 1 | a binary file
  read huge.txt good.json          | 1 | huge.txt has 50000000 bytes, more than the limit     | 1 | a file of 50 MB
  read seven.jsonl good.json       | 1 | Line 7 of seven.jsonl is not JSON                    | 8 | a broken line: the others go on
  read undated.txt good.json       | 1 | undated.txt does not say when it was published       | 2 | no day: the claim is kept
  read undated.txt --published 2021-08-13 | 0 |                                               | 1 | the fix that the problem names
  read no-such-day.json good.json  | 1 | "2021-02-30" in no-such-day.json is no day           | 2 | a day that does not exist
  read brief.docx good.json        | 1 | The kind of brief.docx is not known. Use one of      | 1 | an ending that is not ours
  read good.json --published 31.8. | 2 | Write a day of the calendar as YYYY-MM-DD            | 0 | wrong usage
  read                             | 2 | missing required argument                            | 0 | wrong usage
  read good.json --colour          | 2 | unknown option                                       | 0 | wrong usage
  ingest good.json --ledger good.json/x.ledger | 3 | x.ledger                                 | 0 | a ledger that cannot be written
`,
);

test("bad input gives one sentence of cause and one of fix, and the other files go on", () => {
  for (const { args, code, says, claims, why } of cases) {
    const json = args.startsWith("read") ? ["--json"] : [];
    const ran = asof([...args.split(" "), ...json], { cwd: folder });
    assert.equal(ran.code, Number(code), `${args}: ${why}\n${ran.err}`);
    assert.ok(ran.err.includes(says), `${args}: ${why}\n${ran.err}`);
    const lines = ran.out.split("\n").filter((line) => line !== "");
    assert.ok(lines.length >= Number(claims), `${args}: ${why}\n${ran.out}`);
    for (const line of lines.filter((line) => json.length > 0 && line)) JSON.parse(line);
    assert.doesNotMatch(ran.err, /\n {4}at /, `${args} tells a stack`);
  }
});

test("nothing half-written stays behind a ledger that cannot be made", () => {
  const before = readdirSync(folder).length;
  asof(["ingest", "good.json", "--ledger", "no-such-folder/x.ledger"], { cwd: folder });
  assert.equal(readdirSync(folder).length, before);
  assert.equal(existsSync(join(folder, "no-such-folder")), false);
});

test("a port that is taken is told with its number and what to do", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((listening) => server.once("listening", listening));
  const { port } = server.address() as AddressInfo;
  asof(["ingest", "good.json", "--ledger", "taken.ledger"], { cwd: folder });
  const ran = asof(["serve", "--port", String(port), "--ledger", "taken.ledger"], { cwd: folder });
  server.close();
  assert.equal(ran.code, 3, ran.err);
  assert.match(ran.err, new RegExp(`${port}.*taken`), ran.err);
  assert.match(ran.err, /--port/, ran.err);
});
