import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { table } from "../../test/table.ts";
import { parseDay } from "../domain/day.ts";
import { explain } from "../domain/problem.ts";
import type { Report } from "../domain/report.ts";
import { readReports } from "./read-reports.ts";

const folder = mkdtempSync(join(tmpdir(), "asof-feeds-"));
after(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function read(paths: readonly string[], options = {}) {
  const reports: Report[] = [];
  const problems: string[] = [];
  for await (const fed of readReports(paths, options)) {
    if (fed.problem) problems.push(fed.problem.code);
    else reports.push(fed.report);
  }
  return { reports, problems };
}

async function only(path: string, options = {}): Promise<Report> {
  const { reports, problems } = await read([path], options);
  assert.deepEqual(problems, []);
  assert.equal(reports.length, 1);
  return reports[0]!;
}

const SAID = "The ford fell on Monday.";

test("a report in JSON keeps every field, and its source may be a name or an object", async () => {
  const fields = {
    text: SAID,
    title: "Ford",
    url: "https://example.org/1",
    publishedOn: "2021-03-02",
    language: "en",
  };
  const named = await only(file("a.json", JSON.stringify({ ...fields, id: "n-1", source: "Example Wire" })));
  assert.deepEqual(named, { ...fields, id: named.id, ref: "n-1", source: { name: "Example Wire" } });
  const source = { name: "Red Voice", kind: "armed-group", camp: "red", home: "ZZ" };
  const object = await only(
    file("b.json", JSON.stringify({ ...fields, source: { ...source, colour: "red" } })),
  );
  assert.deepEqual(object.source, source);
});

test("a day may carry an hour, and what the user says fills only what a report leaves out", async () => {
  const dated = file("dated.json", JSON.stringify({ text: SAID, publishedOn: "2021-03-02T23:10:00-05:00" }));
  const silent = file("silent.txt", SAID);
  const given = { publishedOn: parseDay("2021-04-01"), source: "Desk" };
  assert.equal((await only(dated, given)).publishedOn, "2021-03-02");
  assert.equal((await only(silent, given)).publishedOn, "2021-04-01");
  assert.deepEqual((await only(silent, given)).source, { name: "Desk" });
  assert.equal((await only(silent)).publishedOn, undefined);
});

test("text keeps every character, and takes fields from YAML front matter", async () => {
  assert.equal((await only(file("raw.txt", `${SAID}\r\n\r\nMore.\n`))).text, `${SAID}\r\n\r\nMore.\n`);
  const front = `---\nsource: Example Wire\npublishedOn: 2021-03-02\ntitle: "Ford: fallen"\n---\n\n${SAID}\n`;
  const report = await only(file("front.md", front));
  assert.deepEqual(
    [report.source?.name, report.publishedOn, report.title, report.text],
    ["Example Wire", "2021-03-02", "Ford: fallen", `${SAID}\n`],
  );
  assert.equal(
    (await only(file("rule.md", `---\nno field\n---\n${SAID}`))).text,
    `---\nno field\n---\n${SAID}`,
  );
});

test("encodings: UTF-8 with a mark, UTF-16 with and without one, and Windows Latin", async () => {
  const text = "Größe: the café fell – on Monday.";
  const utf16 = Buffer.from(text, "utf16le");
  const latin = Buffer.from([...text].map((c) => (c === "–" ? 0x96 : c.charCodeAt(0))));
  const cases = {
    "mark.txt": Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)]),
    "le.txt": Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]),
    "be.txt": Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(utf16).swap16()]),
    "latin.txt": latin,
  };
  for (const [name, bytes] of Object.entries(cases))
    assert.equal((await only(file(name, bytes))).text, text, name);
  const plain = Buffer.from(SAID, "utf16le");
  assert.equal((await only(file("silent-le.txt", plain))).text, SAID);
});

