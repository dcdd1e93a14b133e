import { extractText, getDocumentProxy } from "unpdf";
import type { Defaults, Fed } from "./fed.ts";
import { toReport } from "./to-report.ts";

/** The text of a PDF, a paragraph a gap. Its day of creation is no day of publication and is not used. */
export async function readPdf(bytes: Uint8Array, where: string, defaults: Defaults): Promise<readonly Fed[]> {
  try {
    const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
    const { text } = await extractText(document, { mergePages: false });
    return toReport({ text: text.map(unfolded).join("\n\n") }, where, defaults);
  } catch (error) {
    return [{ problem: { code: "file-unreadable", where, detail: (error as Error).message } }];
  }
}

/** Lines of a page joined into paragraphs: a line that ends a sentence short of the page's width ends a paragraph. */
function unfolded(page: string): string {
  const lines = page.split("\n").map((line) => line.trim());
  const width = Math.max(...lines.map((line) => line.length));
  return lines
    .map((line) =>
      line === "" || (/[.!?”"]$/.test(line) && line.length < width * 0.8) ? `${line}\n\n` : `${line} `,
    )
    .join("")
    .replace(/ +\n/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
