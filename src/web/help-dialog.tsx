import { useEffect, useRef } from "preact/hooks";
import { STATE_ORDER } from "../map/palette.ts";
import { m } from "./messages.ts";
import { SymbolIcon } from "./symbol-icon.tsx";
import { usePage } from "./use-page.ts";

export function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const { overview } = usePage().held;
  const holders = overview?.actors.map(({ id }) => id) ?? [];
  useEffect(() => {
    dialog.current!.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      class="report help"
      aria-labelledby="help-title"
      onClose={onClose}
      {...{ closedby: "any" }}
    >
      <div class="report-sheet">
        <button type="button" class="close" aria-label={m.help.close} onClick={onClose}>
          ×
        </button>
        <h2 id="help-title">{m.help.title}</h2>
        <p>{m.help.twoDates}</p>
        <p>{m.help.reading}</p>
        <dl class="meanings signs">
          {STATE_ORDER.map((state) => (
            <div key={state}>
              <dt>
                <SymbolIcon state={state} holder={holders[0]} holders={holders} /> {m.state[state]}
              </dt>
              <dd>{m.stateMeaning[state]}</dd>
            </div>
          ))}
        </dl>
        <h3>{m.help.keysTitle}</h3>
        <dl class="meanings keys">
          {m.help.keys.map(([key, act]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{act}</dd>
            </div>
          ))}
        </dl>
        <h3>{m.help.mapTitle}</h3>
        <p>{m.map.keys}</p>
        <p class="fine">
          {m.map.disclaimer} {m.map.attribution}
        </p>
      </div>
    </dialog>
  );
}
