/** The object with fields that are made when they are first read, and then kept; copies and JSON see them like any other. */
export function withLater<Now extends object, Later extends object>(
  now: Now,
  makers: { readonly [Field in keyof Later]: () => Later[Field] },
): Now & Later {
  for (const field of Object.keys(makers) as (keyof Later & string)[]) {
    Object.defineProperty(now, field, {
      enumerable: true,
      configurable: true,
      get: () => {
        const value = makers[field]();
        Object.defineProperty(now, field, { value, enumerable: true });
        return value;
      },
    });
  }
  return now as Now & Later;
}
