import { randomBytes } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { createTestStudio, type TestStudio } from "../../test/create-test-studio.ts";
import { describeOnBothDatabases } from "../../test/describe-on-both-databases.ts";
import { domainErrorOf } from "../../test/domain-error-of.ts";
import { clientWith, postAuth, type SignedUp, signUp } from "../../test/sign-up.ts";
import { OrderRefused } from "../operator/send-order.ts";
import { runOrder } from "../operator/run-order.ts";
import type { Secrets } from "./secrets.ts";

const fresh = () => randomBytes(32).toString("base64url");

describeOnBothDatabases("a secret that is replaced by another", (open) => {
  const disposal = new AsyncDisposableStack();
  afterAll(() => disposal.disposeAsync());

  /** The same studio started again with other secrets. */
  const opener = async () => {
    const { database } = disposal.use(await open());
    return async (secrets: Secrets): Promise<TestStudio> =>
      disposal.use(await createTestStudio({ database, secrets }));
  };
  const emailBy = async ({ url }: TestStudio, cookie: string) =>
    (await clientWith(url, { cookie }).account.get.query()).email;
  const cookieSetBy = (response: Response) =>
    response.headers.getSetCookie().find((set) => set.startsWith("selfsame.session_token="));
  const session = ({ url }: TestStudio, cookie: string) =>
    fetch(`${url}/api/auth/get-session`, { headers: { cookie } });

  test("signs nobody out: a session goes on, is signed anew, and outlives the older secret", async () => {
    const start = await opener();
    const [older, newer] = [fresh(), fresh()];
    const person = await signUp((await start([older])).url);
    const during = await start([newer, older]);
    expect(await emailBy(during, person.cookie)).toBe(person.email);
    const answer = await session(during, `theme=dark; ${person.cookie}; other=1`);
    expect(await answer.json()).toMatchObject({ user: { email: person.email } });
    const renewed = cookieSetBy(answer) ?? "";
    expect(renewed).toMatch(/; HttpOnly/);
    expect(renewed).toMatch(/; SameSite=Lax/);
    expect(renewed).toMatch(/; Max-Age=2592000/);
    const [cookie = ""] = renewed.split(";");
    expect(cookie).not.toBe(person.cookie);
    const after = await start([newer]);
    expect(await emailBy(after, cookie)).toBe(person.email);
    expect(await domainErrorOf(emailBy(after, person.cookie))).toMatchObject({ code: "unauthenticated" });
    // A terminal's session is not signed at all.
    expect(
      await clientWith(after.url, { authorization: `Bearer ${person.token}` }).account.get.query(),
    ).toMatchObject({ email: person.email });
  });

  test("renews nothing that is up to date, was never signed here, or is signed out", async () => {
    const start = await opener();
    const [older, newer] = [fresh(), fresh()];
    const earlier: SignedUp = await signUp((await start([older])).url);
    const during = await start([newer, older]);
    const later = await signUp(during.url);
    const stranger = await signUp((await start([fresh()])).url);
    expect(cookieSetBy(await session(during, later.cookie))).toBeUndefined();
    expect(cookieSetBy(await session(during, stranger.cookie))).toBeUndefined();
    expect(await domainErrorOf(emailBy(during, stranger.cookie))).toMatchObject({ code: "unauthenticated" });
    const headers = { origin: during.url, cookie: earlier.cookie };
    const out = await postAuth(during.url, "sign-out", {}, headers);
    expect(cookieSetBy(out)).toMatch(/Max-Age=0/);
    expect(await domainErrorOf(emailBy(during, earlier.cookie))).toMatchObject({ code: "unauthenticated" });
  });

  test("still knows operators, and the numbers that were retired under it", async () => {
    const start = await opener();
    const [older, newer] = [fresh(), fresh()];
    const before = await start([older]);
    const person = await signUp(before.url);
    const { subjectNumber } = await person.api.account.get.query();
    const [row] = (
      await before.database.executeSql("select id from subjects where user_id = $1", [person.userId])
    ).rows;
    await before.studio.signIn.eraseSubject({
      subjectId: String(row?.["id"]),
      userId: person.userId,
      subjectNumber,
      at: new Date(),
      before: async () => {},
    });
    const during = await start([newer, older]);
    expect(await during.studio.signIn.isRetired(subjectNumber)).toBe(true);
    expect(await during.studio.signIn.isRetired("1000000000")).toBe(false);
    const order = (secret: string) => runOrder(["resume"], { url: during.url, secret }, new Date());
    for (const secret of [older, newer]) expect(await order(secret)).not.toEqual([]);
    await expect(order(fresh())).rejects.toThrow(OrderRefused);
  });
});
