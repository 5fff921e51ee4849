import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { checkSignature, type ReceivedRequest, type S3Refusal, type SigningKey } from "./check-signature.ts";
import { answerDamaged, type S3Fault, withLostBit } from "./s3-faults.ts";
import { deletedXml, errorXml, keysToDelete, listXml } from "./s3-xml.ts";

/** What an S3 server of the tests is started with. */
export interface S3ServerOptions {
  readonly key: SigningKey;
  readonly bucket: string;
  /** How many entries a page of a listing has at most; S3's 1,000 when left out. */
  readonly pageSize?: number;
  /** Whether it answers with SHA-256 checksums of what it stores, as Amazon's does and others do not. */
  readonly checksums?: boolean;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** A local server that speaks the part of S3 that the studio uses, and verifies every request. */
export interface S3Server extends AsyncDisposable {
  readonly url: string;
  /** Every request that was answered: method, operation, and S3's code where it was refused. */
  readonly answered: { readonly method: string; readonly target: string; readonly code: string | null }[];
  /** What is stored, by key. */
  readonly objects: ReadonlyMap<string, StoredObject>;
  /** The next requests of a method go wrong, in this order; those after them do not. */
  readonly fail: (method: string, ...faults: readonly S3Fault[]) => void;
  /** Every request of a method goes wrong until this is called again with null; those without an answer get one then. */
  readonly failAlways: (method: string, fault: S3Fault | null) => void;
  /** Changes requests on their way, before they are verified, as somebody in the middle would; null stops it. */
  readonly tamper: (change: ((request: ReceivedRequest) => ReceivedRequest) | null) => void;
}

/** One object with the headers that it was written with. */
interface StoredObject {
  readonly bytes: Buffer;
  readonly contentType: string;
  readonly metadata: Readonly<Record<string, string>>;
  readonly checksum: string | undefined;
}

const usualPageSize = 1_000;

/** Starts one, with an empty bucket. Strong consistency, no versions, no multipart: the studio uses none of them. */
export async function startS3Server(options: S3ServerOptions): Promise<S3Server> {
  const { key, bucket, pageSize = usualPageSize, checksums = true, now = Date.now } = options;
  const objects = new Map<string, StoredObject>();
  const answered: { method: string; target: string; code: string | null }[] = [];
  const faults = new Map<string, S3Fault[]>();
  const lasting = new Map<string, S3Fault>();
  const held = new Set<ServerResponse>();
  let change: ((request: ReceivedRequest) => ReceivedRequest) | null = null;

  const answer = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const came: ReceivedRequest = {
      method: incoming.method ?? "",
      target: incoming.url ?? "",
      headers: incoming.headers,
      body: await buffer(incoming),
    };
    const request = change?.(came) ?? came;
    // A client with a wrong clock sets it by this.
    response.setHeader("date", new Date(now()).toUTCString());
    const fault = lasting.get(request.method) ?? faults.get(request.method)?.shift();
    const refusal =
      checkSignature(request, key, now()) ?? refusalOf(fault) ?? respond(request, response, fault);
    answered.push({ method: request.method, target: request.target, code: refusal?.code ?? null });
    if (refusal === null) return;
    response.writeHead(refusal.status, { "content-type": "application/xml" });
    response.end(request.method === "HEAD" ? undefined : errorXml(refusal.code, refusal.message));
  };

