import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Point } from "../map/plane.ts";
import { pannedBy, type Zoom, zoomedAround } from "./map-zoom.ts";

interface Gestures {
  readonly zoom: Zoom;
  readonly setZoom: (zoom: Zoom) => void;
  readonly onTap: (at: Point, touch: boolean) => void;
  readonly onHover: (at: Point | undefined) => void;
}

/** Pixels that a finger may tremble and still tap. */
const TREMBLE = 6;
const DOUBLE_TAP_MS = 300;

/** Mouse, touch and pen: drag to pan, wheel or two fingers to zoom, tap to pick. */
export function useGestures(ref: RefObject<SVGSVGElement | null>, gestures: Gestures): void {
  const now = useRef(gestures);
  now.current = gestures;
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const fingers = new Map<number, Point>();
    let start: Point | undefined;
    let dragged = false;
    let lastTap = 0;
    const at = (event: PointerEvent | WheelEvent): Point => {
      const box = element.getBoundingClientRect();
      return { x: event.clientX - box.left, y: event.clientY - box.top };
    };
    const size = () => element.getBoundingClientRect();
    const down = (event: PointerEvent) => {
      if (event.button !== 0) return;
      fingers.set(event.pointerId, at(event));
      start = at(event);
      dragged = fingers.size > 1;
    };
    const move = (event: PointerEvent) => {
      const before = fingers.get(event.pointerId);
      const here = at(event);
      if (!before) {
        if (event.pointerType === "mouse") now.current.onHover(here);
        return;
      }
      if (!dragged && start && Math.hypot(here.x - start.x, here.y - start.y) > TREMBLE) {
        dragged = true;
        element.setPointerCapture(event.pointerId);
      }
      if (!dragged) return;
      const others = [...fingers].filter(([id]) => id !== event.pointerId);
      const { zoom, setZoom } = now.current;
      if (others.length === 0) setZoom(pannedBy(zoom, here.x - before.x, here.y - before.y, size()));
      else {
        const still = others[0]![1];
        const spread = Math.hypot(here.x - still.x, here.y - still.y);
        const was = Math.hypot(before.x - still.x, before.y - still.y);
        const middle = { x: (here.x + still.x) / 2, y: (here.y + still.y) / 2 };
        if (was > 0) setZoom(zoomedAround(zoom, spread / was, middle, size()));
      }
      fingers.set(event.pointerId, here);
    };
    const up = (event: PointerEvent) => {
      const known = fingers.delete(event.pointerId);
      if (!known || dragged || event.type === "pointercancel") return;
      const here = at(event);
      const double = event.timeStamp - lastTap < DOUBLE_TAP_MS;
      lastTap = event.timeStamp;
      if (double) now.current.setZoom(zoomedAround(now.current.zoom, 2, here, size()));
      else now.current.onTap(here, event.pointerType !== "mouse");
    };
    const wheel = (event: WheelEvent) => {
      event.preventDefault();
      const factor = Math.exp(-event.deltaY * (event.deltaMode === 1 ? 0.05 : 0.0016));
      now.current.setZoom(zoomedAround(now.current.zoom, factor, at(event), size()));
    };
    const leave = () => now.current.onHover(undefined);
    element.addEventListener("pointerdown", down);
    element.addEventListener("pointermove", move);
    element.addEventListener("pointerup", up);
    element.addEventListener("pointercancel", up);
    element.addEventListener("pointerleave", leave);
    element.addEventListener("wheel", wheel, { passive: false });
    return () => {
      element.removeEventListener("pointerdown", down);
      element.removeEventListener("pointermove", move);
      element.removeEventListener("pointerup", up);
      element.removeEventListener("pointercancel", up);
      element.removeEventListener("pointerleave", leave);
      element.removeEventListener("wheel", wheel);
    };
  }, []);
}
