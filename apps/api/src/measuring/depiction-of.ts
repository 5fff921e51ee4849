import type { Depiction } from "@selfsame/likeness";

/** Whether a selfie is a photograph of a person, or one of the drawn set. */
export const depictionOf = ({ drawn }: { readonly drawn: boolean }): Depiction =>
  drawn ? "drawn" : "photograph";