test("a page gives its article, day, title and source, without menus and scripts", async () => {
  const html = `<!doctype html><html lang="en-GB"><head><title>Ford falls | Example</title>
    <meta property="og:title" content="Ford falls"><meta property="og:site_name" content="Example Wire">
    <meta property="article:published_time" content="2021-03-02T08:00:00Z"></head><body>
    <nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><script>var text = "hidden";</script>
    <article><h1>Ford falls</h1><p>${SAID} Witnesses saw fighters in the streets of the town, they said by telephone.</p>
    <p>The mill, ten kilometres away, is still held by the army &amp; its allies, the governor said on Tuesday.</p></article>
    <footer>Copyright</footer></body></html>`;
  const report = await only(file("page.html", html));
  assert.deepEqual(
    [report.publishedOn, report.title, report.source?.name, report.language],
    ["2021-03-02", "Ford falls", "Example Wire", "en"],
  );
  assert.match(report.text, /by telephone\.\n\nThe mill, .* army & its allies/);
  assert.doesNotMatch(report.text, /Sport|hidden|Copyright/);
});

test("every item of an RSS, an RDF and an Atom feed is a report with its day", async () => {
  const rss = `<?xml version="1.0"?><rss version="2.0"><channel><title>Example Wire</title>
    <item><title>Ford</title><link>https://example.org/1</link><pubDate>Tue, 02 Mar 2021 08:00:00 GMT</pubDate>
    <description>&lt;p&gt;${SAID}&lt;/p&gt;</description></item>
    <item><title>Mill</title><description>The mill stands.</description></item></channel></rss>`;
  const { reports } = await read([file("feed.xml", rss)]);
  assert.deepEqual(
    reports.map(({ text, publishedOn, url, source }) => [text, publishedOn, url, source?.name]),
    [
      [SAID, "2021-03-02", "https://example.org/1", "Example Wire"],
      ["The mill stands.", undefined, undefined, "Example Wire"],
    ],
  );
  const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
    xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Old Wire</title></channel><item><title>Ford</title>
    <link>x</link><description>${SAID}</description><dc:date>2021-03-02T08:00:00Z</dc:date></item></rdf:RDF>`;
  assert.equal((await only(file("feed.rdf.xml", rdf))).publishedOn, "2021-03-02");
  const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Red Voice</title><entry><id>urn:1</id><title>Ford</title>
    <published>2021-03-02T08:00:00Z</published><content type="html">&lt;p&gt;${SAID}&lt;/p&gt;</content></entry></feed>`;
  const entry = await only(file("feed.atom", atom));
  assert.deepEqual(
    [entry.text, entry.publishedOn, entry.ref, entry.source?.name],
    [SAID, "2021-03-02", "urn:1", "Red Voice"],
  );
});

test("a PDF gives its lines as paragraphs and no day of its own", async () => {
  const lines = ["The ford fell on Monday, and nobody has said who holds the", "mill.", "The weir stands."];
  const page = lines.map((line, i) => `1 0 0 1 72 ${720 - 20 * i} Tm (${line}) Tj`).join("\n");
  const stream = `BT /F1 12 Tf\n${page}\nET`;
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
    `<</Length ${stream.length}>>stream\n${stream}\nendstream`,
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
  ];
  const body = objects.map((object, i) => `${i + 1} 0 obj\n${object}\nendobj\n`);
  const starts = body.map((_, i) => 9 + body.slice(0, i).join("").length);
  const offsets = starts.map((start) => `${String(start).padStart(10, "0")} 00000 n \n`).join("");
  const end = `xref\n0 6\n0000000000 65535 f \n${offsets}trailer<</Size 6/Root 1 0 R>>\nstartxref\n${9 + body.join("").length}\n%%EOF`;
  const report = await only(file("page.pdf", `%PDF-1.4\n${body.join("")}${end}`));
  assert.equal(report.text, `${lines[0]} ${lines[1]}\n\n${lines[2]}`);
  assert.equal(report.publishedOn, undefined);
});

