import { createContext } from "preact";
import { useContext, useEffect, useRef, useState } from "preact/hooks";
import type { PageState } from "./page-state.ts";
import { getJson, Refused } from "./server.ts";

export const Page = createContext<PageState>(undefined as never);

/** The page's state; the component is drawn again whenever it changes. */
export function usePage(): PageState {
  const page = useContext(Page);
  const [, draw] = useState(0);
  useEffect(() => page.listen(() => draw((n) => n + 1)), [page]);
  return page;
}

export type Loaded<T> =
  | { readonly is: "loading"; readonly before?: T }
  | { readonly is: "here"; readonly value: T }
  | { readonly is: "refused"; readonly error: Refused };

/** Days run faster than a server answers: a question waits until the slider rests. */
const REST_MS = 120;

/** What the server says to a question, asked again when it or the ledger changes. What was there stays until then. */
export function useAnswer<T>(
  path: string | undefined,
  query: Readonly<Record<string, string | undefined>> = {},
): Loaded<T> {
  const page = usePage();
  const [answer, setAnswer] = useState<Loaded<T>>({ is: "loading" });
  const last = useRef<{ path: string | undefined; value: T } | undefined>(undefined);
  const key = JSON.stringify([path, query, page.held.overview?.revision, page.held.gone]);
  useEffect(() => {
    if (path === undefined) return;
    const stop = new AbortController();
    const before = last.current?.path === path ? last.current.value : undefined;
    setAnswer(before === undefined ? { is: "loading" } : { is: "loading", before });
    const wait = before === undefined ? 0 : REST_MS;
    const timer = setTimeout(() => {
      getJson<T>(path, query, stop.signal).then(
        (value) => {
          last.current = { path, value };
          setAnswer({ is: "here", value });
        },
        (error) => {
          if (stop.signal.aborted) return;
          if (error instanceof Refused) setAnswer({ is: "refused", error });
          else page.failed(error);
        },
      );
    }, wait);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [key]);
  return answer;
}

/** The newest value, be it only the one before. */
export function latestOf<T>(answer: Loaded<T>): T | undefined {
  return answer.is === "here" ? answer.value : answer.is === "loading" ? answer.before : undefined;
}
