/** One input of a model, as cog describes it; `choices` become an enum of their own, as cog writes them. */
export interface CogInput {
  type: "string" | "integer" | "number" | "boolean";
  description: string;
  default?: string | number | boolean;
  minimum?: number;
  maximum?: number;
  choices?: readonly string[];
  format?: "uri" | "password";
  secret?: boolean;
  required?: boolean;
}

/** Inputs by name, in the order in which a page shows them. */
export type CogInputs = Readonly<Record<string, CogInput>>;
