import type { Point } from "./plane.ts";

export interface LabelWish extends Point {
  readonly id: string;
  readonly text: string;
  /** Higher is placed first. */
  readonly weight: number;
  /** Pixels from the point that the text must keep: the symbol's own radius. */
  readonly clear: number;
  /** CSS pixels. */
  readonly size: number;
}

export interface Label {
  readonly id: string;
  readonly text: string;
  readonly x: number;
  /** Baseline. */
  readonly y: number;
  readonly anchor: "start" | "middle" | "end";
  readonly size: number;
}

export interface LabelSheet {
  readonly width: number;
  readonly height: number;
  /** Points that no label may cover, besides those of the wishes. */
  readonly obstacles: readonly (Point & { readonly clear: number })[];
  /** Width of a text in CSS pixels; without it an estimate by script. */
  readonly measure?: (text: string, size: number) => number;
}

interface Rect {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

const CELL = 48;
/** Free pixels between two labels. */
const GAP = 2;

/** Labels that touch neither each other nor a symbol, the weightiest first; what finds no room is left out. */
export function placeLabels(wishes: readonly LabelWish[], sheet: LabelSheet): readonly Label[] {
  const taken = new RectGrid();
  const measure = sheet.measure ?? estimateWidth;
  for (const point of [...wishes, ...sheet.obstacles]) taken.add(around(point));
  const inOrder = [...wishes].sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1));
  const labels: Label[] = [];
  for (const wish of inOrder) {
    if (wish.x < 0 || wish.y < 0 || wish.x > sheet.width || wish.y > sheet.height) continue;
    const width = measure(wish.text, wish.size);
    for (const { rect, label } of positions(wish, width)) {
      const inside =
        rect.x0 >= 2 && rect.y0 >= 2 && rect.x1 <= sheet.width - 2 && rect.y1 <= sheet.height - 2;
      if (!inside || taken.hits(rect)) continue;
      taken.add(rect);
      labels.push(label);
      break;
    }
  }
  return labels;
}

function around({ x, y, clear }: Point & { readonly clear: number }): Rect {
  return { x0: x - clear, y0: y - clear, x1: x + clear, y1: y + clear };
}

/** Right, left, above, below, then the corners, in the order that a cartographer tries. */
function positions(wish: LabelWish, width: number): readonly { rect: Rect; label: Label }[] {
  const { id, text, size, x, y } = wish;
  const off = wish.clear + 3;
  const [up, down] = [size * 0.8, size * 0.25];
  const at = (anchor: Label["anchor"], left: number, lx: number, base: number) => ({
    rect: { x0: left - GAP, y0: base - up - GAP, x1: left + width + GAP, y1: base + down + GAP },
    label: { id, text, x: lx, y: base, anchor, size },
  });
  const middle = y + size * 0.34;
  const near = wish.clear + GAP;
  return [
    at("start", x + off, x + off, middle),
    at("end", x - off - width, x - off, middle),
    at("middle", x - width / 2, x, y - off - down),
    at("middle", x - width / 2, x, y + off + up),
    at("start", x + near, x + near, y - near - down),
    at("start", x + near, x + near, y + near + up),
    at("end", x - near - width, x - near, y - near - down),
    at("end", x - near - width, x - near, y + near + up),
  ];
}

/** Rough advance widths by script, in em: enough where no text can be measured. */
export function estimateWidth(text: string, size: number): number {
  let em = 0;
  for (const char of text) {
    const code = char.codePointAt(0)!;
    if (code < 0x250)
      em += /[iljtfrI.,'\- ]/.test(char)
        ? 0.33
        : /[mwMW]/.test(char)
          ? 0.86
          : /[A-Z]/.test(char)
            ? 0.68
            : 0.56;
    else if (code >= 0x300 && code < 0x370) em += 0;
    else if (code >= 0x1200 && code < 0x1400) em += 0.78;
    else if (code >= 0x1000 && code < 0x10a0) em += 0.72;
    else if (code >= 0x2e80) em += 1;
    else em += 0.58;
  }
  return em * size;
}

class RectGrid {
  private readonly cells = new Map<string, Rect[]>();

  add(rect: Rect): void {
    for (const key of keysOf(rect)) {
      const cell = this.cells.get(key);
      if (cell) cell.push(rect);
      else this.cells.set(key, [rect]);
    }
  }

  hits(rect: Rect): boolean {
    return keysOf(rect).some((key) =>
      this.cells.get(key)?.some((r) => r.x0 < rect.x1 && rect.x0 < r.x1 && r.y0 < rect.y1 && rect.y0 < r.y1),
    );
  }
}

function keysOf(rect: Rect): readonly string[] {
  const keys: string[] = [];
  for (let cx = Math.floor(rect.x0 / CELL); cx <= Math.floor(rect.x1 / CELL); cx++) {
    for (let cy = Math.floor(rect.y0 / CELL); cy <= Math.floor(rect.y1 / CELL); cy++)
      keys.push(`${cx},${cy}`);
  }
  return keys;
}
