import { expect, test } from "vitest";
import { checkSignature, signatureOf } from "./check-signature.ts";

// The key, the request and its signature are the first example of Amazon's "Authenticating Requests: Using the
// Authorization Header (AWS Signature Version 4)".
const key = {
  accessKeyId: "AKIAIOSFODNN7EXAMPLE",
  secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
  region: "us-east-1",
};
const emptyHash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
const signature = "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41";
const headers = {
  host: "examplebucket.s3.amazonaws.com",
  range: "bytes=0-9",
  "x-amz-content-sha256": emptyHash,
  "x-amz-date": "20130524T000000Z",
};
const signedHeaders = Object.keys(headers);
const request = { method: "GET", target: "/test.txt", headers, body: Buffer.alloc(0) };
const then = Date.UTC(2013, 4, 24);

const withAuthorization = {
  ...request,
  headers: {
    ...headers,
    authorization: `AWS4-HMAC-SHA256 Credential=${key.accessKeyId}/20130524/us-east-1/s3/aws4_request,SignedHeaders=${signedHeaders.join(";")},Signature=${signature}`,
  },
};

test("the signature of Amazon's own example comes out to the letter", () => {
  const about = { day: "20130524", date: "20130524T000000Z", signedHeaders, payloadHash: emptyHash };
  expect(signatureOf(request, key, about)).toBe(signature);
  expect(checkSignature(withAuthorization, key, then)).toBeNull();
});

test("it holds for fifteen minutes to either side and no longer", () => {
  const quarterMs = 15 * 60 * 1_000;
  for (const at of [then - quarterMs, then + quarterMs])
    expect(checkSignature(withAuthorization, key, at)).toBeNull();
  for (const at of [then - quarterMs - 1, then + quarterMs + 1])
    expect(checkSignature(withAuthorization, key, at)?.code).toBe("RequestTimeTooSkewed");
});
