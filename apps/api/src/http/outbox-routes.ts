import { Hono } from "hono";
import { html } from "hono/html";
import type { FileOutbox } from "../mail/file-outbox.ts";
import type { ServerEnvironment } from "./server-environment.ts";

const ownNames = new Set(["localhost", "127.0.0.1", "[::1]"]);
const ownAddresses = new Set(["127.0.0.1", "::1", "::ffff:127.0.0.1"]);

/**
 * The outbox as a page, for whoever sits at this machine. The mails in it open accounts: it answers only to this
 * machine, under one of its own names, so that no other site can have a browser read it, and past no proxy.
 */
export const outboxRoutes = (outbox: FileOutbox): Hono<ServerEnvironment> => {
  const routes = new Hono<ServerEnvironment>();
  routes.get("/", async (context) => {
    const { hostname } = new URL(context.req.url);
    const isOwn =
      ownNames.has(hostname) &&
      ownAddresses.has(context.env.incoming.socket.remoteAddress ?? "") &&
      context.req.header("x-forwarded-for") === undefined &&
      context.req.header("forwarded") === undefined;
    if (!isOwn) return context.body(null, 404);
    const mails = await outbox.newest();
    return context.html(
      html`<!doctype html>
        <html lang="en">
          <head>
            <meta charset="utf-8" />
            <title>Outbox</title>
          </head>
          <body>
            <h1>Outbox</h1>
            <p>Mail that would have been sent, newest first.</p>
            ${mails.map(
              ({ to, subject, writtenAt, text }) =>
                html`<article>
                  <h2>${subject}</h2>
                  <p>To ${to}, ${writtenAt}</p>
                  ${text.split("\n").map((line) => html`<p>${isLink(line) ? html`<a href="${line}">${line}</a>` : line}</p>`)}
                </article>`,
            )}
          </body>
        </html>`,
      200,
      { "Cache-Control": "no-store" },
    );
  });
  return routes;
};

const isLink = (line: string): boolean => /^https?:\/\/\S+$/u.test(line);