test("a folder gives its reports in order of name, and standard input is taken for what it begins like", async () => {
  const below = join(folder, "below");
  mkdirSync(join(below, "deeper"), { recursive: true });
  writeFileSync(join(below, "2.txt"), "Two.");
  writeFileSync(join(below, "1.txt"), "One.");
  writeFileSync(join(below, "picture.png"), "no report");
  writeFileSync(join(below, "deeper", "3.md"), "Three.");
  const { reports, problems } = await read([below]);
  assert.deepEqual([reports.map(({ text }) => text), problems], [["One.", "Two.", "Three."], []]);
  const piped = (text: string) => ({
    stdin: (async function* () {
      yield Buffer.from(text);
    })(),
  });
  assert.equal((await only("-", piped(SAID))).text, SAID);
  assert.equal((await only("-", piped(JSON.stringify({ text: SAID })))).text, SAID);
  assert.equal((await read(["-"], piped(`{"text":"One."}\n{"text":"Two."}`))).reports.length, 2);
});

const broken = table(
  ["name", "content", "problem", "reports", "why"],
  String.raw`
  empty.txt   |                                                    | file-empty          | 0 | nothing in it
  blank.txt   | \n \n                                              | file-empty          | 0 | nothing but white space
  bytes.txt   | a\u0000b\u0001\u0002c                              | file-binary         | 0 | bytes that are no text
  word.docx   | x                                                  | file-kind-unknown   | 0 | an ending that is not ours
  broken.json | {"text": "One."                                    | json-broken         | 0 | an object that does not end
  none.json   | {"title": "No text"}                               | report-without-text | 0 | no text
  number.json | 7                                                  | report-without-text | 0 | no object
  day.json    | {"text": "One.", "publishedOn": "2021-02-30"}      | day-invalid         | 1 | the text is read all the same
  half.jsonl  | {"text": "One."}\n{"text": \n{"text": "Three."}    | json-broken         | 2 | the other lines are read
  list.json   | [{"text": "One."}, {"title": "Two"}]               | report-without-text | 1 | the other reports are read
  lines.json  | {"text": "One."}\n{"text": "Two."}                 |                     | 2 | JSON Lines by another ending
  not.pdf     | %PDF-1.7 broken                                    | file-unreadable     | 0 | a PDF that is not whole
  not.xml     | <?xml version="1.0"?><a/>                          | file-unreadable     | 0 | no feed
  `,
);

test("what is wrong with one file is named with cause and fix, and stops nothing", async () => {
  const good = file("good.txt", SAID);
  for (const { name, content, problem, reports, why } of broken) {
    const bytes = content.replace(/\\u(\d{4})/g, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
    const got = await read([file(name, bytes === "" ? "" : bytes), good]);
    assert.deepEqual(got.problems, problem === "" ? [] : [problem], `${name}: ${why}`);
    assert.equal(got.reports.length, Number(reports) + 1, `${name}: ${why}`);
  }
  assert.deepEqual((await read([join(folder, "no-such.txt"), good])).problems, ["file-missing"]);
});

test("a broken line is named by its number, and a file too large for one report by its size", async () => {
  const path = file(
    "seven.jsonl",
    `${'{"text":"Fine."}\n'.repeat(6)}{"text":\n${'{"text":"Fine."}\n'.repeat(3)}`,
  );
  for await (const { problem } of readReports([path])) {
    if (problem?.code === "json-broken") assert.equal(problem.line, 7);
    if (problem) assert.match(explain(problem).cause, /^Line 7 of .*seven\.jsonl is not JSON/);
  }
  assert.equal((await read([path])).reports.length, 9);
  const large = file("large.txt", Buffer.alloc(20_000_001, 0x61));
  assert.deepEqual((await read([large])).problems, ["file-too-large"]);
  const longLine = file(
    "long.jsonl",
    Buffer.concat([Buffer.alloc(20_000_001, 0x61), Buffer.from('\n{"text":"Fine."}')]),
  );
  const got = await read([longLine]);
  assert.deepEqual([got.problems, got.reports.length], [["file-too-large"], 1]);
});
