import { afterAll, beforeAll, expect, test } from "vitest";
import { authSecret, createTestStudio, type TestStudio } from "../../test/create-test-studio.ts";
import { describeOnBothDatabases } from "../../test/describe-on-both-databases.ts";
import { domainErrorOf } from "../../test/domain-error-of.ts";
import { patience, signUpWithModel, untilGenerationEnds } from "../../test/ready-subject.ts";
import { runOrder } from "./run-order.ts";

describeOnBothDatabases("an operator who watches", (open) => {
  const disposal = new AsyncDisposableStack();
  let server: TestStudio;
  beforeAll(async () => {
    const { database } = disposal.use(await open());
    server = disposal.use(await createTestStudio({ database }));
  });
  afterAll(() => disposal.disposeAsync());
  const order = (...words: string[]) => runOrder(words, { url: server.url, secret: authSecret }, new Date());

  test("suspends somebody, who keeps what they have and makes nothing new until it is lifted", async () => {
    const person = await signUpWithModel(server.url);
    const { id } = await person.api.account.get.query();
    await order("suspend", person.email, "--reason", "photos of somebody else");
    for (const ask of [
      () => person.api.generations.create.mutate({ brief: "at sea" }),
      () => person.api.models.train.mutate(),
      () => person.api.selfies.addDrawn.mutate(),
    ])
      expect(await domainErrorOf(ask())).toMatchObject({
        code: "account_suspended",
        details: { reason: "photos of somebody else" },
      });
    expect((await person.api.selfies.list.query()).selfies).toHaveLength(5);
    expect((await person.api.account.beginExport.mutate()).path).toMatch(/^\/export\//u);
    await order("lift", person.email);
    await untilGenerationEnds(person, (await person.api.generations.create.mutate({ brief: "at sea" })).id);
    await expect(order("suspend", "nobody@example.org", "--reason", "so")).rejects.toThrow("Nobody signs in");

    const [line = ""] = await order("acts", "--json");
    expect(JSON.parse(line)).toMatchObject([
      { act: "lift-suspension", subjectId: id, reason: null },
      { act: "suspend", subjectId: id, reason: "photos of somebody else" },
    ]);
    expect(line).not.toContain(person.email);
    for (const change of [
      "delete from operator_acts",
      "update operator_acts set act = 'x'",
      "truncate operator_acts",
    ])
      await expect(server.database.executeSql(change)).rejects.toThrow("only ever added to");
  });

  test("sees work that is stuck, in ids alone, and what the studio holds", async () => {
    expect((await order("state")).join("\n")).toContain("Paid work is taken.");
    const person = await signUpWithModel(server.url);
    server.simulator.faults.add({ kind: "stuck-in-starting", job: "prediction", times: 1 });
    const { id } = await person.api.generations.create.mutate({
      brief: "a brief for nobody else",
      outputs: 2,
    });
    await expect
      .poll(async () => (await person.api.generations.get.query({ generationId: id })).status, patience)
      .toBe("submitted");
    await server.database.executeSql(
      `update generations set deadline_at = now() - interval '1 minute' where id = '${id}'`,
    );
    const lines = (await order("state")).join("\n");
    expect(lines).toContain(`STUCK: generation ${id}, submitted`);
    expect(lines).toContain("credits_held: 2");
    expect(lines).toContain("open_generations submitted: 1");
    expect(lines).toContain("1 things want a person.");
    for (const personal of [person.email, "a brief for nobody else"]) expect(lines).not.toContain(personal);
    server.simulator.faults.clear();
    await person.api.generations.cancel.mutate({ generationId: id });
    await untilGenerationEnds(person, id);
  });
});
