const escape = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

const unescape = (text: string) =>
  text.replaceAll("&quot;", '"').replaceAll("&gt;", ">").replaceAll("&lt;", "<").replaceAll("&amp;", "&");

const head = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** An error as S3 words it. */
export const errorXml = (code: string, message: string): string =>
  `${head}<Error><Code>${code}</Code><Message>${escape(message)}</Message><RequestId>0</RequestId></Error>`;

/** One page of a listing. */
export function listXml(page: {
  readonly bucket: string;
  readonly prefix: string;
  readonly entries: readonly { readonly key: string; readonly sizeBytes: number }[];
  readonly next: string | null;
}): string {
  const contents = page.entries.map(
    ({ key, sizeBytes }) =>
      `<Contents><Key>${escape(key)}</Key><Size>${sizeBytes}</Size><StorageClass>STANDARD</StorageClass></Contents>`,
  );
  const next =
    page.next === null ? "" : `<NextContinuationToken>${escape(page.next)}</NextContinuationToken>`;
  return `${head}<ListBucketResult><Name>${page.bucket}</Name><Prefix>${escape(page.prefix)}</Prefix><KeyCount>${page.entries.length}</KeyCount><IsTruncated>${page.next !== null}</IsTruncated>${next}${contents.join("")}</ListBucketResult>`;
}

/** The answer to a quiet request that deletes many: nothing but what failed. */
export const deletedXml = (): string => `${head}<DeleteResult></DeleteResult>`;

/** The keys that a request to delete many names. */
export const keysToDelete = (xml: string): string[] =>
  [...xml.matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, key = ""]) => unescape(key));
