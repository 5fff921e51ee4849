import type { MiddlewareHandler } from "hono";
import { secureHeaders } from "hono/secure-headers";

type SecureHeaders = NonNullable<Parameters<typeof secureHeaders>[0]>;

/** A year, as browsers' preload lists ask for it at least. */
const strictTransport = "max-age=31536000";

/** What no page of the studio uses, for itself and for whatever it could be made to load. */
const nothingOfTheMachine = {
  accelerometer: [],
  camera: [],
  displayCapture: [],
  geolocation: [],
  gyroscope: [],
  magnetometer: [],
  microphone: [],
  midi: [],
  payment: [],
  usb: [],
} satisfies SecureHeaders["permissionsPolicy"];

/** The page: its own scripts, styles and pictures, and nothing written into the document. */
const pagePolicy: SecureHeaders["contentSecurityPolicy"] = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  scriptSrcAttr: ["'none'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", "blob:", "data:"],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  objectSrc: ["'none'"],
  frameSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
};

/** Answers that are data: opened as a page they load nothing, run nothing and belong to nobody's origin. */
const dataPolicy: SecureHeaders["contentSecurityPolicy"] = {
  defaultSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'none'"],
  frameAncestors: ["'none'"],
  sandbox: [],
};

const dataPaths = [
  "/api/",
  "/downloads/",
  "/export/",
  "/images/",
  "/metrics",
  "/trpc/",
  "/webhooks/",
  "/healthz",
  "/readyz",
];

/**
 * The headers that every answer carries: who may load, frame, open and read it. Pictures and other data get a policy
 * under which they can be nothing else.
 *
 * @param isHttps whether the studio's address is https: browsers are then told to ask for it in no other way
 */
export const securityHeaders = (isHttps: boolean): MiddlewareHandler => {
  const headersWith = (contentSecurityPolicy: SecureHeaders["contentSecurityPolicy"]) =>
    secureHeaders({
      ...(contentSecurityPolicy === undefined ? {} : { contentSecurityPolicy }),
      crossOriginOpenerPolicy: "same-origin",
      crossOriginResourcePolicy: "same-origin",
      permissionsPolicy: nothingOfTheMachine,
      referrerPolicy: "same-origin",
      strictTransportSecurity: isHttps ? strictTransport : false,
      xFrameOptions: "DENY",
    });
  const [forPages, forData] = [headersWith(pagePolicy), headersWith(dataPolicy)];
  return (context, next) => {
    const isData = dataPaths.some((path) => context.req.path.startsWith(path));
    return (isData ? forData : forPages)(context, next);
  };
};
