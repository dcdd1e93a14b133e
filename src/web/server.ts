import type { ApiProblem } from "../api/wire.ts";

/** The server refused: cause and fix in its own words. */
export class Refused extends Error {
  readonly problem: ApiProblem;

  constructor(problem: ApiProblem) {
    super(problem.title);
    this.problem = problem;
  }
}

/** Nobody answered. */
export class Unreachable extends Error {}

const TOKEN = "asof-token";

export function token(): string | null {
  return sessionStorage.getItem(TOKEN);
}

export function keepToken(text: string): void {
  sessionStorage.setItem(TOKEN, text.trim());
}

export function getJson<T>(
  path: string,
  query: Readonly<Record<string, string | undefined>> = {},
  signal?: AbortSignal,
) {
  return request<T>(`/api/v1/${path}${queryText(query)}`, signal ? { signal } : {});
}

export function postJson<T>(path: string, body: unknown): Promise<T> {
  return request<T>(`/api/v1/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
}

export function queryText(query: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]));
  const text = new URLSearchParams(given).toString();
  return text === "" ? "" : `?${text}`;
}

async function request<T>(url: string, init: RequestInit): Promise<T> {
  const headers = new Headers(init.headers);
  const known = token();
  if (known) headers.set("authorization", `Bearer ${known}`);
  let response: Response;
  try {
    response = await fetch(url, { ...init, headers });
  } catch (cause) {
    if (init.signal?.aborted) throw cause;
    throw new Unreachable("no answer", { cause });
  }
  if (response.ok) return (await response.json()) as T;
  if (response.headers.get("content-type")?.includes("problem+json")) {
    throw new Refused((await response.json()) as ApiProblem);
  }
  throw new Unreachable(`status ${response.status}`);
}
