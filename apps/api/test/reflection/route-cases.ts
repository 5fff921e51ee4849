import { tooLargeText } from "./junk.ts";
import type { Things } from "./things.ts";

/** One request, by path and what goes with it. */
export interface Asked {
  readonly path: string;
  readonly init?: RequestInit;
}

/** How one route is called by the suite that calls all of them. */
export interface RouteCase {
  /** A request that names what it can of one person. */
  readonly naming: (of: Things) => Asked;
  /** What it answers without an account. */
  readonly toNobody: number;
  /** Requests that make no sense, and the one answer to all of them. */
  readonly malformed: readonly [status: number, ...asked: Asked[]];
  /** Requests that are far too large, and the one answer to all of them. */
  readonly enormous: readonly [status: number, ...asked: Asked[]];
}

const post = (path: string, body: string, headers: Record<string, string> = {}): Asked => ({
  path,
  init: { method: "POST", body, headers: { "content-type": "application/json", ...headers } },
});
const paths = (...given: string[]): Asked[] => given.map((path) => ({ path }));
const addressTooLong = [431, { path: `/?${"a".repeat(100_000)}` }] as const;
const nobodys = "0197a000-0000-7000-8000-000000000001";
const signature = {
  "webhook-id": "msg_1",
  "webhook-timestamp": "1790000000",
  "webhook-signature": "v1,bm90IHNpZ25lZA==",
};

/**
 * Every route of the server, by method and pattern. What each line gets for it: requests with a second account's ids,
 * without an account, malformed and enormous ones, on both databases.
 */
