import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { propertyRuns } from "../../test/property-runs.ts";
import {
  guardGeneration,
  isOwnedGeneration,
  modelNameFor,
  resolvePreset,
  trainingStatuses,
  triggerFor,
  type GuardRequest,
  type ResolvedPreset,
} from "../index.ts";

function preset(): ResolvedPreset {
  const resolved = resolvePreset("natural-expression");
  if (!resolved.ok) throw new Error(resolved.error.message);
  return resolved.value;
}

const caller = { subjectNumber: "20417733" };
const model = {
  subjectNumber: "20417733",
  account: "studio-one",
  name: "studio-one/20417733-selfie-lora",
  version: "0123456789abcdef".repeat(4),
  status: "ready",
  trigger: "user20417733",
} as const;
const request = {
  prompt: "user20417733, at sea",
  preset: preset(),
  outputs: 2,
  enhancement: "subtle",
  seed: 7,
} as const;
const good: GuardRequest = { caller, model, request };

function guardWith(changes: { caller?: unknown; model?: object | null; request?: object | null }) {
  // A caller without types can pass anything.
  return guardGeneration({
    caller: "caller" in changes ? changes.caller : caller,
    model: changes.model === null ? null : { ...model, ...changes.model },
    request: changes.request === null ? null : { ...request, ...changes.request },
  } as GuardRequest);
}

