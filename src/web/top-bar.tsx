import { m } from "./messages.ts";
import { usePage } from "./use-page.ts";
import { VIEWS } from "./where.ts";

export function TopBar() {
  const page = usePage();
  const { view, embed } = page.where;
  return (
    <header class="top">
      <a
        class="mark"
        href="/"
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          page.move({ view: "map", place: undefined, filter: {} });
        }}
      >
        {m.name}
      </a>
      {!embed && (
        <nav aria-label={m.viewsLabel}>
          {VIEWS.map((one) => (
            <button
              key={one}
              type="button"
              class="tab"
              aria-current={view === one ? "page" : undefined}
              onClick={() => page.move({ view: one, filter: {} })}
            >
              {m.views[one]}
            </button>
          ))}
        </nav>
      )}
      {!embed && <VoiceSelect />}
    </header>
  );
}

function VoiceSelect() {
  const page = usePage();
  const { overview } = page.held;
  return (
    <label class="voice">
      <span>{m.voice.label}</span>
      <select
        name="voice"
        value={page.where.voice ?? ""}
        onChange={(event) => page.move({ voice: event.currentTarget.value || undefined })}
      >
        <option value="">{m.voice.all}</option>
        {overview && overview.camps.length > 0 && (
          <optgroup label={m.voice.camps}>
            {overview.camps.map(({ id, name }) => (
              <option key={id} value={`camp:${id}`}>
                {m.voice.camp(name)}
              </option>
            ))}
          </optgroup>
        )}
        {overview && overview.sources.length > 0 && (
          <optgroup label={m.voice.sources}>
            {overview.sources.map(({ name }) => (
              <option key={name} value={`source:${name}`}>
                {m.voice.source(name)}
              </option>
            ))}
          </optgroup>
        )}
      </select>
    </label>
  );
}
