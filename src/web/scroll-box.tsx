import type { ComponentChildren } from "preact";

/** What scrolls must be within reach of the keyboard, and then needs a name. */
const REACHED_BY_KEYS = { tabIndex: 0 } as const;

export function ScrollBox({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ComponentChildren;
}) {
  return (
    <section class="scroll" aria-label={label} {...REACHED_BY_KEYS}>
      {children}
    </section>
  );
}