describe("guardGeneration", () => {
  test("lets the caller's own ready model through, with everything that will be sent", () => {
    const guarded = guardGeneration(good);
    expect(guarded).toEqual({
      ok: true,
      value: {
        subjectNumber: "20417733",
        account: "studio-one",
        model: "studio-one/20417733-selfie-lora",
        version: model.version,
        trigger: "user20417733",
        prompt: "user20417733, at sea",
        preset: preset(),
        outputs: 2,
        enhancement: "subtle",
        seed: 7,
      },
    });
  });

  test("takes a missing seed as none", () => {
    const { seed: _seed, ...unseeded } = request;
    expect(guardGeneration({ ...good, request: unseeded })).toMatchObject({
      ok: true,
      value: { seed: null },
    });
  });

  test("freezes what it lets through, and a preset's stored copy with it", () => {
    const stored = JSON.parse(JSON.stringify(preset())) as ResolvedPreset;
    const guarded = guardWith({ request: { preset: stored } });
    if (!guarded.ok) throw new Error(guarded.error.message);
    expect(Object.isFrozen(guarded.value)).toBe(true);
    expect(Object.isFrozen(guarded.value.preset)).toBe(true);
    expect(Reflect.set(guarded.value, "version", "f".repeat(64))).toBe(false);
    expect(Object.isFrozen(stored)).toBe(false);
  });

  test.each([
    [{ caller: null }, "caller-missing", "caller"],
    [{ caller: {} }, "caller-missing", "caller"],
    [{ caller: { subjectNumber: "2041773" } }, "caller-missing", "caller"],
    [{ caller: { subjectNumber: 20_417_733 } }, "caller-missing", "caller"],
    [{ caller: { subjectNumber: "20417733\n" } }, "caller-missing", "caller"],
    [{ model: null }, "model-missing", "model"],
    [{ caller: { subjectNumber: "20417734" } }, "model-not-owned", "model.subjectNumber"],
    [{ model: { subjectNumber: "204177331" } }, "model-not-owned", "model.subjectNumber"],
    [{ model: { account: 7 } }, "model-name-mismatch", "model.name"],
    [{ model: { account: "other" } }, "model-name-mismatch", "model.name"],
    [{ model: { account: "a/b" } }, "model-name-mismatch", "model.name"],
    [{ model: { name: "studio-one/204177331-selfie-lora" } }, "model-name-mismatch", "model.name"],
    [{ model: { name: "studio-one/20417733-selfie-lora2" } }, "model-name-mismatch", "model.name"],
    [{ model: { name: "x/studio-one/20417733-selfie-lora" } }, "model-name-mismatch", "model.name"],
    [{ model: { name: "20417733-selfie-lora" } }, "model-name-mismatch", "model.name"],
    [{ model: { version: null } }, "version-invalid", "model.version"],
    [{ model: { version: "a".repeat(63) } }, "version-invalid", "model.version"],
    [{ model: { version: "a".repeat(65) } }, "version-invalid", "model.version"],
    [{ model: { version: "g".repeat(64) } }, "version-invalid", "model.version"],
    [{ model: { version: `${"a".repeat(64)}\n` } }, "version-invalid", "model.version"],
    [
      { model: { version: `studio-one/20417733-selfie-lora:${"a".repeat(64)}` } },
      "version-invalid",
      "model.version",
    ],
    [{ model: { trigger: "user204177331" } }, "trigger-mismatch", "model.trigger"],
    [{ model: { trigger: "USER20417733" } }, "trigger-mismatch", "model.trigger"],
    [{ request: null }, "request-unreadable", undefined],
    [{ request: { prompt: "" } }, "prompt-invalid", "request.prompt"],
    [{ request: { prompt: "  " } }, "prompt-invalid", "request.prompt"],
    [{ request: { prompt: 7 } }, "prompt-invalid", "request.prompt"],
    [{ request: { prompt: "x".repeat(10_001) } }, "prompt-invalid", "request.prompt"],
    [{ request: { prompt: "user20417733, user20417734" } }, "foreign-trigger", "request.prompt"],
    [{ request: { prompt: "usеr20417734" } }, "foreign-trigger", "request.prompt"],
    [{ request: { preset: null } }, "preset-invalid", "request.preset"],
    [{ request: { preset: { ...preset(), id: "other" } } }, "preset-invalid", "request.preset"],
    [{ request: { preset: { ...preset(), version: 0 } } }, "preset-invalid", "request.preset"],
    [{ request: { preset: { ...preset(), version: 1.5 } } }, "preset-invalid", "request.preset"],
    [{ request: { preset: { ...preset(), guidance: 11 } } }, "preset-invalid", "request.preset"],
    [{ request: { preset: { ...preset(), aspectRatio: "1:9" } } }, "preset-invalid", "request.preset"],
    [{ request: { outputs: 0 } }, "outputs-out-of-bounds", "request.outputs"],
    [{ request: { outputs: 5 } }, "outputs-out-of-bounds", "request.outputs"],
    [{ request: { outputs: "1" } }, "outputs-out-of-bounds", "request.outputs"],
    [{ request: { enhancement: "extreme" } }, "level-unknown", "request.enhancement"],
    [{ request: { enhancement: undefined } }, "level-unknown", "request.enhancement"],
    [{ request: { seed: 0 } }, "seed-out-of-bounds", "request.seed"],
    [{ request: { seed: -1 } }, "seed-out-of-bounds", "request.seed"],
    [{ request: { seed: 1.5 } }, "seed-out-of-bounds", "request.seed"],
    [{ request: { seed: 2_147_483_648 } }, "seed-out-of-bounds", "request.seed"],
    [{ request: { seed: "7" } }, "seed-out-of-bounds", "request.seed"],
    [{ request: { seed: null } }, "seed-out-of-bounds", "request.seed"],
  ])("refuses %j with %s", (changes, code, field) => {
    const refused = guardWith(changes);
    if (refused.ok) throw new Error("let through");
    expect(refused.error).toMatchObject(field === undefined ? { code } : { code, field });
    expect(refused.error.message).toMatch(/\.$/);
  });

  test("lets the greatest and the least seed and every number of outputs through", () => {
    for (const seed of [1, 2_147_483_647]) expect(guardWith({ request: { seed } }).ok).toBe(true);
    for (const outputs of [1, 2, 3, 4]) expect(guardWith({ request: { outputs } }).ok).toBe(true);
    expect(guardWith({ request: { prompt: "x".repeat(10_000) } }).ok).toBe(true);
  });

  test("says how to train when there is no model, none ready or no version", () => {
    for (const changes of [{ model: null }, { model: { status: "running" } }, { model: { version: null } }]) {
      const refused = guardWith(changes);
      expect(refused.ok ? "" : refused.error.message).toContain("Upload selfies and start a training");
    }
  });

  test.each(trainingStatuses.filter((status) => status !== "ready"))(
    "refuses a model that is %s",
    (status) => {
      expect(guardWith({ model: { status } })).toMatchObject({
        ok: false,
        error: { code: "model-not-ready", field: "model.status", status },
      });
    },
  );

  test("tells nothing of a model that is not the caller's, ready or not", () => {
    const refusals = ["ready", "running"].map((status) =>
      guardWith({ model: { subjectNumber: "99999999", status } }),
    );
    expect(refusals[0]).toEqual(refusals[1]);
    expect(guardWith({ model: { status: "unheard of" } })).toMatchObject({
      error: { code: "model-not-ready", status: null },
    });
  });

  test("lists the levels there are", () => {
    const refused = guardWith({ request: { enhancement: "extreme" } });
    expect(refused.ok ? "" : refused.error.message).toBe(
      '"extreme" is none of none, subtle, medium, dramatic.',
    );
  });

  test("names the parameter of a preset that cannot be", () => {
    expect(guardWith({ request: { preset: { ...preset(), guidance: 11 } } })).toMatchObject({
      error: { problem: { code: "parameter-out-of-bounds", field: "guidance", value: 11 } },
    });
    expect(guardWith({ request: { preset: {} } })).toMatchObject({ error: { problem: null } });
  });

  test.each([null, undefined, 7, "x"])("answers %s, which is no request", (nothing) => {
    // A caller without types can pass anything.
    expect(guardGeneration(nothing as never)).toEqual({
      ok: false,
      error: { code: "request-unreadable", message: "The guard needs a caller, a model and a request." },
    });
  });

  test("answers proxies that throw", () => {
    const throwing = new Proxy(
      {},
      {
        get: () => {
          throw new Error("no");
        },
      },
    );
    for (const changes of [
      { caller: throwing },
      { model: { version: throwing } },
      { request: { preset: throwing } },
    ]) {
      expect(guardWith(changes).ok).toBe(false);
    }
  });

  test("reads each field once, so that a model cannot change its owner in between", () => {
    let reads = 0;
    const shifty = {
      ...model,
      get version() {
        reads += 1;
        return reads === 1 ? model.version : "f".repeat(64);
      },
    };
    expect(guardGeneration({ ...good, model: shifty })).toMatchObject({
      ok: true,
      value: { version: model.version },
    });
  });

  test("never lets a model of another owner through, whatever the strings", () => {
    const number = fc.oneof(
      fc.stringMatching(/^[0-9]{7,13}$/),
      fc.constantFrom("20417733", "204177331", "2041773", " 20417733", "20417733 ", "２０４１７７３３", ""),
      fc.string(),
    );
    const account = fc.oneof(fc.constantFrom("studio-one", "a/b", "", ".."), fc.string());
    const text = (own: string) =>
      fc.oneof(fc.constant(own), fc.string(), fc.constantFrom(`${own}x`, `x${own}`));
    const anyModel = fc.tuple(number, number, account).chain(([owner, named, accountName]) =>
      fc.record({
        subjectNumber: fc.constant(owner),
        account: fc.constant(accountName),
        name: text(`${accountName}/${named}-selfie-lora`),
        version: fc.oneof(fc.constant(model.version), fc.string(), fc.constant(null)),
        status: fc.constantFrom(...trainingStatuses),
        trigger: text(`user${named}`),
      }),
    );
    fc.assert(
      fc.property(number, anyModel, (subjectNumber, other) => {
        const guarded = guardGeneration({
          caller: { subjectNumber },
          model: other,
          request: { ...request, prompt: `user${subjectNumber}, at sea` },
        });
        const isOwn =
          /^[0-9]{8,12}$/.test(subjectNumber) &&
          other.subjectNumber === subjectNumber &&
          other.name === `${other.account}/${subjectNumber}-selfie-lora` &&
          modelNameFor(other.account, subjectNumber).ok &&
          other.trigger === `user${subjectNumber}` &&
          other.status === "ready" &&
          other.version === model.version;
        expect(guarded.ok ? guarded.value.model : null).toBe(isOwn ? other.name : null);
      }),
      propertyRuns(),
    );
  });

  test("never lets anything through when one thing about the model is another's", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("subjectNumber", "name", "trigger", "account"),
        fc.string().filter((value) => !Object.values<unknown>(model).includes(value)),
        (field, value) => {
          expect(guardWith({ model: { [field]: value } }).ok).toBe(false);
        },
      ),
      propertyRuns(0.3),
    );
  });
});

