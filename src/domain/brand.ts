/** A `Brand` means "checked": only the parser of the type may cast to it. */
export type Brand<T, Name extends string> = T & { readonly __brand: Name };
