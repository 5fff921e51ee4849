import { z } from "zod";
import { scopeOfProcedure } from "../../src/trpc/procedure-scopes.ts";
import { appRouter } from "../../src/trpc/router.ts";
import { describeSchema } from "./describe-schema.ts";

const definition = z.object({
  type: z.enum(["query", "mutation", "subscription"]),
  inputs: z.array(z.unknown()),
  output: z.unknown().optional(),
});
const reflected = z
  .record(
    z.string(),
    z.custom<{ readonly _def: unknown }>((value) => typeof value === "function" && "_def" in value),
  )
  .parse(appRouter._def.procedures);

/** What JSON cannot say, such as a form, is open here; the types say it. */
const schemaText = (given: unknown, io: "input" | "output"): string => {
  if (given instanceof z.ZodType)
    return describeSchema(z.toJSONSchema(given, { io, unrepresentable: "any" }));
  return given === undefined ? "as its type says" : "a form, or what its type says";
};

/** Everything the router can be asked, in order: what a token needs, what is taken, and what is given. */
export const describeSurface = (): string =>
  Object.entries(reflected)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([path, { _def }]) => {
      const { type, inputs, output } = definition.parse(_def);
      const takes = inputs.length === 0 ? "nothing" : schemaText(inputs.at(-1), "input");
      return `${path}\n${type}, ${scopeOfProcedure(path)}\ntakes ${takes}\ngives ${schemaText(output, "output")}\n`;
    })
    .join("\n");
