import { useEffect } from "preact/hooks";
import type { Day } from "../domain/day.ts";
import { dayAfter, type PageState } from "./page-state.ts";
import { isTyping } from "./review-view.tsx";
import { setDays, toggleApart } from "./time-bar.tsx";
import { VIEWS } from "./where.ts";

/** Keys that work everywhere but in fields and dialogs. */
export function useShortcuts(page: PageState, openHelp: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
        return;
      if (act(event, page, openHelp)) event.preventDefault();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [page]);
}

function act(event: KeyboardEvent, page: PageState, openHelp: () => void): boolean {
  const { overview } = page.held;
  const view = VIEWS[Number(event.key) - 1];
  if (view) {
    page.move({ view, filter: {} });
    return true;
  }
  switch (event.key) {
    case "?":
      openHelp();
      return true;
    case "/":
      return focusOn("input[type=search]") || goSearching(page);
    case "Escape":
      if (!page.where.place) return false;
      page.move({ place: undefined });
      return true;
    case "l":
      if (page.viewpoint) toggleApart(page);
      return true;
    case " ":
      if (event.target instanceof HTMLElement && event.target.closest("button, summary, a, [role=slider]"))
        return false;
      return press("[data-play]");
    case "ArrowLeft":
    case "ArrowRight":
      if (!page.viewpoint || !overview?.first || !overview.last) return false;
      step(event.key === "ArrowLeft" ? -1 : 1, event.shiftKey, page);
      return true;
    default:
      return false;
  }
}

function step(by: 1 | -1, toNews: boolean, page: PageState): void {
  const { first, last, days } = page.held.overview!;
  const { asOf } = page.viewpoint!;
  const news = by > 0 ? days.find(({ day }) => day > asOf) : days.findLast(({ day }) => day < asOf);
  const next = toNews ? (news?.day as Day | undefined) : dayAfter(asOf, by, first as Day, last as Day);
  if (next) setDays(page, { asOf: next }, "slide");
}

function focusOn(selector: string): boolean {
  const found = document.querySelector<HTMLElement>(selector);
  found?.focus();
  return found !== null;
}

function goSearching(page: PageState): boolean {
  page.move({ view: "claims" });
  setTimeout(() => focusOn("input[type=search]"), 50);
  return true;
}

function press(selector: string): boolean {
  document.querySelector<HTMLElement>(selector)?.click();
  return true;
}
