/** Name and version of these rules, as claims carry it. A change of what they read raises the version. */
export const EXTRACTOR = "rules@2";
