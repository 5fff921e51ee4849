import type { Expression } from "../views/views.ts";

/** From the stillest expression to the liveliest; a missing one does not compile. */
const liveliness = {
  neutral: 0,
  calm: 1,
  contemplative: 2,
  confident: 3,
  "soft-smile": 4,
  "warm-smile": 5,
  candid: 6,
  laughing: 7,
} satisfies Record<Expression, number>;

// Safe: the keys are those of the record above, which holds every expression.
export const expressionOrder = (Object.keys(liveliness) as Expression[]).toSorted(
  (one, other) => liveliness[one] - liveliness[other],
);