export const routeCases: Readonly<Record<string, RouteCase>> = {
  "GET /healthz": {
    naming: () => ({ path: "/healthz" }),
    toNobody: 200,
    malformed: [200, ...paths("/healthz?%00", "/healthz?id[]=1&id[]=2")],
    enormous: addressTooLong,
  },
  "GET /readyz": {
    naming: () => ({ path: "/readyz" }),
    toNobody: 200,
    malformed: [200, ...paths("/readyz?%00")],
    enormous: addressTooLong,
  },
  // For whoever carries the watcher's token, which no account has; what it tells is tested in src/metrics.
  "GET /metrics": {
    naming: ({ subjectId }) => ({ path: `/metrics?subjectId=${subjectId}` }),
    toNobody: 401,
    malformed: [401, ...paths("/metrics?%00")],
    enormous: addressTooLong,
  },
  "POST /webhooks/replicate": {
    naming: ({ generationId }) =>
      post(`/webhooks/replicate?kind=generation&id=${generationId}`, '{"status":"succeeded"}', signature),
    toNobody: 401,
    malformed: [
      401,
      post("/webhooks/replicate", "{}"),
      post("/webhooks/replicate?kind=&id=%00", "no JSON", signature),
      post(`/webhooks/replicate?kind=training&id=${nobodys}`, "", {
        ...signature,
        "webhook-timestamp": "soon",
      }),
    ],
    enormous: [413, post("/webhooks/replicate", "a".repeat(2_100_000))],
  },
  "POST /webhooks/payments": {
    naming: ({ subjectId }) =>
      post(
        "/webhooks/payments",
        JSON.stringify({ type: "payment.succeeded", data: { paymentId: "p", subjectId, credits: 5 } }),
        signature,
      ),
    toNobody: 401,
    malformed: [
      401,
      post("/webhooks/payments", "{}"),
      post("/webhooks/payments", "no JSON", { ...signature, "webhook-timestamp": "soon" }),
    ],
    enormous: [413, post("/webhooks/payments", "a".repeat(200_000))],
  },
  // An operator is known by the studio's own secret, which no account has.
  "ALL /operator/*": {
    naming: ({ subjectId }) => ({ path: `/operator/${subjectId}` }),
    toNobody: 401,
    malformed: [401, ...paths("/operator/", "/operator/%00")],
    enormous: addressTooLong,
  },
  "POST /operator/audit-isolation": {
    naming: ({ subjectId }) => post("/operator/audit-isolation", JSON.stringify({ subjectId })),
    toNobody: 401,
    malformed: [401, post("/operator/audit-isolation", "no JSON"), post("/operator/audit-isolation", "null")],
    enormous: addressTooLong,
  },
  "POST /operator/grants": {
    naming: ({ subjectId }) => post("/operator/grants", JSON.stringify({ subjectId })),
    toNobody: 401,
    malformed: [401, post("/operator/grants", "no JSON"), post("/operator/grants", "null")],
    enormous: addressTooLong,
  },
  "POST /operator/suspend": {
    naming: ({ subjectId }) => post("/operator/suspend", JSON.stringify({ subjectId })),
    toNobody: 401,
    malformed: [401, post("/operator/suspend", "no JSON"), post("/operator/suspend", "null")],
    enormous: addressTooLong,
  },
  "GET /operator/backup": {
    naming: ({ subjectId }) => ({ path: `/operator/backup?subjectId=${subjectId}` }),
    toNobody: 401,
    malformed: [401, ...paths("/operator/backup?x=%00")],
    enormous: addressTooLong,
  },
  "GET /operator/doctor": {
    naming: ({ subjectId }) => ({ path: `/operator/doctor?subjectId=${subjectId}` }),
    toNobody: 401,
    malformed: [401, ...paths("/operator/doctor?x=%00")],
    enormous: addressTooLong,
  },
  "GET /operator/state": {
    naming: ({ subjectId }) => ({ path: `/operator/state?subjectId=${subjectId}` }),
    toNobody: 401,
    malformed: [401, ...paths("/operator/state?x=%00")],
    enormous: addressTooLong,
  },
  "GET /operator/acts": {
    naming: ({ subjectId }) => ({ path: `/operator/acts?subjectId=${subjectId}` }),
    toNobody: 401,
    malformed: [401, ...paths("/operator/acts?x=%00")],
    enormous: addressTooLong,
  },
  "POST /operator/pause": {
    naming: ({ subjectId }) => post("/operator/pause", JSON.stringify({ reason: subjectId })),
    toNobody: 401,
    malformed: [401, post("/operator/pause", "no JSON"), post("/operator/pause", "null")],
    enormous: addressTooLong,
  },
  "POST /operator/rotate-keys": {
    naming: ({ subjectId }) => post("/operator/rotate-keys", JSON.stringify({ subjectId })),
    toNobody: 401,
    malformed: [401, post("/operator/rotate-keys", "no JSON")],
    enormous: addressTooLong,
  },
  "POST /operator/resume": {
    naming: ({ subjectId }) => post("/operator/resume", JSON.stringify({ subjectId })),
    toNobody: 401,
    malformed: [401, post("/operator/resume", "no JSON")],
    enormous: addressTooLong,
  },
  "GET /operator/set-aside": {
    naming: ({ subjectId }) => ({ path: `/operator/set-aside?subjectId=${subjectId}` }),
    toNobody: 401,
    malformed: [401, ...paths("/operator/set-aside?x=%00")],
    enormous: addressTooLong,
  },
  "POST /operator/put-back": {
    naming: ({ subjectId }) => post("/operator/put-back", JSON.stringify({ ids: [subjectId] })),
    toNobody: 401,
    malformed: [401, post("/operator/put-back", "no JSON"), post("/operator/put-back", "null")],
    enormous: addressTooLong,
  },
  "GET /operator/spending": {
    naming: ({ subjectId }) => ({ path: `/operator/spending?from=${subjectId}` }),
    toNobody: 401,
    malformed: [401, ...paths("/operator/spending?from=x&until=%00")],
    enormous: addressTooLong,
  },
  "GET /api/auth/*": {
    naming: () => ({ path: "/api/auth/get-session" }),
    toNobody: 200,
    malformed: [
      404,
      ...paths("/api/auth/", "/api/auth/%00", "/api/auth//get-session", "/api/auth/get-session/x"),
    ],
    enormous: addressTooLong,
  },
  "POST /api/auth/*": {
    naming: () => post("/api/auth/sign-in/email", "{}"),
    toNobody: 400,
    malformed: [
      400,
      post("/api/auth/sign-in/email", "no JSON"),
      post("/api/auth/sign-in/email", "null"),
      post("/api/auth/sign-in/email", '{"email":{"$ne":""},"password":{"$ne":""}}'),
    ],
    enormous: [413, post("/api/auth/sign-in/email", tooLargeText)],
  },
  "ALL /trpc/*": {
    naming: ({ portraitId }) => ({
      path: `/trpc/gallery.get?input=${encodeURIComponent(JSON.stringify({ portraitId }))}`,
    }),
    toNobody: 401,
    malformed: [404, ...paths("/trpc/", "/trpc/nowhere", "/trpc/__proto__", "/trpc/gallery", "/trpc/%00")],
    enormous: [413, post("/trpc/generations.create", tooLargeText)],
  },
  "GET /images/shoots/:id/contact-sheet": {
    naming: ({ shootId }) => ({ path: `/images/shoots/${shootId}/contact-sheet` }),
    toNobody: 404,
    malformed: [404, ...paths("/images/shoots/1/contact-sheet", "/images/shoots/%00/contact-sheet")],
    enormous: addressTooLong,
  },
  "GET /images/shoots/:id/zip": {
    naming: ({ shootId }) => ({ path: `/images/shoots/${shootId}/zip` }),
    toNobody: 404,
    malformed: [404, ...paths("/images/shoots/1/zip", `/images/shoots/${nobodys}/zip`)],
    enormous: addressTooLong,
  },
  "GET /images/:kind/:id/:size": {
    naming: ({ portraitId }) => ({ path: `/images/portraits/${portraitId}/480` }),
    toNobody: 404,
    malformed: [
      404,
      ...paths(
        "/images/portraits/1/480",
        `/images/portraits/${nobodys}/481`,
        `/images/zips/${nobodys}/original`,
        "/images/portraits/%00/original",
        `/images/portraits/${encodeURIComponent("../../database")}/original`,
      ),
    ],
    enormous: addressTooLong,
  },
  "GET /export/:ticket": {
    naming: ({ subjectId }) => ({ path: `/export/${subjectId}` }),
    toNobody: 404,
    malformed: [404, ...paths("/export/1.2.3", "/export/%00", "/export/..%2f..%2fdatabase")],
    enormous: addressTooLong,
  },
  "GET /export/experiments/:experimentId/:format": {
    naming: ({ experimentId }) => ({ path: `/export/experiments/${experimentId}/csv` }),
    toNobody: 404,
    malformed: [
      404,
      ...paths(
        "/export/experiments/1/json",
        `/export/experiments/${nobodys}/pdf`,
        `/export/experiments/${nobodys}/%00`,
      ),
    ],
    enormous: addressTooLong,
  },
  "GET /downloads/portraits/:id": {
    naming: ({ portraitId }) => ({ path: `/downloads/portraits/${portraitId}` }),
    toNobody: 404,
    malformed: [
      404,
      ...paths("/downloads/portraits/1", "/downloads/portraits/%00", `/downloads/portraits/${nobodys}`),
    ],
    enormous: addressTooLong,
  },
  "POST /downloads/portraits": {
    naming: ({ portraitId }) => post("/downloads/portraits", JSON.stringify({ portraitIds: [portraitId] })),
    toNobody: 401,
    malformed: [
      400,
      post("/downloads/portraits", "no JSON"),
      post("/downloads/portraits", "null"),
      post("/downloads/portraits", '{"portraitIds":[]}'),
      post("/downloads/portraits", '{"portraitIds":["1"]}'),
    ],
    enormous: [413, post("/downloads/portraits", tooLargeText)],
  },
  "ALL /downloads/*": {
    naming: ({ portraitId }) => ({ path: `/downloads/${portraitId}` }),
    toNobody: 404,
    malformed: [404, ...paths("/downloads/", "/downloads/%00")],
    enormous: addressTooLong,
  },
  "ALL /export/*": {
    naming: ({ subjectId }) => post(`/export/${subjectId}`, "{}"),
    toNobody: 404,
    malformed: [404, ...paths("/export/", "/export/%00/x")],
    enormous: addressTooLong,
  },
  "GET /images/ballots/:experimentId/:ballot/:side/:size": {
    naming: ({ experimentId }) => ({ path: `/images/ballots/${experimentId}/0/first/480` }),
    toNobody: 404,
    malformed: [
      404,
      ...paths(
        "/images/ballots/1/0/first/480",
        `/images/ballots/${nobodys}/-1/first/480`,
        `/images/ballots/${nobodys}/0/third/480`,
        `/images/ballots/${nobodys}/0/first/original`,
      ),
    ],
    enormous: addressTooLong,
  },
  "ALL /api/*": {
    naming: ({ subjectId }) => ({ path: `/api/${subjectId}` }),
    toNobody: 404,
    malformed: [404, ...paths("/api/%00", "/api/__proto__")],
    enormous: addressTooLong,
  },
  "ALL /images/*": {
    naming: ({ portraitId }) => ({ path: `/images/${portraitId}` }),
    toNobody: 404,
    malformed: [404, ...paths("/images/", "/images/%00")],
    enormous: addressTooLong,
  },
  "ALL /webhooks/*": {
    naming: ({ generationId }) => post(`/webhooks/${generationId}`, "{}"),
    toNobody: 404,
    malformed: [404, ...paths("/webhooks/replicate", "/webhooks/%00")],
    enormous: addressTooLong,
  },
  // There where it is shown, and the page elsewhere; who is shown it is told in src/http/outbox-routes.test.ts.
  "GET /outbox": {
    naming: () => ({ path: "/outbox" }),
    toNobody: 200,
    malformed: [200, ...paths("/outbox?%00", "/outbox?to[]=x")],
    enormous: addressTooLong,
  },
  "ALL /assets/*": {
    naming: ({ portraitId }) => ({ path: `/assets/${portraitId}.png` }),
    toNobody: 404,
    malformed: [404, ...paths("/assets/%00", "/assets/..%5c..%5cindex.html", "/assets/%E0%A4%A")],
    enormous: addressTooLong,
  },
  // The page is one document for every address; what it shows comes by the routes above.
  "GET /*": {
    naming: ({ portraitId }) => ({ path: `/gallery/${portraitId}` }),
    toNobody: 200,
    malformed: [200, ...paths("/%00", "/__proto__", "/?next=javascript:alert(1)")],
    enormous: addressTooLong,
  },
};
