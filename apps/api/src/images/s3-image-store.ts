import { createHash } from "node:crypto";
import { addAbortSignal, type Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import {
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type S3Client,
} from "@aws-sdk/client-s3";
import { contentTypeOfKey, ImageKeyError, isImageKey, isImagePrefix } from "./image-key.ts";
import {
  type ImageStore,
  type StorageOperation,
  StorageUnavailableError,
  type StoredImage,
  type StoredImageEntry,
} from "./image-store.ts";
import { isMissing, isPassing, S3Failure, s3Failure } from "./s3-failure.ts";
import { openS3Client } from "./s3-client.ts";
import type { S3Settings } from "./s3-settings.ts";
import { sha256Hex } from "./sha256-hex.ts";

/** Under this name an object carries the hash of its own bytes, so that any store's answer can be verified. */
const hashName = "sha256";
const readAttempts = 3;
/** S3's own limit of one request. */
const deletedAtOnce = 1_000;

/**
 * A bucket of an S3-compatible store as the place where pictures live. Keys name their content, so no write is
 * conditional: two that meet write the same bytes. What was written is verified with the store's own SHA-256 of it, or
 * read back where it has none; what is read is compared with the hash that it was written with, and asked for again
 * when it came damaged or in part.
 *
 * @example const images = openS3ImageStore({ bucket: "selfsame", region: "eu-north-1", … });
 */
export function openS3ImageStore(settings: S3Settings): ImageStore {
  const client = openS3Client(settings);
  const wholeMs = settings.patience.wholeMs;
  const place = (key: string) => ({ Bucket: settings.bucket, Key: `${settings.prefix}${key}` });
  const within = () => ({ abortSignal: AbortSignal.timeout(wholeMs) });

  const readOnce = async (key: string): Promise<StoredImage | undefined> => {
    const contentType = contentTypeOfKey(key);
    const abortSignal = AbortSignal.timeout(wholeMs);
    const object = await client.send(new GetObjectCommand(place(key)), { abortSignal }).catch(unlessMissing);
    if (object === undefined) return undefined;
    // Safe: under Node the library gives the answer's own stream.
    const body = addAbortSignal(abortSignal, object.Body as Readable);
    const bytes = await buffer(body);
    const hash = object.Metadata?.[hashName];
    if (bytes.length !== object.ContentLength || (hash !== undefined && sha256Hex(bytes) !== hash))
      throw new S3Failure("DAMAGED", `${bytes.length} bytes came, not the ones that were written`);
    return { bytes, sizeBytes: bytes.length, contentType };
  };

  /** The library repeats requests; a body that breaks off in the middle is asked for again here. */
  const read = async (key: string): Promise<StoredImage | undefined> => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await readOnce(key);
      } catch (thrown) {
        if (attempt === readAttempts || !isPassing(thrown)) throw thrown;
      }
    }
  };

  const requireWritten = async (key: string, bytes: Uint8Array): Promise<void> => {
    const found = await client.send(
      new HeadObjectCommand({ ...place(key), ChecksumMode: "ENABLED" }),
      within(),
    );
    if (found.ContentLength === bytes.length && found.ChecksumSHA256 === sha256Base64(bytes)) return;
    const stored = await read(key);
    // Under a key that names its content somebody else may have written meanwhile: the same bytes, so equal they must be.
    if (stored === undefined || sha256Hex(stored.bytes) !== sha256Hex(bytes))
      throw new S3Failure("DAMAGED", "what was written is not what is stored");
  };

  return {
    async put(key, bytes, contentType) {
      if (contentTypeOfKey(key) !== contentType)
        throw new ImageKeyError(`${key} does not name a picture of type ${contentType}`);
      await guarded("put", key, async () => {
        await client.send(
          new PutObjectCommand({
            ...place(key),
            Body: bytes,
            ContentType: contentType,
            ContentLength: bytes.length,
            ChecksumSHA256: sha256Base64(bytes),
            Metadata: { [hashName]: sha256Hex(bytes) },
          }),
          within(),
        );
        await requireWritten(key, bytes);
      });
    },

    async get(key) {
      contentTypeOfKey(key);
      return guarded("get", key, () => read(key));
    },

    async delete(key) {
      contentTypeOfKey(key);
      return guarded("delete", key, async () => {
        const found = await client.send(new HeadObjectCommand(place(key)), within()).catch(unlessMissing);
        if (found === undefined) return false;
        await client.send(new DeleteObjectCommand(place(key)), within());
        return true;
      });
    },

    async deleteMany(keys) {
      for (const key of keys) contentTypeOfKey(key);
      for (let from = 0; from < keys.length; from += deletedAtOnce) {
        const some = keys.slice(from, from + deletedAtOnce);
        await guarded("deleteMany", some[0] ?? "", async () => {
          const Objects = some.map((key) => ({ Key: place(key).Key }));
          const { Errors: [failed] = [] } = await client.send(
            new DeleteObjectsCommand({ Bucket: settings.bucket, Delete: { Objects, Quiet: true } }),
            within(),
          );
          if (failed !== undefined) throw new S3Failure(failed.Code ?? "unknown", failed.Message ?? "");
        });
      }
    },

    list(prefix) {
      if (!isImagePrefix(prefix))
        throw new ImageKeyError(`not a folder of pictures: ${JSON.stringify(prefix)}`);
      return entriesUnder(client, settings, prefix);
    },
  };
}

async function* entriesUnder(
  client: S3Client,
  { bucket, prefix: root, patience }: S3Settings,
  prefix: string,
): AsyncGenerator<StoredImageEntry> {
  for (let token: string | undefined; ;) {
    const page = await guarded("list", prefix, () =>
      client.send(
        new ListObjectsV2Command({ Bucket: bucket, Prefix: `${root}${prefix}`, ContinuationToken: token }),
        { abortSignal: AbortSignal.timeout(patience.wholeMs) },
      ),
    );
    for (const { Key: name = "", Size: sizeBytes = 0 } of page.Contents ?? []) {
      const key = name.slice(root.length);
      if (isImageKey(key)) yield { key, sizeBytes };
    }
    token = page.NextContinuationToken;
    if (token === undefined) return;
  }
}

async function guarded<T>(operation: StorageOperation, key: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    throw new StorageUnavailableError(operation, key, s3Failure(thrown));
  }
}

function unlessMissing(thrown: unknown): undefined {
  if (isMissing(thrown)) return undefined;
  throw thrown;
}

const sha256Base64 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("base64");
