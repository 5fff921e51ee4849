import { type Expression, expressions } from "@selfsame/flux-core";
import { z } from "zod";

// Safe: flux-core's table has every expression as a key and no other.
const names = Object.keys(expressions) as [Expression, ...Expression[]];

/** One of flux-core's expressions, by its id. */
export const expressionName = z.enum(names);
