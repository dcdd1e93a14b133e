const KEY = "asof-reviewer";

/** The reviewer's name stays on this machine. */
export function reviewerName(): string {
  return localStorage.getItem(KEY) ?? "";
}

export function keepReviewerName(name: string): void {
  localStorage.setItem(KEY, name);
}
