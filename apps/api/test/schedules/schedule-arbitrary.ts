import fc from "fast-check";
import { anyFault, paymentFault } from "./fault-arbitrary.ts";
import type { Action, InterruptedPlace, Interruption, Kill, OthersFirst, Schedule } from "./schedule.ts";

const second = 1_000;
const minute = 60 * second;

const afterMs = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 1, max: 5 * second }),
  fc.integer({ min: 1, max: 2 * minute }),
);

const generate = fc.record({
  kind: fc.constant("generate" as const),
  afterMs,
  outputs: fc.constantFrom(1, 1, 1, 1, 2, 3),
  // The same brief with the same seed twice is a person's right, and hard to tell apart in the provider's list.
  seed: fc.constantFrom(null, 7),
  scene: fc.integer({ min: 0, max: 2 }),
});
const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 8, arbitrary: generate },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant("cancel" as const), afterMs, which: fc.nat({ max: 2 }) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("train" as const), afterMs }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("storage-fails" as const),
      afterMs,
      forMs: fc.integer({ min: second, max: 30 * minute }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("absence" as const),
      afterMs,
      forMs: fc.oneof(
        fc.integer({ min: second, max: 20 * minute }),
        fc.integer({ min: 20 * minute, max: 5 * 60 * minute }),
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("low-credit" as const),
      afterMs,
      forMs: fc.integer({ min: second, max: 5 * minute }),
    }),
  },
);

const place: fc.Arbitrary<InterruptedPlace> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ around: fc.constant("anything"), afterTouches: fc.nat({ max: 40 }) }) },
  { weight: 1, arbitrary: fc.record({ around: fc.constant("payment"), afterTouches: fc.nat({ max: 3 }) }) },
);
const happening: fc.Arbitrary<Kill | OthersFirst> = fc.oneof(
  fc.record({
    kind: fc.constant("kill"),
    awayMs: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 10 * minute })),
  }),
  fc.record({
    kind: fc.constant("others-first"),
    passMs: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 5 * minute })),
  }),
);
const interruption: fc.Arbitrary<Interruption> = fc
  .tuple(place, happening)
  .map(([where, what]) => ({ ...where, ...what }));

const fates = fc.array(fc.constantFrom("once", "once", "once", "twice", "never"), {
  minLength: 1,
  maxLength: 5,
});

/** Anything at all, beginning with somebody who wants something. */
const mixed: fc.Arbitrary<Schedule> = fc.record({
  actions: fc
    .tuple(
      fc.oneof(
        { weight: 9, arbitrary: generate },
        { weight: 1, arbitrary: fc.record({ kind: fc.constant("train" as const), afterMs: fc.constant(0) }) },
      ),
      fc.array(action, { maxLength: 2 }),
    )
    .map(([first, others]) => [first, ...others]),
  faults: fc.array(anyFault, { maxLength: 4 }),
  interruptions: fc.array(interruption, { maxLength: 3 }),
  fates,
  random: fc.nat(),
});

const atFirstPayment: fc.Arbitrary<InterruptedPlace> = fc.record({
  around: fc.constant("payment"),
  afterTouches: fc.nat({ max: 2 }),
});
/** Longer than an unanswered request is waited for: then another process sends. */
const othersTakeOver: fc.Arbitrary<OthersFirst> = fc.record({
  kind: fc.constant("others-first"),
  passMs: fc.integer({ min: 2 * minute + 1, max: 8 * minute }),
});

/** One wish whose payment goes wrong twice, while another process takes over in the middle of it. */
const racing = (wish: "generate" | "train"): fc.Arbitrary<Schedule> =>
  fc.record({
    actions: fc
      .tuple(
        wish === "generate"
          ? generate
          : fc.record({ kind: fc.constant("train" as const), afterMs: fc.constant(0) }),
        fc.array(action, { maxLength: 1 }),
      )
      .map(([first, others]) => [first, ...others]),
    faults: fc.array(paymentFault(wish), { minLength: 1, maxLength: 3 }),
    interruptions: fc
      .tuple(
        fc
          .tuple(fc.oneof(place, atFirstPayment), othersTakeOver)
          .map(([where, what]) => ({ ...where, ...what })),
        fc.array(interruption, { maxLength: 1 }),
      )
      .map(([first, others]) => [first, ...others]),
    fates,
    random: fc.nat(),
  });
/** Any schedule; every fifth is a race for the payment. */
export const anySchedule: fc.Arbitrary<Schedule> = fc.oneof(
  { weight: 16, arbitrary: mixed },
  { weight: 3, arbitrary: racing("generate") },
  { weight: 1, arbitrary: racing("train") },
);
