/** A column of whole numbers of 32 bits that grows at its end. */
export interface GrowingNumbers {
  readonly length: number;
  push(number: number): void;
  /** The numbers so far; the column is empty after it and keeps its room. */
  take(): Int32Array;
}

export function createNumbers(): GrowingNumbers {
  let numbers = new Int32Array(64);
  let length = 0;
  return {
    get length() {
      return length;
    },
    push(number) {
      if (length === numbers.length) {
        const more = new Int32Array(length * 2);
        more.set(numbers);
        numbers = more;
      }
      numbers[length++] = number;
    },
    take() {
      const taken = numbers.slice(0, length);
      length = 0;
      return taken;
    },
  };
}
