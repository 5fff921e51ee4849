import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { runInNewContext } from "node:vm";

import { describe, expect, it } from "vitest";

import { chooseTheme, readThemeChoice } from "./theme-choice.ts";

const beforePaint = readFileSync(
  fileURLToPath(new URL("../../public/theme-before-paint.js", import.meta.url)),
  "utf8",
);

function createStorage() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

const blocked = () => {
  throw new DOMException("Storage is blocked", "SecurityError");
};

describe("the choice of a theme", () => {
  it("is the system's until one is chosen", () => {
    expect(readThemeChoice(createStorage)).toBe("system");
  });

  it.each(["light", "dark"] as const)("shows %s at once and before the next first paint", (choice) => {
    const storage = createStorage();
    const now = { dataset: {} as DOMStringMap };
    expect(chooseTheme(choice, now, () => storage)).toBe(true);
    expect(now.dataset["theme"]).toBe(choice);
    expect(readThemeChoice(() => storage)).toBe(choice);

    const next = { dataset: {} as DOMStringMap };
    runInNewContext(beforePaint, { localStorage: storage, document: { documentElement: next } });
    expect(next.dataset["theme"]).toBe(choice);
  });

  it("goes back to the system's and forgets the choice", () => {
    const storage = createStorage();
    const root = { dataset: {} as DOMStringMap };
    chooseTheme("dark", root, () => storage);
    chooseTheme("system", root, () => storage);
    expect(root.dataset["theme"]).toBeUndefined();
    expect(readThemeChoice(() => storage)).toBe("system");
  });

  it("says that it is not kept where the browser blocks storage, and holds all the same", () => {
    const root = { dataset: {} as DOMStringMap };
    expect(chooseTheme("dark", root, blocked)).toBe(false);
    expect(root.dataset["theme"]).toBe("dark");
    expect(readThemeChoice(blocked)).toBe("system");
  });

  it("does not stop the page from opening where the browser blocks storage", () => {
    const context = {
      get localStorage() {
        return blocked();
      },
      document: { documentElement: { dataset: {} } },
    };
    expect(() => runInNewContext(beforePaint, context) as unknown).not.toThrow();
  });
});
