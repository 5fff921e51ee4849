import { afterAll, beforeAll, expect, test } from "vitest";
import { authSecret, createTestStudio, providerToken, type TestStudio } from "./create-test-studio.ts";
import { describeOnBothDatabases } from "./describe-on-both-databases.ts";
import { domainErrorOf } from "./domain-error-of.ts";
import { signUpWithModel, untilGenerationEnds } from "./ready-subject.ts";
import { postAuth, signIn } from "./sign-up.ts";
import { uploadForm } from "./upload-form.ts";

describeOnBothDatabases("the studio's log and its refusals", (open) => {
  const disposal = new AsyncDisposableStack();
  let server: TestStudio;
  beforeAll(async () => {
    const { database } = disposal.use(await open());
    server = disposal.use(await createTestStudio({ database }));
  });
  afterAll(() => disposal.disposeAsync());

  test("hold no secret and nothing of anybody, at the finest level, from sign-up to failures", async () => {
    const person = await signUpWithModel(server.url);
    const brief = "a brief that belongs to nobody else: by the green door";
    const { id } = await person.api.generations.create.mutate({ brief });
    await untilGenerationEnds(person, id);
    server.simulator.faults.add({ kind: "failed", times: 1 });
    const failing = await person.api.generations.create.mutate({ brief });
    const failed = await untilGenerationEnds(person, failing.id);
    expect(failed.status).toBe("failed");
    const elsewhere = await signIn(server.url, person);

    const refusals: string[] = [];
    const refusalOf = async (asked: Promise<Response>) => refusals.push(await (await asked).text());
    const wrong = { email: person.email, password: `${person.password}!` };
    await refusalOf(postAuth(server.url, "sign-in/email", wrong));
    await refusalOf(postAuth(server.url, "sign-up/email", { ...wrong, name: "" }));
    await refusalOf(postAuth(server.url, "reset-password", { token: "t", newPassword: person.password }));
    await refusalOf(person.fetch("/webhooks/replicate", { method: "POST", body: "{}" }));
    await refusalOf(person.fetch("/trpc/generations.create", { method: "POST", body: `{"brief":` }));
    const json = { "content-type": "application/json" };
    const unknownPreset = JSON.stringify({ brief, presetId: "none" });
    await refusalOf(
      person.fetch("/trpc/generations.create", { method: "POST", headers: json, body: unknownPreset }),
    );
    await domainErrorOf(person.api.selfies.add.mutate(uploadForm(new Uint8Array([1, 2, 3]))));
    await postAuth(server.url, "request-password-reset", { email: person.email });
    expect(refusals.every((text) => !text.includes("    at "))).toBe(true);

    const secrets = {
      password: person.password,
      token: person.token,
      "another session": elsewhere.token,
      cookie: person.cookie.split("=")[1] ?? person.cookie,
      "the studio's secret": authSecret,
      "the provider's token": providerToken,
      "the webhooks' secret": server.simulator.webhookSecret,
    };
    const logged = server.logged();
    expect(logged).toContain('"level":');
    const found = (text: string, marks: Record<string, string>) =>
      Object.entries(marks)
        .filter(([, mark]) => text.includes(mark))
        .map(([name]) => name);
    expect(found(logged, { ...secrets, "e-mail": person.email, brief })).toEqual([]);
    expect(found(refusals.join("\n"), secrets)).toEqual([]);
  });
});
