import { parseFeed } from "feedsmith";
import type { Defaults, Fed } from "./fed.ts";
import { plainText } from "./html.ts";
import { toReport } from "./to-report.ts";

interface Item {
  readonly title?: unknown;
  readonly link?: unknown;
  readonly links?: readonly { readonly href?: string }[];
  readonly id?: unknown;
  readonly guid?: { readonly value?: string };
  readonly content?: unknown;
  readonly description?: unknown;
  readonly summary?: unknown;
  readonly pubDate?: unknown;
  readonly published?: unknown;
  readonly updated?: unknown;
  readonly dc?: { readonly dates?: readonly unknown[] };
}

/** Every item of an RSS, Atom or RDF feed that carries text. */
export function readSyndication(xml: string, where: string, defaults: Defaults): readonly Fed[] {
  const parsed = parsedFeed(xml);
  if (typeof parsed === "string") return [{ problem: { code: "file-unreadable", where, detail: parsed } }];
  const items = (parsed.items ?? parsed.entries ?? []) as readonly Item[];
  return items.flatMap((item, i) => {
    const raw = {
      source: textOf(parsed.title),
      title: textOf(item.title),
      url: textOf(item.link) ?? item.links?.[0]?.href,
      publishedOn: isoDay(item.pubDate ?? item.published ?? item.dc?.dates?.[0] ?? item.updated),
      id: item.guid?.value ?? textOf(item.id),
      text: plainText(textOf(item.content) ?? textOf(item.description) ?? textOf(item.summary) ?? ""),
    };
    return toReport(raw, `${where} (item ${i + 1})`, defaults);
  });
}

type Parsed = Readonly<Record<string, unknown>>;

function parsedFeed(xml: string): Parsed | string {
  try {
    return parseFeed(xml).feed as Parsed;
  } catch {
    return "it is no RSS, Atom or RDF feed";
  }
}

function textOf(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  const { value: inner, encoded } = (value ?? {}) as { readonly value?: unknown; readonly encoded?: unknown };
  return typeof encoded === "string" ? encoded : typeof inner === "string" ? inner : undefined;
}

/** Feeds write days as "Thu, 12 Aug 2021 08:00:00 GMT" or as ISO; what is neither is handed on to be named. */
function isoDay(value: unknown): string | undefined {
  if (typeof value !== "string" || /^\d{4}-/.test(value)) return value as string | undefined;
  const ms = Date.parse(value);
  return Number.isNaN(ms) ? value : new Date(ms).toISOString().slice(0, 10);
}
