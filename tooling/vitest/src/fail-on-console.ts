import { afterEach, beforeEach, vi } from "vitest";

const noise: string[] = [];

beforeEach(() => {
  noise.length = 0;
  for (const method of ["error", "warn"] as const) {
    vi.spyOn(console, method).mockImplementation((...written: unknown[]) => {
      noise.push(`console.${method}: ${written.map(String).join(" ")}`);
    });
  }
});

afterEach(() => {
  vi.restoreAllMocks();
  if (noise.length > 0) throw new Error(`The test wrote to the console:\n${noise.join("\n")}`);
});
