import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { propertyRuns } from "../../test/property-runs.ts";
import {
  generationAfter,
  generationStatuses,
  trainingStatuses,
  type GenerationEvent,
  type GenerationState,
  type GenerationStatus,
} from "../index.ts";

const at = (status: GenerationStatus, images = 0): GenerationState => ({ status, outputs: 3, images });
const live = ["queued", "submitted", "running", "storing"] as const;
const ended = ["succeeded", "failed", "canceled", "expired"] as const;

describe("generationAfter", () => {
  test.each([
    ["queued", "submitted", "submitted"],
    ["queued", "running", "running"],
    ["queued", "storing", "storing"],
    ["queued", "failed", "failed"],
    ["queued", "canceled", "canceled"],
    ["queued", "expired", "expired"],
    ["submitted", "submitted", "submitted"],
    ["submitted", "running", "running"],
    ["submitted", "storing", "storing"],
    ["submitted", "failed", "failed"],
    ["submitted", "canceled", "canceled"],
    ["submitted", "expired", "expired"],
    ["running", "submitted", "running"],
    ["running", "running", "running"],
    ["running", "storing", "storing"],
    ["running", "failed", "failed"],
    ["running", "canceled", "canceled"],
    ["running", "expired", "expired"],
    ["storing", "submitted", "storing"],
    ["storing", "running", "storing"],
    ["storing", "storing", "storing"],
    ["storing", "failed", "failed"],
    ["storing", "canceled", "storing"],
    ["storing", "expired", "expired"],
  ] as const)("from %s by %s to %s", (from, type, to) => {
    expect(generationAfter(at(from), { type })).toEqual(at(to));
  });

  test("every end is final, whatever comes after", () => {
    for (const status of ended) {
      for (const type of ["submitted", "running", "storing", "failed", "canceled", "expired"] as const) {
        const state = at(status, 2);
        expect(generationAfter(state, { type })).toBe(state);
        expect(generationAfter(state, { type: "stored", images: 3 })).toBe(state);
      }
    }
  });

  test("stored counts while storing alone, and with no image is a failure", () => {
    expect(generationAfter(at("storing"), { type: "stored", images: 2 })).toEqual(at("succeeded", 2));
    for (const status of live.filter((before) => before !== "storing")) {
      const state = at(status);
      expect(generationAfter(state, { type: "stored", images: 2 })).toBe(state);
    }
    expect(generationAfter(at("storing"), { type: "stored", images: 0 })).toEqual(at("failed", 0));
  });

  test("never counts more images than were asked for", () => {
    expect(generationAfter(at("storing"), { type: "stored", images: 9 })).toEqual(at("succeeded", 3));
  });

  test("gives the same object back when nothing changes, and never changes what it is given", () => {
    const state = Object.freeze(at("running"));
    expect(generationAfter(state, { type: "submitted" })).toBe(state);
    expect(generationAfter(state, { type: "storing" })).not.toBe(state);
    expect(state.status).toBe("running");
  });

  test.each([
    { type: "unheard of" },
    { type: "stored" },
    { type: "stored", images: -1 },
    { type: "stored", images: 1.5 },
    { type: "stored", images: "2" },
    { type: "toString" },
    {},
    null,
    7,
  ])("is not moved by %j, which is no event", (event) => {
    const state = at("storing");
    // A caller without types can pass anything.
    expect(generationAfter(state, event as GenerationEvent)).toBe(state);
  });

  test("gives back what is no state", () => {
    // A caller without types can pass anything.
    expect(generationAfter(null as never, { type: "running" })).toBeNull();
    const odd = { status: "odd", outputs: 1, images: 0 } as never;
    expect(generationAfter(odd, { type: "running" })).toBe(odd);
  });

  test("the reports of one prediction reach one end in any order, with repeats and gaps", () => {
    const outcome = fc.constantFrom("storing", "failed", "canceled", "expired");
    fc.assert(
      fc.property(
        outcome,
        fc.array(fc.constantFrom("submitted", "running"), { maxLength: 6 }),
        fc.array(fc.nat(), { minLength: 1, maxLength: 3 }),
        (last, earlier, places) => {
          const reports: string[] = [...earlier];
          for (const place of places) reports.splice(place % (reports.length + 1), 0, last);
          // Safe: each report is one of the event types above.
          const events = reports.map((type) => ({ type }) as GenerationEvent);
          expect(events.reduce(generationAfter, at("queued"))).toEqual(at(last));
        },
      ),
      propertyRuns(),
    );
  });

  test("once ended, no sequence of events changes anything; before, no event moves back", () => {
    const event: fc.Arbitrary<GenerationEvent> = fc.oneof(
      fc.record({
        type: fc.constantFrom("submitted", "running", "storing", "failed", "canceled", "expired"),
      }),
      fc.record({ type: fc.constant("stored" as const), images: fc.integer({ min: -1, max: 5 }) }),
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 20 }), (events) => {
        let state = at("queued");
        for (const next of events) {
          const after = generationAfter(state, next);
          const isEnd = ended.some((status) => status === state.status);
          expect(isEnd ? after : state).toBe(state);
          expect(generationStatuses.indexOf(after.status)).toBeGreaterThanOrEqual(
            generationStatuses.indexOf(state.status),
          );
          expect(after.images > 0).toBe(after.status === "succeeded");
          expect(after.images).toBeLessThanOrEqual(after.outputs);
          state = after;
        }
      }),
      propertyRuns(),
    );
  });
});

test("the states of generations and trainings are these, in their order", () => {
  expect(generationStatuses).toEqual([...live, ...ended]);
  expect(trainingStatuses).toEqual([
    "draft",
    "uploading",
    "submitted",
    "running",
    "ready",
    "failed",
    "canceled",
  ]);
});
