import { buildPrompt, type Failure, presets, type Result, resolvePreset } from "@selfsame/flux-core";
import { findIdentity } from "../studio/find-identity.ts";
import { conceptDraft, type ConceptCard } from "./concept-card.ts";

/** Why a draft is no card. */
export type DraftRefusal =
  | Failure<"draft-malformed">
  | Failure<"draft-names-someone">
  | Failure<"brief-refused">
  | Failure<"expression-forced">;

/** Made up, and nobody's: a brief must build whoever is in it. */
const anyTrigger = "user00000000";

const refuse = (error: DraftRefusal): Result<never, DraftRefusal> => ({ ok: false, error });

/**
 * Makes a card of what an engine proposes, or says why not. The texts name nobody, the preset takes the changes, and
 * flux-core builds the brief on every preset without having to replace a forced smile.
 *
 * Errors: `draft-malformed`, `draft-names-someone`, `brief-refused`, `expression-forced`.
 */
export const checkDraft = (draft: unknown): Result<ConceptCard, DraftRefusal> => {
  const read = conceptDraft.safeParse(draft);
  if (!read.success) return refuse({ code: "draft-malformed", message: read.error.issues[0]?.message ?? "" });
  const { data } = read;
  const texts = [data.title, data.why, data.brief, data.light, data.place, data.clothes];
  if (texts.some((text) => findIdentity(text) !== null))
    return refuse({ code: "draft-names-someone", message: "A card holds what could name somebody." });
  const preset = resolvePreset(data.presetId, data.changes);
  if (!preset.ok) return refuse({ code: "draft-malformed", message: preset.error.message });
  for (const { triggerPlacement, promptQuality } of Object.values(presets)) {
    const built = buildPrompt({
      brief: data.brief,
      expression: data.expression,
      trigger: anyTrigger,
      placement: triggerPlacement,
      quality: promptQuality,
    });
    if (!built.ok) return refuse({ code: "brief-refused", message: built.error.message });
    const forced = built.value.notes.find(({ code }) => code.startsWith("expression-"));
    if (forced !== undefined) return refuse({ code: "expression-forced", message: forced.message });
  }
  return { ok: true, value: { ...data, cost: data.portraits } };
};
