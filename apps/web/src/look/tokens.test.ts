import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { describe, expect, it } from "vitest";

const source = fileURLToPath(new URL("..", import.meta.url));
const tokensFile = "look/tokens.css";
const tokens = readFileSync(`${source}${tokensFile}`, "utf8");
const leastTextContrast = 4.5;

const texts = ["ink", "quiet", "accent", "leaf", "amber-text"] as const;
const grounds = ["paper", "float"] as const;

describe.each(["light", "dark"] as const)("the %s theme", (theme) => {
  it.each(texts.flatMap((text) => grounds.map((ground) => [text, ground] as const)))(
    "sets %s on %s with enough contrast to read",
    (text, ground) => {
      expect(contrast(colour(text, theme), colour(ground, theme))).toBeGreaterThanOrEqual(leastTextContrast);
    },
  );

  it("sets the words of the one thing to press with enough contrast to read", () => {
    expect(contrast(colour("on-accent", theme), colour("accent", theme))).toBeGreaterThanOrEqual(
      leastTextContrast,
    );
  });

  it("draws outlines with enough contrast to find", () => {
    expect(contrast(colour("stone", theme), colour("paper", theme))).toBeGreaterThanOrEqual(3);
  });
});

describe("colours", () => {
  it("are written in the tokens and nowhere else", () => {
    const written = readdirSync(source, { recursive: true, encoding: "utf8" })
      .filter((path) => /\.(?:css|tsx)$/u.test(path) && path !== tokensFile)
      .filter((path) =>
        /#[0-9a-f]{3,8}\b(?!["'])|\b(?:rgb|hsl|oklch|light-dark)\(/iu.test(
          readFileSync(`${source}${path}`, "utf8"),
        ),
      );
    expect(written).toEqual([]);
  });
});

type Colour = readonly [number, number, number];

function colour(token: string, theme: "light" | "dark"): Colour {
  const pair = new RegExp(`--${token}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`, "u").exec(tokens);
  const hex = pair?.[theme === "light" ? 1 : 2];
  if (hex === undefined) throw new Error(`${token} has no colour for the ${theme} theme`);
  const part = (from: number) => Number.parseInt(hex.slice(from, from + 2), 16);
  return [part(1), part(3), part(5)];
}

/** WCAG 2.2, relative luminance and contrast ratio. */
function contrast(one: Colour, other: Colour): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(parts: Colour): number {
  const [red = 0, green = 0, blue = 0] = parts.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
