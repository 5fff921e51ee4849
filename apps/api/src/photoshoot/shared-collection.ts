import type { Failure } from "@selfsame/flux-core";
import { z } from "zod";
import type { IdentityTrace } from "../studio/find-identity.ts";
import { collection } from "./collections/collection-schema.ts";

export const sharedFormat = "selfsame-collection";
export const sharedFormatVersion = 1;

/** The longest file: 40 shots with every field full, in a script of four bytes a letter, still fit. */
export const maximumFileBytes = 256 * 1_024;

/** A collection as it leaves the studio: what to photograph, and not a word of who is in it or whose it is. */
export const sharedCollection = collection.omit({ id: true, version: true }).extend({
  format: z.literal(sharedFormat),
  formatVersion: z.literal(sharedFormatVersion),
});

/** A collection as it leaves the studio. */
export type SharedCollection = z.infer<typeof sharedCollection>;

/** A collection's own words, without format and without owner. */
export type CollectionWords = Omit<SharedCollection, "format" | "formatVersion">;

/** Why a collection was not taken in or given out. `path` names the field, as in `shots.2.light`. */
export type CollectionRefusal =
  | (Failure<"file-too-large"> & { readonly sizeBytes: number; readonly maximumBytes: number })
  | Failure<"not-json">
  | Failure<"format-unknown">
  | (Failure<"field-unknown"> & { readonly path: string })
  | (Failure<"field-invalid"> & { readonly path: string })
  | (Failure<"names-someone"> & { readonly path: string; readonly trace: IdentityTrace })
  | (Failure<"shot-unusable"> & { readonly path: string });
