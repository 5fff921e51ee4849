import type { Expression, PresetId } from "@selfsame/flux-core";
import type { Framing } from "../../src/photoshoot/collections/collection-schema.ts";

/** A conversation with the offline composer, and what its last answer must and must not have. */
export interface CorpusCase {
  /** The person's turns; Maya answers each before the next. */
  readonly say: string | readonly string[];
  /** `proposed` where left out. */
  readonly outcome?: "asked" | "names-someone" | "gives-instructions";
  /** In every brief. */
  readonly every?: readonly string[];
  /** In at least one brief. */
  readonly some?: readonly string[];
  /** In no brief, title or why. */
  readonly none?: readonly string[];
  /** In what Maya says. */
  readonly says?: readonly string[];
  readonly expression?: Expression;
  readonly framing?: Framing;
  readonly cards?: number;
  readonly portraits?: number;
  readonly preset?: PresetId;
}