describe("an owned generation", () => {
  const guarded = guardGeneration(good);
  if (!guarded.ok) throw new Error(guarded.error.message);
  const owned = guarded.value;

  test("is known by itself alone, not by its content", () => {
    expect(isOwnedGeneration(owned)).toBe(true);
    for (const copy of [
      { ...owned },
      JSON.parse(JSON.stringify(owned)),
      structuredClone(owned),
      Object.create(owned),
      null,
      7,
    ]) {
      expect(isOwnedGeneration(copy)).toBe(false);
    }
  });
});

describe("triggerFor and modelNameFor", () => {
  test("say what they were given", () => {
    const messages = [triggerFor("x"), modelNameFor("a/b", "20417733"), modelNameFor("a", "x")].map(
      (result) => (result.ok ? "" : result.error.message),
    );
    expect(messages).toEqual([
      'A subject number is 8 to 12 digits, not "x".',
      'An account is 1 to 64 letters, digits, dots, dashes or underscores, not "a/b".',
      'A subject number is 8 to 12 digits, not "x".',
    ]);
  });

  test.each(["20417733", "204177331234", "00000000"])("name the subject %s", (subjectNumber) => {
    expect(triggerFor(subjectNumber)).toEqual({ ok: true, value: `user${subjectNumber}` });
    expect(modelNameFor("studio-one", subjectNumber)).toEqual({
      ok: true,
      value: `studio-one/${subjectNumber}-selfie-lora`,
    });
  });

  test.each([
    "2041773",
    "2041773312345",
    "2041773x",
    " 20417733",
    "20417733\n",
    "٢٠٤١٧٧٣٣",
    "",
    20_417_733,
    null,
  ])("refuse the subject number %j", (subjectNumber) => {
    // A caller without types can pass anything.
    const given = subjectNumber as string;
    const error = { code: "subject-number-invalid", field: "subjectNumber" };
    expect(triggerFor(given)).toMatchObject({ ok: false, error });
    expect(modelNameFor("studio-one", given)).toMatchObject({ ok: false, error });
  });

  test.each(["a", "Studio.One_2", "a".repeat(64)])("take the account %s", (account) => {
    expect(modelNameFor(account, "20417733").ok).toBe(true);
  });

  test.each(["", "a/b", "-a", "a-", ".", "a b", "ä", "a".repeat(65), "a\n", 7, null])(
    "refuse the account %j",
    (account) => {
      // A caller without types can pass anything.
      expect(modelNameFor(account as string, "20417733")).toMatchObject({
        ok: false,
        error: { code: "account-invalid", field: "account" },
      });
    },
  );
});
