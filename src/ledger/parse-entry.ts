import type { Claim } from "../domain/claim.ts";
import type { Decision } from "../domain/judgement.ts";
import type { Entry } from "./entry.ts";
import {
  addressForm,
  claimForm,
  decisionForm,
  judgementForm,
  readingForm,
  reportForm,
  retractionForm,
  revisionForm,
} from "./forms.ts";

/** `wrong` says which field and why, in a few words. */
export type Parsed<T> = { readonly value: T; readonly wrong?: undefined } | { readonly wrong: string };

const FORMS = {
  report: reportForm,
  address: addressForm,
  revision: revisionForm,
  claim: claimForm,
  reading: readingForm,
  judgement: judgementForm,
  retraction: retractionForm,
} as const;

/** An entry as JSON gives it: `{ "entry": "claim", "claim": { … } }`. Its id is checked in form alone. */
export function parseEntry(value: unknown): Parsed<Entry> {
  if (typeof value !== "object" || value === null) return { wrong: "it is no object" };
  const kind = (value as { entry?: unknown }).entry;
  if (typeof kind !== "string" || !Object.hasOwn(FORMS, kind)) return { wrong: "its kind is not known" };
  const body = (value as Record<string, unknown>)[kind];
  const wrong = wrongWith(FORMS[kind as keyof typeof FORMS], body);
  return wrong === undefined ? { value: { entry: kind, [kind]: body } as unknown as Entry } : { wrong };
}

export function parseClaim(value: unknown): Parsed<Claim> {
  const wrong = wrongWith(claimForm, value);
  return wrong === undefined ? { value: value as Claim } : { wrong };
}

export function parseDecision(value: unknown): Parsed<Decision> {
  const wrong = wrongWith(decisionForm, value);
  return wrong === undefined ? { value: value as Decision } : { wrong };
}

interface Form {
  safeParse(value: unknown):
    | { readonly success: true }
    | {
        readonly success: false;
        readonly error: {
          readonly issues: readonly { readonly path: PropertyKey[]; readonly message: string }[];
        };
      };
}

function wrongWith(form: Form, value: unknown): string | undefined {
  const result = form.safeParse(value);
  if (result.success) return undefined;
  const { path, message } = result.error.issues[0]!;
  return path.length === 0 ? message : `${path.join(".")}: ${message}`;
}
