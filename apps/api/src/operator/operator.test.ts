import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { authSecret, createTestStudio, type TestStudio } from "../../test/create-test-studio.ts";
import { describeOnBothDatabases } from "../../test/describe-on-both-databases.ts";
import { domainErrorOf } from "../../test/domain-error-of.ts";
import { patience, signUpWithModel, untilGenerationEnds } from "../../test/ready-subject.ts";
import { signUp } from "../../test/sign-up.ts";
import { runOrder } from "./run-order.ts";

describeOnBothDatabases("an operator", (open) => {
  const disposal = new AsyncDisposableStack();
  let server: TestStudio;
  beforeAll(async () => {
    const { database } = disposal.use(await open());
    server = disposal.use(await createTestStudio({ database, credits: { signUp: 30, training: 20 } }));
  });
  afterAll(() => disposal.disposeAsync());
  const order = (...words: string[]) => runOrder(words, { url: server.url, secret: authSecret }, new Date());

  test("gives credits with a reason that the person reads; the same key again gives nothing", async () => {
    const person = await signUp(server.url);
    await person.api.account.get.query();
    const grant = ["grant", person.email, "12", "--reason", "for the long wait", "--key", randomUUID()];
    expect(await order(...grant)).toEqual([`${person.email} got 12 credits and has 42 to spend.`]);
    await order(...grant);
    const { entries } = await person.api.credits.history.query({});
    expect(entries).toMatchObject([
      { reason: "operator", amount: 12, note: "for the long wait" },
      { reason: "sign-up", amount: 30 },
    ]);
  });

  test("who gives no reason, a part of a credit, or to nobody is told so", async () => {
    const { email } = await signUp(server.url);
    await expect(order("grant", email, "5")).rejects.toThrow("reason");
    await expect(order("grant", email, "0.5", "--reason", "so")).rejects.toThrow("credits");
    await expect(order("grant", "nobody@example.org", "5", "--reason", "so")).rejects.toThrow(
      "Nobody signs in with that address.",
    );
    await expect(order("grnt")).rejects.toThrow("npm run operate");
  });

  test("with another secret can do nothing", async () => {
    const stranger = { url: server.url, secret: `${authSecret}x` };
    await expect(runOrder(["pause", "--reason", "so"], stranger, new Date())).rejects.toThrow(
      "does not know",
    );
    expect(await (await signUp(server.url)).api.studio.get.query()).toBeDefined();
  });

  test("pauses and resumes the studio, and reads of every portrait that the ledger does not know", async () => {
    const person = await signUpWithModel(server.url);
    const { id } = await person.api.generations.create.mutate({ brief: "at sea", outputs: 3 });
    await untilGenerationEnds(person, id);
    server.simulator.faults.add({ kind: "failed", job: "prediction" });
    const failing = await person.api.generations.create.mutate({ brief: "in vain", outputs: 2 });
    await untilGenerationEnds(person, failing.id);
    server.simulator.faults.clear();

    await order("pause", "--reason", "a look at the bill");
    expect(await domainErrorOf(person.api.generations.create.mutate({ brief: "at sea" }))).toMatchObject({
      code: "studio_paused",
    });
    await order("resume");

    const [line] = await order("spending", "--json");
    expect(JSON.parse(line ?? "")).toMatchObject({
      work: [
        {
          work: "generation",
          begun: 2,
          reserved: 5,
          settled: 3,
          released: 2,
          held: 0,
          accepted: 2,
          delivered: 3,
          acceptedInVain: 1,
        },
        { work: "training", begun: 1, reserved: 20, settled: 20, accepted: 1, delivered: 1 },
      ],
      disagreements: [],
      faults: [],
    });
    const words = (await order("spending")).join("\n");
    expect(words).toContain("5 reserved = 3 spent + 2 given back + 0 held");
    expect(words).toContain("The ledger and the provider agree.");
    expect(words).toContain("Every ledger adds up.");

    await server.database.executeSql(
      `delete from portraits where output_index = 0 and generation_id = '${id}'`,
    );
    expect((await order("spending")).join("\n")).toContain(
      "DISAGREES: 1 of kind generation were charged for another amount than was delivered",
    );
  });

  test("lists what was set aside, and puts it back when the reason is gone", async () => {
    expect(await order("set-aside")).toEqual(["No job is set aside."]);
    const person = await signUpWithModel(server.url);
    server.simulator.faults.add({ kind: "server-error", method: "DELETE" });
    await person.api.account.withdrawConsent.mutate({ confirm: "delete everything" });
    const lastTryNow =
      "update pgboss.job set retry_limit = retry_count, start_after = now() where name = 'delete-subject'";
    const setAside = () =>
      vi.waitFor(async () => {
        await server.database.executeSql(`${lastTryNow} and state in ('created', 'retry')`);
        const lines = await order("set-aside");
        if (!lines[0]?.includes("delete-subject")) throw new Error("not yet");
        return lines;
      }, patience);
    const [line = "", ...others] = await setAside();
    expect(others).toEqual([]);
    server.simulator.faults.clear();

    const [id = ""] = line.split(" ");
    expect(await order("put-back", id)).toEqual(["1 of 1 put back: each has all its tries again."]);
    expect(await order("put-back", id)).toEqual(["0 of 1 put back: each has all its tries again."]);
    await expect
      .poll(
        async () =>
          (await server.database.executeSql(`select 1 from users where email = '${person.email}'`)).rows,
        patience,
      )
      .toEqual([]);
    expect(await order("set-aside")).toEqual(["No job is set aside."]);
    await expect(order("put-back", "everything")).rejects.toThrow("ids");
  });
});
