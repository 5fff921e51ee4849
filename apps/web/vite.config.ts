import react from "@vitejs/plugin-react";
import { defaultClientConditions, defineConfig } from "vite";

const api = `http://127.0.0.1:${process.env.PORT ?? "8787"}`;

export default defineConfig({
  plugins: [react()],
  resolve: { conditions: ["@selfsame/source", ...defaultClientConditions] },
  server: { host: "127.0.0.1", proxy: { "/trpc": api, "/api": api, "/images": api } },
  build: {
    // Fonts and pictures stay files of their own: a strict content policy allows no data addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: ["chrome123", "edge123", "firefox120", "safari17.5"],
    manifest: true,
    // What the page needs before any room, packed as one: in two dozen small files it is 8 kB more.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: "page", tags: ["$initial"] }] } } },
  },
});
