import type { Film, Overview } from "../api/wire.ts";
import { addDays, type Day } from "../domain/day.ts";
import type { Shapes } from "../map/shapes.ts";
import { Reel, type Reel as ReelType, type Stretch, stretchOf } from "./reel.ts";
import { getJson, Refused, Unreachable } from "./server.ts";
import { type Move, moved, searchOf, type Where, whereFrom } from "./where.ts";

/** What the page holds besides its address. */
export interface Held {
  readonly overview?: Overview;
  readonly shapes?: Shapes;
  /** Why there is nothing to show. */
  readonly refused?: Refused;
  /** The server does not answer; what is held stays. */
  readonly gone: boolean;
  /** Grows whenever another part of the film has come. */
  readonly reels: number;
}

const POLL_MS = 10_000;
const RETRY_MS = 2_000;
/** Days before a reel's end from which its neighbour is asked for. */
const PREFETCH_DAYS = 15;
/** Reels kept; the oldest goes first. */
const MAX_REELS = 24;

/** The one changing thing of the page: its address, what the server gave, and who wants to know. */
export class PageState {
  where: Where = whereFrom(location.search);
  held: Held = { gone: false, reels: 0 };
  private readonly listeners = new Set<() => void>();
  private readonly reels = new Map<string, ReelType | "coming">();
  private timer = 0;

  constructor() {
    addEventListener("popstate", () => {
      this.where = { ...whereFrom(location.search), embed: this.where.embed };
      this.tell();
    });
  }

  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** `step` adds a step that Back undoes; a `slide` only changes the address. */
  move(move: Move, how: "step" | "slide" = "step"): void {
    const next = moved(this.where, move);
    const address = searchOf(next);
    this.where = next;
    this.quietly = false;
    const { refused: _old, ...held } = this.held;
    this.held = held;
    if (how === "step" && address !== location.pathname + location.search)
      history.pushState(null, "", address);
    else if (how === "slide") this.slideTo(address);
    this.tell();
  }

  private sliding = 0;

  /** Browsers refuse a hundred address changes a second: only the last of a slide is written. */
  private slideTo(address: string): void {
    clearTimeout(this.sliding);
    this.sliding = window.setTimeout(() => history.replaceState(null, "", address), 150);
  }

  /** An address that shows a colleague the same, even when the latest day is another one. */
  get link(): string {
    return location.origin + searchOf(moved(this.where, { ...this.viewpoint }));
  }

  get viewpoint(): { readonly asOf: Day; readonly knownAt: Day } | undefined {
    const asOf = this.where.asOf ?? this.held.overview?.last;
    if (asOf === undefined) return undefined;
    const latest = (this.held.overview?.last ?? asOf) as Day;
    return { asOf: asOf as Day, knownAt: this.where.apart ? (this.where.knownAt ?? latest) : (asOf as Day) };
  }

  /** Parameters of every question about the picture. */
  get question(): Readonly<Record<string, string | undefined>> {
    const { voice, judgements } = this.where;
    return { ...this.viewpoint, accordingTo: voice, judgements };
  }

  /** A place chosen by keys on the map: its panel then leaves the focus there. */
  quietly = false;

  /** The reel that holds the current viewpoint; asks for it when it is not there, and early for the one that comes next. */
  reel(voice = this.where.voice): ReelType | undefined {
    const { overview } = this.held;
    const viewpoint = this.viewpoint;
    if (!overview?.first || !overview.last || !viewpoint) return undefined;
    const [first, last] = [overview.first as Day, overview.last as Day];
    const found = this.reelOf(stretchOf(viewpoint.asOf, first, last), voice);
    for (const step of [-PREFETCH_DAYS, PREFETCH_DAYS]) {
      if (found) this.reelOf(stretchOf(dayAfter(viewpoint.asOf, step, first, last), first, last), voice);
    }
    return found;
  }

  private reelOf(stretch: Stretch, voice: string | undefined): ReelType | undefined {
    const { apart, judgements } = this.where;
    const query = {
      from: stretch.from,
      to: stretch.to,
      line: apart ? "as-of" : "linked",
      knownAt: apart ? this.viewpoint!.knownAt : undefined,
      accordingTo: voice,
      judgements,
    };
    const key = JSON.stringify([this.held.overview!.revision, query]);
    const found = this.reels.get(key);
    if (found !== undefined || this.held.gone) return found === "coming" ? undefined : found;
    if (this.reels.size >= MAX_REELS) this.reels.delete(this.reels.keys().next().value!);
    this.reels.set(key, "coming");
    getJson<Film>("film", query).then(
      (film) => {
        this.reels.set(key, new Reel(film, stretch.from));
        this.hold({ reels: this.held.reels + 1, gone: false });
      },
      (error) => {
        this.reels.delete(key);
        this.failed(error);
      },
    );
    return undefined;
  }

  /** Fetches what changed; called at the start, after every change by us, and from time to time. */
  async refresh(): Promise<void> {
    clearTimeout(this.timer);
    let wait = POLL_MS;
    try {
      const overview = await getJson<Overview>("overview");
      if (overview.revision !== this.held.overview?.revision) {
        this.reels.clear();
        const countries = overview.countries.map(({ code }) => code).join(",");
        const before = this.held.overview?.countries.map(({ code }) => code).join(",");
        this.hold({ overview, gone: false, reels: this.held.reels + 1 });
        if (countries !== before || !this.held.shapes) {
          this.hold({ shapes: await getJson<Shapes>("shapes", { countries }) });
        }
      } else if (this.held.gone) {
        this.hold({ gone: false, reels: this.held.reels + 1 });
      }
    } catch (error) {
      this.failed(error);
      wait = RETRY_MS;
    }
    this.timer = window.setTimeout(() => void this.refresh(), wait);
  }

  failed(error: unknown): void {
    if (error instanceof Refused) this.hold({ refused: error });
    else if (error instanceof Unreachable) {
      this.hold({ gone: true });
      clearTimeout(this.timer);
      this.timer = window.setTimeout(() => void this.refresh(), RETRY_MS);
    } else throw error;
  }

  hold(part: Partial<Held>): void {
    const { refused: _old, ...kept } = this.held;
    this.held = { ...kept, ...part };
    this.tell();
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

export function dayAfter(day: Day, days: number, first: Day, last: Day): Day {
  const next = addDays(day, days);
  return next < first ? first : next > last ? last : next;
}
