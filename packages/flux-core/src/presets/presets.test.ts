import { describe, expect, test } from "vitest";
import { enhancements, presetFor, presets, resolvePreset, services } from "../index.ts";

describe("presets", () => {
  test.each([
    ["previous", 2.8, 35, 95, "begin", "none"],
    ["natural-expression", 2.8, 50, 100, "begin-and-middle", "film-portrait"],
    ["strong-likeness", 3.5, 50, 100, "begin-and-middle", "film-portrait"],
  ] as const)(
    "%s has guidance %d, %d steps, quality %d, trigger at %s and quality words %s",
    (id, guidance, numInferenceSteps, outputQuality, triggerPlacement, promptQuality) => {
      expect(presets[id]).toMatchObject({
        id,
        guidance,
        numInferenceSteps,
        outputQuality,
        triggerPlacement,
        promptQuality,
        goFast: false,
        loraScale: 1,
        aspectRatio: "3:4",
        megapixels: "1",
        outputFormat: "png",
        outputs: 1,
        expressionPolicy: "natural",
        version: 1,
      });
      expect(presets[id].provenance).not.toBe("");
      expect(presets[id].notes.join(" ")).toContain("png");
    },
  );

  test("nothing of them can be changed", () => {
    expect(Reflect.set(presets, "previous", presets["strong-likeness"])).toBe(false);
    expect(Reflect.set(presets.previous, "guidance", 9)).toBe(false);
    expect(Reflect.set(presets.previous.notes, 0, "no")).toBe(false);
    expect(presets.previous.guidance).toBe(2.8);
  });

  test("natural-expression is where every service starts", () => {
    expect(services).toEqual(["studio", "maya", "photoshoot", "enhanced", "lab"]);
    expect(services.map((service) => presetFor(service).id)).toEqual(
      services.map(() => "natural-expression"),
    );
  });
});

describe("enhancements", () => {
  test("are three realism layers with their scale, their phrase and what was learned about them", () => {
    expect(
      Object.entries(enhancements).map(([level, { slug, scale, phrase }]) => [level, slug, scale, phrase]),
    ).toEqual([
      ["subtle", "prithivMLmods/Canopus-LoRA-Flux-FaceRealism", 0.6, "face realism"],
      ["medium", "prithivMLmods/Canopus-LoRA-Flux-UltraRealism-2.0", 0.8, "Ultra realistic"],
      ["dramatic", "strangerzonehf/Flux-Super-Portrait-LoRA", 1, "Super Portrait"],
    ]);
    for (const { note } of Object.values(enhancements)) expect(note).toContain("0.2");
  });

  test("cannot be changed", () => {
    expect(Reflect.set(enhancements.subtle, "scale", 2)).toBe(false);
  });
});

describe("resolvePreset", () => {
  test("gives the preset's own parameters when nothing is overridden", () => {
    expect(resolvePreset("previous")).toEqual({
      ok: true,
      value: {
        id: "previous",
        version: 1,
        guidance: 2.8,
        numInferenceSteps: 35,
        outputQuality: 95,
        goFast: false,
        loraScale: 1,
        aspectRatio: "3:4",
        megapixels: "1",
        outputFormat: "png",
        outputs: 1,
        triggerPlacement: "begin",
        promptQuality: "none",
        expressionPolicy: "natural",
      },
    });
  });

  test("changes what is overridden, and freezes the result", () => {
    const resolved = resolvePreset("natural-expression", { guidance: 0, goFast: true, outputFormat: "jpg" });
    if (!resolved.ok) throw new Error(resolved.error.message);
    expect(resolved.value).toMatchObject({
      guidance: 0,
      goFast: true,
      outputFormat: "jpg",
      numInferenceSteps: 50,
    });
    expect(Object.isFrozen(resolved.value)).toBe(true);
    expect(presets["natural-expression"].guidance).toBe(2.8);
  });

  test.each(["", "natural", "__proto__", "constructor", "toString", 3, null, undefined, {}])(
    "refuses the unknown preset %j",
    (id) => {
      // A caller without types can pass anything.
      expect(resolvePreset(id as string)).toMatchObject({
        ok: false,
        error: { code: "preset-unknown", field: "id" },
      });
    },
  );

  test.each([
    ["guidance", [0, 10, 2.8], [-0.01, 10.01, Number.NaN, Infinity, "3", null, true], 0, 10, false],
    ["numInferenceSteps", [1, 50], [0, 51, 35.5, "35"], 1, 50, true],
    ["outputQuality", [0, 100], [-1, 101, 99.5], 0, 100, true],
    ["loraScale", [-1, 3, 0.95], [-1.01, 3.01], -1, 3, false],
    ["outputs", [1, 4], [0, 5, 1.5], 1, 4, true],
  ] as const)("keeps %s within the model's schema and never clamps", (field, good, bad, min, max, whole) => {
    for (const value of good) {
      expect(resolvePreset("previous", { [field]: value })).toMatchObject({
        ok: true,
        value: { [field]: value },
      });
    }
    for (const value of bad) {
      expect(resolvePreset("previous", { [field]: value })).toMatchObject({
        ok: false,
        error: { code: "parameter-out-of-bounds", field, value, min, max, whole },
      });
    }
  });

  test.each([
    ["goFast", "yes"],
    ["aspectRatio", "custom"],
    ["megapixels", 1],
    ["outputFormat", "gif"],
    ["triggerPlacement", "end"],
    ["promptQuality", "8k"],
    ["expressionPolicy", "off"],
  ])("refuses %s %j and lists what is allowed", (field, value) => {
    const refused = resolvePreset("previous", { [field]: value });
    expect(refused).toMatchObject({ ok: false, error: { code: "parameter-not-allowed", field, value } });
    if (refused.ok || refused.error.code !== "parameter-not-allowed") throw new Error("not refused");
    expect(refused.error.allowed.length).toBeGreaterThan(1);
  });

  test("names an unknown parameter instead of dropping it", () => {
    const overrides = { guidance_scale: 3 };
    expect(resolvePreset("previous", overrides as object)).toMatchObject({
      ok: false,
      error: { code: "parameter-unknown", field: "guidance_scale" },
    });
    expect(resolvePreset("previous", { [Symbol("secret")]: 1 })).toMatchObject({
      ok: false,
      error: { code: "parameter-unknown", field: "Symbol(secret)" },
    });
    expect(resolvePreset("previous", JSON.parse('{"__proto__":{"guidance":9}}') as object)).toMatchObject({
      ok: false,
      error: { code: "parameter-unknown", field: "__proto__" },
    });
  });

  test("counts an override of undefined as not given", () => {
    const overrides: object = { guidance: undefined, unknown: undefined };
    expect(resolvePreset("previous", overrides)).toMatchObject({ ok: true, value: { guidance: 2.8 } });
  });

  test("answers with a value when the overrides cannot be read", () => {
    const throwing = {
      get guidance(): number {
        throw new Error("no");
      },
    };
    for (const overrides of [throwing, null, 3, "x", []]) {
      // A caller without types can pass anything.
      expect(resolvePreset("previous", overrides as object)).toMatchObject({
        ok: false,
        error: { code: "overrides-unreadable", field: "overrides" },
      });
    }
  });
});
