import type { FaceObservation, LandmarkPoint, SingleFace } from "@selfsame/likeness";
import { z } from "zod";
import type { Keyring } from "../keys/keyring.ts";

const share = z.number();
const pose = z.object({ yawDegrees: share, pitchDegrees: share, rollDegrees: share });
const box = z.object({ x: share, y: share, width: share, height: share });
const chip = z.object({
  sharpness: share,
  meanLuma: share,
  clippedShare: share,
  lightAsymmetry: share,
});
const expression = z.object({
  happy: share,
  neutral: share,
  sad: share,
  angry: share,
  fearful: share,
  disgusted: share,
  surprised: share,
});

/** What is inside: all that was seen, the two long lists as 32-bit floats in base64. */
const kept = z.object({
  format: z.literal(1),
  depiction: z.enum(["photograph", "drawn"]),
  modelVersion: z.string(),
  face: z.object({
    box,
    boxScore: share,
    meshScore: share,
    pose,
    expression,
    happyBySecondNetwork: share,
    chip,
    mesh: z.string(),
    embedding: z.string(),
  }),
});

/** Where a sealed face belongs: it opens for no other selfie and no other subject. */
const placeOf = (subjectId: string, selfieId: string): string => `selfie ${subjectId}/${selfieId}`;

/** Whose face it is. */
interface FaceOf {
  readonly subjectId: string;
  readonly selfieId: string;
}

/** Encrypts the face of a selfie for its place: biometric data is not kept in the open. */
export const sealFace = (keyring: Keyring, of: FaceOf, { face, depiction, modelVersion }: SingleFace) => {
  const { mesh, embedding, ...rest } = face;
  const inside: z.infer<typeof kept> = {
    format: 1,
    depiction,
    modelVersion,
    face: { ...rest, mesh: toBase64(mesh.flat()), embedding: toBase64(embedding) },
  };
  return keyring.encrypt(
    "embeddings",
    placeOf(of.subjectId, of.selfieId),
    Buffer.from(JSON.stringify(inside)),
  );
};

/**
 * Opens the sealed face of a selfie.
 *
 * @throws SealedBytesError
 */
export const openFace = (keyring: Keyring, of: FaceOf, sealed: string): SingleFace => {
  const plain = keyring.decrypt("embeddings", placeOf(of.subjectId, of.selfieId), sealed);
  const { depiction, modelVersion, face } = kept.parse(JSON.parse(plain.toString()));
  const observation: FaceObservation = {
    ...face,
    mesh: pointsOf(fromBase64(face.mesh)),
    embedding: fromBase64(face.embedding),
  };
  return { face: observation, depiction, modelVersion };
};

/** Encrypts a sealed face again, with the studio's newest key. */
export const resealFace = (keyring: Keyring, of: FaceOf, sealed: string): string => {
  const place = placeOf(of.subjectId, of.selfieId);
  return keyring.encrypt("embeddings", place, keyring.decrypt("embeddings", place, sealed));
};

const bytesPerFloat = 4;

const toBase64 = (numbers: Iterable<number>): string => {
  const list = [...numbers];
  const bytes = Buffer.alloc(list.length * bytesPerFloat);
  for (const [index, number] of list.entries()) bytes.writeFloatLE(number, index * bytesPerFloat);
  return bytes.toString("base64");
};

const fromBase64 = (text: string): Float32Array => {
  const bytes = Buffer.from(text, "base64");
  return Float32Array.from({ length: bytes.length / bytesPerFloat }, (_, index) =>
    bytes.readFloatLE(index * bytesPerFloat),
  );
};

const pointsOf = (numbers: Float32Array): LandmarkPoint[] =>
  Array.from({ length: numbers.length / 3 }, (_, index) => [
    numbers[3 * index] ?? 0,
    numbers[3 * index + 1] ?? 0,
    numbers[3 * index + 2] ?? 0,
  ]);
