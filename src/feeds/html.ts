import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import type { Defaults, Fed } from "./fed.ts";
import { toReport } from "./to-report.ts";

const BLOCKS = /^(?:P|DIV|SECTION|ARTICLE|LI|UL|OL|H[1-6]|BLOCKQUOTE|FIGCAPTION|FIGURE|TR|TABLE|PRE|BR)$/;

/** The article of a page, without what stands around it; its day, title and source from the page's own marks. */
export function readHtml(html: string, where: string, defaults: Defaults): readonly Fed[] {
  const { document } = parseHTML(html);
  const marks = {
    publishedOn: publicationDay(document),
    source: meta(document, "og:site_name") ?? meta(document, "application-name"),
    language: document.documentElement?.getAttribute("lang")?.split("-")[0],
    url: document.querySelector('link[rel="canonical"]')?.getAttribute("href") ?? meta(document, "og:url"),
  };
  const article = new Readability(document as unknown as Document).parse();
  const title = meta(document, "og:title") ?? article?.title ?? undefined;
  return toReport({ ...marks, title, text: plainText(article?.content ?? html) }, where, defaults);
}

/** Paragraphs of markup as text, split by empty lines. */
export function plainText(html: string): string {
  const { document } = parseHTML(`<html><body>${html}</body></html>`);
  const paragraphs: string[] = [""];
  const visit = (node: Node): void => {
    if (node.nodeType === 3) paragraphs[paragraphs.length - 1] += node.textContent ?? "";
    if (node.nodeType !== 1 || /^(?:SCRIPT|STYLE|NOSCRIPT|TEMPLATE)$/.test(node.nodeName)) return;
    const block = BLOCKS.test(node.nodeName);
    if (block) paragraphs.push("");
    for (const child of node.childNodes) visit(child);
    if (block) paragraphs.push("");
  };
  visit(document.body as unknown as Node);
  return paragraphs
    .map((paragraph) => paragraph.replace(/\s+/g, " ").trim())
    .filter((paragraph) => paragraph !== "")
    .join("\n\n");
}

type Page = ReturnType<typeof parseHTML>["document"];

const DAY_MARKS = ["article:published_time", "datePublished", "date", "dc.date", "pubdate", "DC.date.issued"];

function publicationDay(document: Page): string | undefined {
  const marked = DAY_MARKS.map((name) => meta(document, name)).find((value) => value !== undefined);
  const linked = [...document.querySelectorAll('script[type="application/ld+json"]')]
    .map((script) => /"datePublished"\s*:\s*"([^"]+)"/.exec(script.textContent ?? "")?.[1])
    .find((value) => value !== undefined);
  return marked ?? linked ?? document.querySelector("time[datetime]")?.getAttribute("datetime") ?? undefined;
}

function meta(document: Page, name: string): string | undefined {
  const found = [...document.querySelectorAll("meta")].find((tag) =>
    ["property", "name", "itemprop"].some(
      (key) => tag.getAttribute(key)?.toLowerCase() === name.toLowerCase(),
    ),
  );
  return found?.getAttribute("content")?.trim() || undefined;
}
