import { getHeapStatistics, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** Bytes that may be added to what was needed at the last look. */
const SLACK = 70_000_000;

/**
 * To be called now and then by work that may go on for hours: on a machine with much memory V8 lets what is no longer
 * needed grow to hundreds of megabytes before it looks for it.
 */
export function memoryTidier(): () => void {
  setFlagsFromString("--expose-gc");
  const collect: () => void = runInNewContext("gc");
  let needed = 0;
  return () => {
    if (getHeapStatistics().used_heap_size < needed + SLACK) return;
    collect();
    needed = getHeapStatistics().used_heap_size;
  };
}
