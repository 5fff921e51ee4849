import type { Level } from "@selfsame/flux-core";
import type { z } from "zod";
import { lockSubject } from "../account/account.store.ts";
import { requireConsent } from "../account/require-consent.ts";
import { creditsPerPortrait } from "../credits/credit-settings.ts";
import { requireAffordable } from "../credits/require-affordable.ts";
import { DomainError } from "../errors/domain-error.ts";
import { findPortrait } from "../gallery/portrait.store.ts";
import { createGenerationIn } from "../generations/create-generation-in.ts";
import { findGeneration, type GenerationRow } from "../generations/generation.store.ts";
import type { GenerationWish } from "../generations/plan-generation.ts";
import { noteRefusal } from "../isolation/note-refusal.ts";
import { requireRunnableModel } from "../models/require-runnable-model.ts";
import type { Caller } from "../studio/caller.ts";
import type { Studio, SubjectTransaction } from "../studio/studio.ts";
import { type EnhancedPairRow, findPairByKey, insertPair } from "./enhanced-pair.store.ts";
import { type pairView, readPairViews } from "./pair-view.ts";
import { plainWishOf, whyNotComparable } from "./why-not-comparable.ts";

const highestSeed = 2_147_483_647;

/** What is enhanced: a portrait that is there, or a brief of which both are made. */
export type PairSource =
  | {
      readonly kind: "portrait";
      readonly portraitId: string;
      /** Whether the plain run is made anew as well, on the same seed: for when the portrait's own no longer compares. */
      readonly both: boolean;
    }
  | { readonly kind: "brief"; readonly wish: Omit<GenerationWish, "service" | "enhancement"> };

/** What a person asks of an enhancement. */
export interface PairWish {
  readonly level: Exclude<Level, "none">;
  readonly from: PairSource;
  readonly idempotencyKey: string;
}

/**
 * Makes an enhanced run of the caller's own model beside a plain one that differs in nothing else: both at once, or the
 * enhanced one beside a portrait that is there. One transaction; the same idempotency key gives the same pair again.
 *
 * @throws DomainError `not_found`, `pair_not_comparable` and those of `createGenerationIn`; `credits_insufficient` names
 *   the whole price
 */
export const createPair = async (
  studio: Studio,
  caller: Caller,
  wish: PairWish,
): Promise<z.infer<typeof pairView>> =>
  noteRefusal(studio, caller.subjectId, () =>
    studio.actingAs(caller.subjectId, async (tx) => {
      // Held to the end: two requests with one key, sent at once, become one pair.
      await lockSubject(tx, caller.subjectId);
      const pair =
        (await findPairByKey(tx, wish.idempotencyKey)) ?? (await makePair(studio, tx, caller, wish));
      const [view] = await readPairViews(tx, [pair]);
      if (view === undefined) throw new Error(`Pair ${pair.id} was made and cannot be read`);
      return view;
    }),
  );

const makePair = async (
  studio: Studio,
  tx: SubjectTransaction,
  caller: Caller,
  { level, from, idempotencyKey }: PairWish,
): Promise<EnhancedPairRow> => {
  await requireConsent(tx, caller.subjectId);
  await requireRunnableModel(tx, caller.subjectId);
  const source = from.kind === "portrait" ? await findSource(tx, from.portraitId) : null;
  const beside = from.kind === "portrait" && !from.both ? source : null;
  if (beside !== null) {
    const reason = await whyNotComparable(tx, caller, beside);
    if (reason !== null) throw new DomainError("pair_not_comparable", { reason });
  }
  const plainWish: GenerationWish =
    from.kind === "brief"
      ? { ...from.wish, service: "enhanced", enhancement: "none" }
      : plainWishOf(source ?? missing());
  const runs = beside === null ? 2 : 1;
  await requireAffordable(studio, tx, caller.subjectId, runs * plainWish.outputs * creditsPerPortrait);
  const seed = source?.seed ?? studio.identifiers.randomWhole(1, highestSeed);
  const once = { seed, idempotencyKey: null };
  const plain = beside ?? (await createGenerationIn(studio, tx, caller, { ...plainWish, ...once }));
  const enhanced = await createGenerationIn(studio, tx, caller, {
    ...plainWish,
    ...once,
    enhancement: level,
  });
  return insertPair(tx, {
    id: studio.identifiers.next(),
    subjectId: caller.subjectId,
    level,
    plainGenerationId: plain.id,
    enhancedGenerationId: enhanced.id,
    idempotencyKey,
    createdAt: studio.clock.now(),
  });
};

const missing = (): never => {
  throw new DomainError("not_found", { what: "portrait" });
};

const findSource = async (tx: SubjectTransaction, portraitId: string): Promise<GenerationRow> => {
  const portrait = await findPortrait(tx, portraitId);
  return (portrait && (await findGeneration(tx, portrait.generationId))) ?? missing();
};
