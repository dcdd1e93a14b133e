import { canonical } from "./canonical.ts";
import type { Entry } from "./entry.ts";

/**
 * What an entry holds beyond what its id names, as canonical JSON; "" when its id names all. Two entries with the same id
 * and the same rest are the same entry.
 */
export function restOf(entry: Entry): string {
  switch (entry.entry) {
    case "report": {
      const {
        id: _id,
        text: _text,
        title: _title,
        publishedOn: _day,
        url: _url,
        ref: _ref,
        ...rest
      } = entry.report;
      return canonical(rest);
    }
    case "claim": {
      const { extractor, basis, reportRef } = entry.claim;
      return canonical({ basis, extractor, reportRef });
    }
    case "address":
    case "revision":
    case "reading":
    case "judgement":
    case "retraction":
      return "";
  }
}
