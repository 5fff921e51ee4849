import { describe, expect, it } from "vitest";
import { predictionBody, versionHash } from "../../test/replicate/provider-fixture.ts";
import { readGenerationReport } from "./read-generation-report.ts";

const url = (name: string) => `https://replicate.delivery/xezq/abc/${name}`;

describe("readGenerationReport", () => {
  it("reads a finished generation whole", () => {
    const report = readGenerationReport(
      predictionBody({
        status: "succeeded",
        output: [url("out-0.png"), url("out-1.png")],
        logs: "Using seed: 7\n100%|██████████| 50/50 [00:07<00:00,  6.9it/s]\nTotal safe images: 2 out of 2\n",
        metrics: { predict_time: 7.7, total_time: 9.1, image_count: 2 },
        started_at: "2026-05-04T10:00:01Z",
        completed_at: "2026-05-04T10:00:09Z",
        webhook: "https://studio.example/?id=1",
      }),
    );

    expect(report).toEqual({
      providerId: "gm3qorzdhgbfurvjtvhg6dckhu",
      state: "succeeded",
      version: versionHash,
      progress: { step: 50, totalSteps: 50 },
      seed: 7,
      safeImages: { kept: 2, made: 2 },
      outputs: [url("out-0.png"), url("out-1.png")],
      dataRemoved: false,
      error: null,
      metrics: { predictSeconds: 7.7, totalSeconds: 9.1 },
      createdAt: new Date("2026-05-04T09:59:59.907Z"),
      startedAt: new Date("2026-05-04T10:00:01Z"),
      completedAt: new Date("2026-05-04T10:00:09Z"),
      webhookUrl: "https://studio.example/?id=1",
      input: { prompt: "user42585527 at sea", seed: 7, outputs: 2 },
    });
  });

  it.each([
    ["starting", "submitted"],
    ["processing", "running"],
    ["succeeded", "succeeded"],
    ["failed", "failed"],
    ["canceled", "canceled"],
    ["aborted", "aborted"],
  ])("calls %s %s", (status, state) => {
    expect(readGenerationReport(predictionBody({ status }))?.state).toBe(state);
  });

  it.each([
    ["nothing yet", null, []],
    ["one address", url("out.png"), [url("out.png")]],
    ["fewer images than asked", [url("out-0.png")], [url("out-0.png")]],
    ["a gap", [url("out-0.png"), null], [url("out-0.png")]],
    ["something else", { text: "hello" }, []],
  ])("reads %s as outputs", (_name, output, outputs) => {
    expect(readGenerationReport(predictionBody({ output }))?.outputs).toEqual(outputs);
  });

  it("does without everything that the document leaves open", () => {
    const { id, version, status, created_at: createdAt } = predictionBody();
    expect(readGenerationReport({ id, version, status, created_at: createdAt })).toMatchObject({
      state: "submitted",
      outputs: [],
      dataRemoved: false,
      progress: null,
      seed: null,
      metrics: { predictSeconds: null, totalSeconds: null },
      startedAt: null,
      webhookUrl: null,
      input: { prompt: null, seed: null, outputs: null },
    });
  });

  it("knows that the provider has deleted what it made", () => {
    const removed = { status: "succeeded", output: null, input: {}, data_removed: true, logs: null };
    expect(readGenerationReport(predictionBody(removed))).toMatchObject({ dataRemoved: true, outputs: [] });
  });

  it("knows the provider's own models by their hidden version", () => {
    expect(readGenerationReport(predictionBody({ version: "hidden" }))?.version).toBe("hidden");
  });

  it.each([
    [
      "All generated images contained NSFW content. Try running it again with a different prompt.",
      "content-withheld",
    ],
    ['Prediction input failed validation: {"detail":[]}', "input-invalid"],
    ["CUDA out of memory. Tried to allocate 2.00 GiB", "out-of-memory"],
    ["Out of memory (E1001)", "out-of-memory"],
    ["Model timed out starting (E6716)", "timeout-starting"],
    ["Prediction interrupted; please retry (code: PA)", "interrupted"],
    ["Something new (E9999)", "unknown"],
    [null, "unknown"],
  ])("reads the failure %j as %s", (error, code) => {
    expect(readGenerationReport(predictionBody({ status: "failed", error }))?.error?.code).toBe(code);
  });

  it("reads an error that is not a text", () => {
    const error = { detail: "NSFW content detected" };
    expect(readGenerationReport(predictionBody({ status: "failed", error }))?.error).toEqual({
      code: "content-withheld",
      logOnly: '{"detail":"NSFW content detected"}',
    });
  });

  it.each([
    null,
    "text",
    {},
    { ...predictionBody(), id: 5 },
    { ...predictionBody(), created_at: "yesterday" },
  ])("says that %j is not one", (received) => {
    expect(readGenerationReport(received)).toBeNull();
  });
});
