import { describe, expect, it } from "vitest";

import { afterSending, changeDraft, keepDraft, readDraft } from "./brief-draft.ts";
import { countCharacters } from "./count-characters.ts";
import { expressionOrder } from "../../parts/expression-order.ts";

function createIds() {
  let given = 0;
  return () => `request ${(given += 1)}`;
}

function createStorage(kept: string | null = null) {
  let value = kept;
  return { getItem: () => value, setItem: (_key: string, next: string) => void (value = next) };
}

const blocked = () => {
  throw new DOMException("Storage is blocked", "SecurityError");
};

describe("a brief being written", () => {
  it("survives a reload of the tab, with the name of its request", () => {
    const storage = createStorage();
    const newId = createIds();
    const draft = changeDraft(
      readDraft(() => storage, expressionOrder, newId),
      { brief: "quay", outputs: 3 },
      newId,
    );
    keepDraft(() => storage, draft);
    expect(readDraft(() => storage, expressionOrder, newId)).toEqual(draft);
  });

  it("leaves the desk when it was sent, but not what was written while it was being sent", () => {
    const newId = createIds();
    const asked = changeDraft(
      readDraft(createStorage, expressionOrder, newId),
      { brief: "quay", outputs: 3 },
      newId,
    );
    expect(afterSending(asked, asked.requestId, newId)).toMatchObject({ brief: "", outputs: 3 });
    const next = changeDraft(asked, { brief: "garden" }, newId);
    expect(afterSending(next, asked.requestId, newId)).toBe(next);
  });

  it("gets another request's name with every change, so that a repeated press alone is the same request", () => {
    const newId = createIds();
    const first = readDraft(createStorage, expressionOrder, newId);
    expect(changeDraft(first, { outputs: 2 }, newId).requestId).not.toBe(first.requestId);
  });

  it.each(["not json", "7", '{"brief":7,"expression":"wink","outputs":-2,"requestId":null}'])(
    "begins empty where %s was kept",
    (kept) => {
      expect(readDraft(() => createStorage(kept), expressionOrder, createIds())).toEqual({
        brief: "",
        expression: null,
        outputs: 1,
        requestId: "request 1",
      });
    },
  );

  it("can be written where the browser blocks storage", () => {
    const draft = readDraft(blocked, expressionOrder, createIds());
    expect(() => keepDraft(blocked, draft)).not.toThrow();
  });
});

describe("the characters of a brief", () => {
  it("are counted as the api does: an emoji is one", () => {
    expect(countCharacters("quay")).toBe(4);
    expect(countCharacters("🌊")).toBe(1);
  });
});

describe("the expressions", () => {
  it("are offered from the stillest to the liveliest", () => {
    expect(expressionOrder.at(0)).toBe("neutral");
    expect(expressionOrder.at(-1)).toBe("laughing");
    expect(expressionOrder).toHaveLength(8);
  });
});
