import { useRef, useState } from "preact/hooks";
import type { ReadAnswer } from "../api/wire.ts";
import type { Claim } from "../domain/claim.ts";
import { m } from "./messages.ts";
import { MarkedText } from "./report-dialog.tsx";
import { postJson, Refused } from "./server.ts";
import { usePage } from "./use-page.ts";
import { claimWords, shortDay } from "./words.ts";

interface Pasted {
  readonly text: string;
  readonly title: string;
  readonly source: string;
  readonly publishedOn: string;
}

/** Paste or drop a report, see its claims in it, and only then add it. */
export function AddView() {
  const page = usePage();
  const [pasted, setPasted] = useState<Pasted>({ text: "", title: "", source: "", publishedOn: "" });
  const [reading, setReading] = useState<ReadAnswer | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState("");
  const body = Object.fromEntries(Object.entries(pasted).filter(([, value]) => value !== ""));
  const send = async (path: "read" | "reports") => {
    setBusy(true);
    setSaid("");
    try {
      const answer = await postJson<ReadAnswer>(path, body);
      setReading(answer);
      if (path === "reports") {
        setSaid(m.add.stored);
        await page.refresh();
      }
    } catch (error) {
      if (error instanceof Refused) setSaid(`${error.problem.title} ${error.problem.detail}`);
      else page.failed(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <section class="sheet">
      <h1>{m.add.title}</h1>
      {!reading ? (
        <PasteForm pasted={pasted} onChange={setPasted} busy={busy} onRead={() => send("read")} />
      ) : (
        <ReadResult
          reading={reading}
          busy={busy}
          stored={said === m.add.stored}
          onAgain={() => {
            setReading(undefined);
            setSaid("");
          }}
          onStore={() => send("reports")}
        />
      )}
      <p role="status" class="said">
        {said}
      </p>
    </section>
  );
}

function PasteForm(props: {
  readonly pasted: Pasted;
  readonly busy: boolean;
  readonly onChange: (pasted: Pasted) => void;
  readonly onRead: () => void;
}) {
  const { pasted, onChange } = props;
  const file = useRef<HTMLInputElement>(null);
  const take = async (given: File | undefined) => {
    if (given) onChange({ ...fieldsFrom(await given.text(), given.name, pasted) });
  };
  const field = (name: keyof Pasted, label: string, type?: "date") => (
    <label>
      {label}
      <input
        name={name}
        {...(type ? { type } : {})}
        value={pasted[name]}
        onInput={(event) => onChange({ ...pasted, [name]: event.currentTarget.value })}
      />
    </label>
  );
  return (
    <form
      class="paste"
      onSubmit={(event) => {
        event.preventDefault();
        props.onRead();
      }}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        void take(event.dataTransfer?.files[0]);
      }}
    >
      <p>{m.add.intro}</p>
      <label class="wide">
        {m.add.text}
        <textarea
          name="text"
          dir="auto"
          rows={14}
          required
          value={pasted.text}
          onInput={(event) => onChange({ ...pasted, text: event.currentTarget.value })}
        />
      </label>
      <label class="wide">
        {m.add.drop}
        <input
          ref={file}
          type="file"
          accept=".txt,.md,.json"
          onChange={() => take(file.current?.files?.[0])}
        />
      </label>
      {field("source", m.add.source)}
      {field("title", m.add.headline)}
      {field("publishedOn", m.add.published, "date")}
      <p class="fine">{m.add.publishedHelp}</p>
      <div class="choices wide">
        <button type="submit" class="main" disabled={props.busy || pasted.text.trim() === ""}>
          {props.busy ? m.add.reading : m.add.read}
        </button>
      </div>
    </form>
  );
}

/** A JSON report fills the fields; any other file is text. */
function fieldsFrom(text: string, name: string, before: Pasted): Pasted {
  if (!name.endsWith(".json")) return { ...before, text };
  try {
    const given = JSON.parse(text) as Record<string, unknown>;
    const word = (value: unknown) => (typeof value === "string" ? value : "");
    const source =
      typeof given.source === "object" && given.source
        ? (given.source as { name?: unknown }).name
        : given.source;
    return {
      text: word(given.text) || text,
      title: word(given.title),
      source: word(source),
      publishedOn: word(given.publishedOn),
    };
  } catch {
    return { ...before, text };
  }
}

function ReadResult(props: {
  readonly reading: ReadAnswer;
  readonly busy: boolean;
  readonly stored: boolean;
  readonly onAgain: () => void;
  readonly onStore: () => void;
}) {
  const { reading } = props;
  const page = usePage();
  const [asked, setAsked] = useState<string | undefined>(undefined);
  const rows = reading.claims.map((claim) => ({ claim }));
  return (
    <>
      <div class="choices">
        <button type="button" onClick={props.onAgain}>
          {m.add.again}
        </button>
        {page.held.overview!.may.add ? (
          <button
            type="button"
            class="main"
            disabled={props.busy || props.stored || reading.known}
            onClick={props.onStore}
          >
            {m.add.store}
          </button>
        ) : (
          <span class="quiet">{m.add.noStore}</span>
        )}
        {reading.known && !props.stored && <span class="quiet">{m.add.known}</span>}
      </div>
      {reading.problems.map((problem) => (
        <p key={problem.code} class="warning">
          {problem.cause} {problem.fix}
        </p>
      ))}
      <div class="read-sides">
        <MarkedText text={reading.text} rows={rows} asked={asked} />
        <div class="cards">
          <h2>{reading.claims.length === 0 ? m.add.none : m.add.found(reading.claims.length)}</h2>
          {reading.claims.map((claim) => (
            <FoundClaim
              key={claim.id}
              claim={claim}
              asked={asked === claim.id}
              onAsk={() => setAsked(claim.id)}
            />
          ))}
        </div>
      </div>
    </>
  );
}

function FoundClaim({
  claim,
  asked,
  onAsk,
}: {
  readonly claim: Claim;
  readonly asked: boolean;
  readonly onAsk: () => void;
}) {
  return (
    <button type="button" class="card found" aria-pressed={asked} onClick={onAsk}>
      <span>
        <span class="kind">{m.claim.kind[claim.kind]}</span>{" "}
        <strong>
          {claim.place && <bdi>{claim.place.name}</bdi>} {claimWords(claim)}
        </strong>{" "}
        <span class={`stance stance-${claim.stance}`}>{m.claim.stance[claim.stance]}</span>{" "}
        {claim.stage !== "done" && <span class="stage">{m.claim.stage[claim.stage]}</span>}
      </span>
      <span class="quiet">
        {[
          claim.speaker?.name ?? m.claim.ownVoice,
          claim.valid.from && m.claim.valid(shortDay(claim.valid.from)),
        ]
          .filter(Boolean)
          .join(" · ")}
      </span>
    </button>
  );
}
