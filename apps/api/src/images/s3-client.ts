import { createHash } from "node:crypto";
import { S3Client } from "@aws-sdk/client-s3";
import type { S3Settings } from "./s3-settings.ts";

const attempts = 4;

/**
 * Opens a client: four attempts with growing pauses for what passes (503, 500, a broken connection), and checksums only
 * where S3 demands them, since many compatible stores refuse the library's newer ones.
 */
export function openS3Client(settings: S3Settings): S3Client {
  const { region, endpoint, accessKeyId, secretAccessKey, forcePathStyle, patience } = settings;
  const client = new S3Client({
    region,
    ...(endpoint === undefined ? {} : { endpoint }),
    credentials: { accessKeyId, secretAccessKey },
    forcePathStyle,
    maxAttempts: attempts,
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    requestHandler: {
      connectionTimeout: patience.connectMs,
      socketTimeout: patience.silenceMs,
    },
  });
  deleteManyByMd5(client);
  return client;
}

/** S3 wants a checksum of what is to be deleted; MD5 is the one that every store knows. */
function deleteManyByMd5(client: S3Client): void {
  client.middlewareStack.add(
    (next, context) => async (args) => {
      if (context.commandName !== "DeleteObjectsCommand") return next(args);
      // Safe: at this step of the library's stack it is an HTTP request with its body written out.
      const request = args.request as { headers: Record<string, string>; body: string };
      for (const name of Object.keys(request.headers)) {
        if (/^x-amz-(sdk-)?checksum-/i.test(name)) delete request.headers[name];
      }
      request.headers["content-md5"] = createHash("md5").update(request.body).digest("base64");
      return next(args);
    },
    // After the library's own checksums, and before the signature covers the headers.
    { step: "build", priority: "low", name: "deleteManyByMd5" },
  );
}
