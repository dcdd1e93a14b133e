/** The style sheet of an exported page: reads on screens of any width and on paper. */
export const EXPORT_STYLE = `:root { color-scheme: light; }
body { margin: 0; background: #f6f5f1; color: #1b2127; font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 70rem; margin: 0 auto; padding: 1rem; }
h1, h2 { font-family: Georgia, "Liberation Serif", serif; line-height: 1.2; }
h3 { margin: 0.75rem 0 0.25rem; font-size: 0.875rem; color: #4f5963; }
figure { margin: 0 0 1.5rem; }
figure svg { max-width: 100%; height: auto; border: 1px solid #d8d5cc; }
a { color: #1a4f86; }
table { width: 100%; border-collapse: collapse; background: #fff; }
caption { text-align: start; font-weight: 600; }
th, td { padding: 0.3rem 0.5rem; border-bottom: 1px solid #d8d5cc; text-align: start; }
section { margin-top: 2rem; break-inside: avoid; }
:target { outline: 2px solid #0b57d0; outline-offset: 0.5rem; }
blockquote { margin: 0.4rem 0; padding-inline-start: 0.75rem; border-inline-start: 3px solid #d8d5cc; font-family: Georgia, "Liberation Serif", serif; }
blockquote p { margin: 0; }
blockquote footer { color: #4f5963; font: 0.8125rem system-ui, sans-serif; }
`;
