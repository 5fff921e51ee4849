import { join, resolve } from "node:path";
import type { DatabaseLocation } from "./db/open-database.ts";
import type { PlaceSettings } from "./env.ts";
import type { ImageLocation } from "./images/open-image-store.ts";
import { usualS3Patience } from "./images/s3-settings.ts";

/** Where these settings keep rows. */
export const databaseLocation = (settings: PlaceSettings): DatabaseLocation =>
  settings.DATABASE_URL === undefined
    ? { kind: "pglite", folder: join(resolve(settings.DATA_DIR), "database") }
    : { kind: "postgres", url: settings.DATABASE_URL, maximumConnections: settings.DATABASE_CONNECTIONS };

/** Where these settings keep pictures. */
export const imageLocation = (settings: PlaceSettings): ImageLocation => {
  const {
    S3_BUCKET: bucket,
    S3_ACCESS_KEY_ID: accessKeyId,
    S3_SECRET_ACCESS_KEY: secretAccessKey,
  } = settings;
  if (bucket === undefined || accessKeyId === undefined || secretAccessKey === undefined) {
    const folder = join(resolve(settings.DATA_DIR), "images");
    return { kind: "files", folder, shared: settings.ROLE !== "all" };
  }
  return {
    kind: "s3",
    settings: {
      bucket,
      accessKeyId,
      secretAccessKey,
      region: settings.S3_REGION,
      endpoint: settings.S3_ENDPOINT,
      forcePathStyle: settings.S3_FORCE_PATH_STYLE,
      prefix: settings.S3_PREFIX,
      patience: usualS3Patience,
    },
  };
};
