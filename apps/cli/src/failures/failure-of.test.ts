import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import { describe, expect, it } from "vitest";
import { createStudioClient } from "../client/studio-client.ts";
import { exitCodes } from "./exit-code.ts";
import { failureOf } from "./failure-of.ts";
import { exitCodeOfStudio } from "./studio-failures.ts";

/** What a call at a server that answers like this fails with. */
async function failureAt(answer: RequestListener, signal = new AbortController().signal) {
  const listening = createServer(answer).listen(0, "127.0.0.1");
  await once(listening, "listening");
  const address = listening.address();
  if (address === null || typeof address === "string") throw new Error("A TCP server has a port.");
  const server = `http://127.0.0.1:${address.port}`;
  try {
    await createStudioClient({ server, token: null, signal }).studio.get.query();
  } catch (error) {
    return { server, failure: failureOf(error, server) };
  } finally {
    listening.closeAllConnections();
    listening.close();
  }
  throw new Error("The call did not fail.");
}

const refusing =
  (domain: object): RequestListener =>
  (_, answer) => {
    const error = { message: "m", code: -32_600, data: { code: "BAD_REQUEST", httpStatus: 400, domain } };
    answer.writeHead(400, { "content-type": "application/json" }).end(JSON.stringify([{ error }]));
  };

describe("failureOf", () => {
  it("passes the studio's own words on and takes the exit code from the table", async () => {
    const words = { message: "The brief is empty.", fix: "Say something.", field: "brief" };
    const { failure } = await failureAt(refusing({ code: "brief_empty", ...words, details: {} }));
    expect(failure).toEqual({ code: "brief_empty", ...words, exitCode: exitCodes.badInput });
  });

  it("passes on a code that only a newer studio knows, as unexpected", async () => {
    const { failure } = await failureAt(
      refusing({ code: "moon_missing", message: "m", fix: "f", field: null }),
    );
    expect(failure).toMatchObject({ code: "moon_missing", field: null, exitCode: exitCodes.unexpected });
  });

  it("says that something else answers when it is no studio", async () => {
    const { failure } = await failureAt((_, answer) => answer.writeHead(404).end("<h1>Not found</h1>"));
    expect(failure).toMatchObject({ code: "server_not_understood", exitCode: exitCodes.unavailable });
    expect(failure.message).toContain("(HTTP 404)");
  });

  it("says that something else answers when it is another service", async () => {
    const { failure } = await failureAt((_, answer) =>
      answer.setHeader("content-type", "application/json").end('{"hello":"world"}'),
    );
    expect(failure).toMatchObject({ code: "server_not_understood", exitCode: exitCodes.unavailable });
  });

  it.each([502, 503, 504])(
    "says that no studio answers when what stands before it says %i",
    async (status) => {
      const { failure, server } = await failureAt((_, answer) => answer.writeHead(status).end());
      expect(failure).toMatchObject({
        code: "server_unreachable",
        message: `No studio answers at ${server}.`,
        exitCode: exitCodes.unavailable,
      });
    },
  );

  it("says that no studio answers when the connection breaks", async () => {
    const { failure } = await failureAt((incoming) => incoming.socket.destroy());
    expect(failure).toMatchObject({ code: "server_unreachable", exitCode: exitCodes.unavailable });
  });

  it("says that it was interrupted when the call was", async () => {
    const interruption = new AbortController();
    const { failure } = await failureAt(() => interruption.abort(), interruption.signal);
    expect(failure).toMatchObject({ code: "interrupted", exitCode: exitCodes.interrupted });
  });

  it("calls everything else a defect of this program", () => {
    expect(failureOf(new RangeError("out of range"), "http://studio")).toMatchObject({
      code: "unexpected",
      message: "Something went wrong in this program: out of range",
      exitCode: exitCodes.unexpected,
    });
  });
});

describe("exitCodeOfStudio", () => {
  it("does not take the name of an object's own function for a code", () => {
    expect(exitCodeOfStudio("toString")).toBe(exitCodes.unexpected);
  });
});
