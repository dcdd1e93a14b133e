import { m } from "./messages.ts";
import { SaveMenu } from "./save-menu.tsx";
import { usePage } from "./use-page.ts";
import { VIEWS } from "./where.ts";

export function TopBar({ openHelp }: { readonly openHelp: () => void }) {
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
      {embed ? (
        <a class="full" href={page.link.replace(/[?&]embed=1/, "")} target="_blank" rel="noopener">
          {m.embedFull}
        </a>
      ) : (
        <div class="top-end">
          <VoiceSelect />
          <SaveMenu />
          <button
            type="button"
            class="tool"
            aria-label={m.help.open}
            title={`${m.help.open} (?)`}
            onClick={openHelp}
          >
            ?
          </button>
        </div>
      )}
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
