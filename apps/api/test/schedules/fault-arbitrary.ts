import type { FaultRequest } from "@selfsame/replicate-simulator";
import fc from "fast-check";

/** The kinds of fault that the simulator knows. */
export type FaultKind = FaultRequest["kind"];

interface RequestTarget {
  readonly method: "GET" | "POST";
  readonly path: string;
}

/** Every request that the studio makes while it works. */
const requests: readonly RequestTarget[] = [
  { method: "POST", path: "/predictions" },
  { method: "GET", path: "/predictions" },
  { method: "GET", path: "/predictions/*" },
  { method: "POST", path: "/predictions/*/cancel" },
  { method: "POST", path: "/models/*/*/versions/*/trainings" },
  { method: "GET", path: "/trainings" },
  { method: "GET", path: "/trainings/*" },
  { method: "POST", path: "/trainings/*/cancel" },
  { method: "POST", path: "/files" },
  { method: "GET", path: "/files" },
  { method: "GET", path: "/models/*/*" },
  { method: "POST", path: "/models" },
];
/** Asked for while a webhook is answered: no time passes then, so a slow answer to them would never come. */
const askedWithinWebhooks: readonly RequestTarget[] = [
  { method: "GET", path: "/webhooks/default/secret" },
  { method: "GET", path: "/models/*/*/versions/*" },
];
const anyRequest = fc.option(fc.constantFrom(...requests, ...askedWithinWebhooks), { nil: {} });
/** The one request in the middle of it all is hit more often than the others. */
const request = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...requests.slice(0, 2)) },
  { weight: 3, arbitrary: anyRequest },
);

const second = 1_000;
const minute = 60 * second;
const often = fc.record(
  {
    times: fc.integer({ min: 1, max: 4 }),
    skip: fc.integer({ min: 0, max: 2 }),
    probability: fc.constant(0.5),
  },
  { requiredKeys: ["times"] },
);
/** Work of one generation, by the scene of its brief, or of trainings. */
const work = fc.oneof(
  { weight: 4, arbitrary: fc.record({ promptIncludes: fc.integer({ min: 0, max: 2 }).map(sceneOf) }) },
  { weight: 1, arbitrary: fc.record({ job: fc.constant("training" as const) }) },
);
const event = fc.option(fc.constantFrom("start" as const, "logs" as const, "completed" as const), {
  nil: undefined,
});
const message = fc.record({ event }).map(({ event: only }) => (only === undefined ? {} : { event: only }));

/** The words in a brief by which a fault finds the generation that a schedule asks for at this place. */
export function sceneOf(place: number): string {
  return `scene number ${place} of the day`;
}

const withKind = <const TKind extends FaultKind>(kind: TKind, ...parts: fc.Arbitrary<object>[]) =>
  fc
    .tuple(...parts)
    // Safe: the parts of each kind below are the fields that the simulator takes for it; it checks them again.
    .map((fields) => Object.assign({ kind }, ...fields) as FaultRequest & { readonly kind: TKind });

/** One arbitrary for every kind: a kind that is missing does not compile. */
const faultOfKind: { readonly [TKind in FaultKind]: fc.Arbitrary<FaultRequest> } = {
  "insufficient-credit": withKind("insufficient-credit", often),
  throttled: withKind(
    "throttled",
    often,
    request,
    fc.record({
      retryAfterSeconds: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 13, max: 900 })),
    }),
  ),
  "server-error": withKind("server-error", often, request),
  "server-error-html": withKind("server-error-html", often, request),
  "dropped-before": withKind("dropped-before", often, request),
  "dropped-after": withKind("dropped-after", often, request),
  "slow-answer": withKind(
    "slow-answer",
    often,
    fc.constantFrom(...requests),
    fc.record({ delayMs: fc.integer({ min: second, max: 60 * second }) }),
  ),
  "slow-start": withKind(
    "slow-start",
    work,
    fc.record({ delayMs: fc.integer({ min: second, max: 20 * minute }) }),
  ),
  "stuck-in-starting": withKind("stuck-in-starting", work),
  failed: withKind("failed", work),
  "failed-after-success-logs": withKind("failed-after-success-logs", work),
  "nsfw-some": withKind("nsfw-some", work),
  "nsfw-all": withKind("nsfw-all", work),
  "output-expired": withKind("output-expired", work),
  "output-truncated": withKind("output-truncated", work),
  "output-not-an-image": withKind("output-not-an-image", work),
  "webhook-lost": withKind("webhook-lost", often, message),
  "webhook-repeated": withKind("webhook-repeated", often, message),
  "webhook-reordered": withKind("webhook-reordered", often, message),
  "webhook-late": withKind(
    "webhook-late",
    often,
    message,
    fc.record({ delayMs: fc.integer({ min: second, max: 10 * minute }) }),
  ),
  "webhook-wrongly-signed": withKind("webhook-wrongly-signed", often, message),
};

/** Every kind of fault that the simulator knows. */
export const faultKinds = Object.keys(faultOfKind) as readonly FaultKind[];

/** Where each kind of work is asked for, and paid. */
export const paying = {
  generate: { method: "POST", path: "/predictions" },
  train: { method: "POST", path: "/models/*/*/versions/*/trainings" },
} as const;

/** What can go wrong with the very request that costs money: two of them in a row are what is hardest to get right. */
export const paymentFault = (wish: keyof typeof paying): fc.Arbitrary<FaultRequest> =>
  fc
    .oneof(
      fc.record({
        kind: fc.constantFrom("server-error", "dropped-before", "dropped-after", "insufficient-credit"),
      }),
      fc.record({ kind: fc.constant("throttled"), retryAfterSeconds: fc.integer({ min: 1, max: 60 }) }),
      fc.record({ kind: fc.constant("slow-answer"), delayMs: fc.integer({ min: second, max: 60 * second }) }),
    )
    .map((fault) => ({ ...fault, ...paying[wish], times: 1 }));

/** Any fault. */
export const anyFault = fc.oneof(...Object.values(faultOfKind));
