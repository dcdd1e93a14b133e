import { useEffect, useRef, useState } from "preact/hooks";
import { ClaimList } from "./claims-view.tsx";
import { m } from "./messages.ts";
import { keepReviewerName, reviewerName } from "./reviewer.ts";
import { usePage } from "./use-page.ts";

/** The queue: claims that carry the picture first; A, R and C decide on the one in focus, J and K go on and back. */
export function ReviewView() {
  const page = usePage();
  const [name, setName] = useState(reviewerName());
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (reviewKey(event.key, box.current!)) event.preventDefault();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
  return (
    <section class="sheet" ref={box}>
      <h1>{m.review.title}</h1>
      <p>{m.review.intro}</p>
      {page.held.overview!.may.review ? (
        <div class="tools">
          <label>
            {m.review.reviewer}{" "}
            <input
              name="reviewer-name"
              autocomplete="name"
              value={name}
              onInput={(event) => {
                setName(event.currentTarget.value);
                keepReviewerName(event.currentTarget.value);
              }}
            />
          </label>
          <span class="quiet">{m.review.keys}</span>
        </div>
      ) : (
        <p class="quiet">{m.review.onlyReading}</p>
      )}
      <ClaimList path="queue" query={page.question} none={m.review.none} found={m.review.left} />
    </section>
  );
}

export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest("input:not([type=checkbox]), select, textarea, dialog") !== null
  );
}

function reviewKey(key: string, box: HTMLElement): boolean {
  const cards = [...box.querySelectorAll<HTMLElement>("article.card")];
  const at = cards.findIndex((card) => card.contains(document.activeElement));
  const go = (index: number) => {
    const card = cards[Math.max(0, Math.min(cards.length - 1, index))];
    card?.querySelector<HTMLElement>("button[data-choice], button")?.focus();
    card?.scrollIntoView({ block: "nearest" });
    return card !== undefined;
  };
  const choose = (choice: string) => {
    const button = cards[Math.max(0, at)]?.querySelector<HTMLButtonElement>(`button[data-choice=${choice}]`);
    button?.click();
    return button !== undefined;
  };
  switch (key) {
    case "j":
      return go(at + 1);
    case "k":
      return go(at - 1);
    case "a":
      return choose("accept");
    case "r":
      return choose("reject");
    case "c":
      return choose("correct");
    default:
      return false;
  }
}
