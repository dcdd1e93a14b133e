import preact from "@preact/preset-vite";
import { defineConfig } from "vite";

/** Builds the page into dist/web; assets carry the hash of their content in their name. */
export default defineConfig({
  root: "src/web",
  publicDir: "public",
  base: "/",
  plugins: [preact({ devToolsEnabled: false, prefreshEnabled: false })],
  build: {
    outDir: "../../dist/web",
    emptyOutDir: true,
    target: "es2023",
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: true,
  },
});
