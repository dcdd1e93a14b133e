import { useState } from "preact/hooks";
import { type Claim, CONTROL_CHANGES, STAGES, STANCES } from "../domain/claim.ts";
import { m } from "./messages.ts";
import { usePage } from "./use-page.ts";

type Fields = Record<string, unknown>;

/** The fields of a claim that reviewers most often mend; only those that were changed are sent. */
export function CorrectForm(props: {
  readonly claim: Claim;
  readonly reviewer: string;
  readonly onReviewer: (name: string) => void;
  readonly onCancel: () => void;
  readonly onSave: (fields: Fields, reason: string) => void;
}) {
  const { claim } = props;
  const { overview } = usePage().held;
  const [fields, setFields] = useState<Fields>({});
  const [reason, setReason] = useState("");
  const set = (name: string, value: unknown) => setFields((old) => ({ ...old, [name]: value }));
  const select = (name: string, label: string, value: string, options: readonly string[]) => (
    <label key={name}>
      {label}
      <select name={name} value={value} onChange={(event) => set(name, event.currentTarget.value)}>
        {options.map((option) => (
          <option key={option}>{option}</option>
        ))}
      </select>
    </label>
  );
  return (
    <form
      class="correct"
      onSubmit={(event) => {
        event.preventDefault();
        props.onSave(fields, reason);
      }}
    >
      {claim.kind === "control" &&
        select("change", m.claim.kind.control, String(fields.change ?? claim.change), CONTROL_CHANGES)}
      {claim.kind === "control" && (
        <label>
          {m.claims.actor}
          <select
            name="actor"
            value={(fields.actor as { id: string } | undefined)?.id ?? claim.actor?.id ?? ""}
            onChange={(event) => {
              const actor = overview?.actors.find(({ id }) => id === event.currentTarget.value);
              set("actor", actor ? { ...actor, mention: actor.name } : null);
            }}
          >
            <option value="">{m.nobody}</option>
            {overview?.actors.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      {select("stance", m.claims.stance, String(fields.stance ?? claim.stance), STANCES)}
      {select("stage", m.claims.stage, String(fields.stage ?? claim.stage), STAGES)}
      <label>
        {m.dates.asOf}
        <input
          type="date"
          name="valid"
          value={(fields.valid as { from: string } | undefined)?.from ?? claim.valid.from ?? ""}
          onChange={(event) => set("valid", { from: event.currentTarget.value, precision: "day" })}
        />
      </label>
      <label>
        {m.review.reason}
        <input name="reason" value={reason} onInput={(event) => setReason(event.currentTarget.value)} />
      </label>
      <label>
        {m.review.reviewer}
        <input
          name="reviewer"
          value={props.reviewer}
          required
          onInput={(event) => props.onReviewer(event.currentTarget.value)}
        />
      </label>
      <div class="choices">
        <button type="submit">{m.review.save}</button>
        <button type="button" onClick={props.onCancel}>
          {m.review.cancel}
        </button>
      </div>
    </form>
  );
}
