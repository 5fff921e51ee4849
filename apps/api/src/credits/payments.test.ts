import { randomUUID } from "node:crypto";
import { v7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "../../test/create-test-database.ts";
import { createTestStudio, paymentWebhookSecret, type TestStudio } from "../../test/create-test-studio.ts";
import { describeOnBothDatabases } from "../../test/describe-on-both-databases.ts";
import { type SignedUp, signUp } from "../../test/sign-up.ts";
import { signedHeaders } from "../../test/signed-message.ts";

describeOnBothDatabases("a message about a payment", (open) => {
  const disposal = new AsyncDisposableStack();
  let server: TestStudio;
  let person: SignedUp;
  let subjectId: string;
  beforeAll(async () => {
    const { database } = disposal.use(await open());
    server = disposal.use(await createTestStudio({ database, credits: { signUp: 0 } }));
    person = await signUp(server.url);
    subjectId = (await person.api.account.get.query()).id;
  });
  afterAll(() => disposal.disposeAsync());

  const send = async (
    message: unknown,
    { secret = paymentWebhookSecret, at = new Date() }: { secret?: string; at?: Date } = {},
  ): Promise<number> => {
    const body = typeof message === "string" ? message : JSON.stringify(message);
    const headers = signedHeaders(body, secret, at);
    const address = `${server.url}/webhooks/payments`;
    return (await fetch(address, { method: "POST", headers, body })).status;
  };
  const payment = (credits: number, over: object = {}) => ({
    type: "payment.succeeded",
    data: { paymentId: `pay_${randomUUID()}`, subjectId, credits, ...over },
  });
  const available = async () => (await person.api.credits.balance.query()).available;

  test("gives its credits, once, however often it comes and at whatever moment", async () => {
    const before = await available();
    const message = payment(50);
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(message)));
    expect(new Set([...answers, await send(message)])).toEqual(new Set([204]));
    expect(await available()).toBe(before + 50);
    const { entries } = await person.api.credits.history.query({ limit: 1 });
    expect(entries).toMatchObject([{ kind: "grant", reason: "payment", amount: 50 }]);
  });

  test("that tells of the same payment with more credits does not give more", async () => {
    const message = payment(5);
    await send(message);
    const before = await available();
    expect(await send({ ...message, data: { ...message.data, credits: 500 } })).toBe(204);
    expect(await available()).toBe(before);
    expect(server.logged()).toContain("the first one stands");
  });

  test("that somebody else signed, or that is old, gives nothing", async () => {
    const before = await available();
    const forged = `whsec_${Buffer.from("somebody else's secret, 32 bytes").toString("base64")}`;
    expect(await send(payment(5), { secret: forged })).toBe(401);
    expect(await send(payment(5), { at: new Date(Date.now() - 6 * 60_000) })).toBe(401);
    expect(await available()).toBe(before);
  });

  test.each([
    ["no number of credits", { credits: undefined }],
    ["a part of a credit", { credits: 1.5 }],
    ["less than nothing", { credits: -5 }],
    ["no payment's id", { paymentId: "" }],
  ])("with %s is refused and gives nothing", async (_what, over) => {
    const before = await available();
    expect(await send(payment(5, over))).toBe(422);
    expect(await available()).toBe(before);
  });

  test("that is no JSON is refused, and one about something else is let be", async () => {
    expect(await send("no JSON")).toBe(422);
    expect(await send({ type: "payment.created", data: {} })).toBe(204);
  });

  test("for somebody who is gone is refused, and whoever runs the studio reads of it", async () => {
    expect(await send(payment(5, { subjectId: v7() }))).toBe(422);
    expect(server.logged()).toContain("a payment came for nobody");
  });
});

test("a studio without the payment provider's secret has no door for payments", async () => {
  await using opened = await createTestDatabase("pglite");
  await using server = await createTestStudio({ database: opened.database, takesPayments: false });
  const body = "{}";
  const headers = signedHeaders(body, paymentWebhookSecret, new Date());
  expect((await fetch(`${server.url}/webhooks/payments`, { method: "POST", headers, body })).status).toBe(
    404,
  );
});