  const respond = (
    request: ReceivedRequest,
    response: ServerResponse,
    fault: S3Fault | undefined,
  ): S3Refusal | null => {
    if (fault === "no-answer") {
      held.add(response);
      return null;
    }
    const address = new URL(request.target, "http://s3");
    const [, named = "", ...rest] = address.pathname.split("/");
    const name = decodeURIComponent(rest.join("/"));
    if (named !== bucket)
      return { status: 404, code: "NoSuchBucket", message: "The specified bucket does not exist" };
    if (request.method === "GET" && address.searchParams.get("list-type") === "2")
      return list(address.searchParams, response);
    if (request.method === "POST" && address.searchParams.has("delete")) return deleteMany(request, response);
    if (request.method === "PUT") return put(name, request, response, fault);
    if (request.method === "DELETE") {
      objects.delete(name);
      response.writeHead(204).end();
      return null;
    }
    const found = objects.get(name);
    if (found === undefined)
      return { status: 404, code: "NoSuchKey", message: "The specified key does not exist." };
    const headers = {
      "content-type": found.contentType,
      "content-length": found.bytes.length,
      ...found.metadata,
      ...(found.checksum === undefined || request.headers["x-amz-checksum-mode"] !== "ENABLED"
        ? {}
        : { "x-amz-checksum-sha256": found.checksum }),
    };
    if (request.method === "GET" && answerDamaged(fault, response, headers, found.bytes)) return null;
    response.writeHead(200, headers).end(request.method === "HEAD" ? undefined : found.bytes);
    return null;
  };

  const put = (
    name: string,
    { headers, body }: ReceivedRequest,
    response: ServerResponse,
    fault: S3Fault | undefined,
  ): S3Refusal | null => {
    const claimed = headers["x-amz-checksum-sha256"];
    const checksum = createHash("sha256").update(body).digest("base64");
    if (checksums && claimed !== undefined && claimed !== checksum)
      return { status: 400, code: "BadDigest", message: "The SHA256 you specified did not match" };
    const bytes = fault === "bit-lost" ? withLostBit(body) : body;
    const metadata = Object.entries(headers).filter(([header]) => header.startsWith("x-amz-meta-"));
    objects.set(name, {
      bytes,
      contentType: headers["content-type"] ?? "binary/octet-stream",
      metadata: Object.fromEntries(metadata.map(([header, value]) => [header, String(value)])),
      checksum: checksums && fault === undefined ? checksum : undefined,
    });
    response.writeHead(200).end();
    return null;
  };

  const list = (query: URLSearchParams, response: ServerResponse): null => {
    const prefix = query.get("prefix") ?? "";
    const after = query.get("continuation-token") ?? "";
    const keys = [...objects.keys()].filter((name) => name.startsWith(prefix) && name > after).toSorted();
    const page = keys.slice(0, pageSize);
    const next = keys.length > page.length ? (page.at(-1) ?? null) : null;
    const entries = page.map((name) => ({ key: name, sizeBytes: objects.get(name)?.bytes.length ?? 0 }));
    response.writeHead(200, { "content-type": "application/xml" });
    response.end(listXml({ bucket, prefix, entries, next }));
    return null;
  };

  const deleteMany = ({ headers, body }: ReceivedRequest, response: ServerResponse): S3Refusal | null => {
    if (headers["content-md5"] !== createHash("md5").update(body).digest("base64"))
      return {
        status: 400,
        code: "InvalidRequest",
        message: "Missing or wrong required header: Content-MD5",
      };
    for (const name of keysToDelete(body.toString())) objects.delete(name);
    response.writeHead(200, { "content-type": "application/xml" }).end(deletedXml());
    return null;
  };

  const server = createServer((incoming, response) => {
    answer(incoming, response).catch(() => response.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  // Safe: a server that listens on a port has an address with one.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    answered,
    objects,
    fail: (method, ...given) => void faults.set(method, [...given]),
    failAlways: (method, fault) => {
      if (fault !== null) return void lasting.set(method, fault);
      lasting.delete(method);
      for (const response of held)
        response.writeHead(503).end(errorXml("SlowDown", "It is back: try again."));
      held.clear();
    },
    tamper: (given) => {
      change = given;
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

function refusalOf(fault: S3Fault | undefined): S3Refusal | null {
  if (fault === "slow-down")
    return { status: 503, code: "SlowDown", message: "Please reduce your request rate." };
  if (fault === "full") return { status: 507, code: "InsufficientStorage", message: "The disk is full." };
  return null;
}
