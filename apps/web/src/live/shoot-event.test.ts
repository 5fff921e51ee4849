import { describe, expect, it } from "vitest";

import { generationView, portraitView, shootView } from "../../test/views.ts";
import { withRun, withTake } from "./shoot-event.ts";

describe("news of a generation", () => {
  const shoot = shootView(2);
  const [first, second] = shoot.shots.map(({ generation }) => generation?.id ?? "");
  const ended = (id: string | undefined, endedAt: string) =>
    generationView({ id: id ?? "", outputs: 1, status: "succeeded", portraits: [portraitView()], endedAt });

  it("changes the shot it takes, how far the shoot is, and its end with the last one", () => {
    const half = withTake(shoot, ended(first, "2026-11-14T07:43:00.000Z"));
    expect(half).toMatchObject({ endedAt: null, progress: { asked: 2, ready: 1, openShots: 1 } });
    const whole = withTake(half, ended(second, "2026-11-14T07:44:00.000Z"));
    expect(whole).toMatchObject({
      endedAt: "2026-11-14T07:44:00.000Z",
      progress: { asked: 2, ready: 2, openShots: 0 },
    });
  });

  it("of something else leaves a shoot the very same, and a late one takes no end back", () => {
    expect(withTake(shoot, generationView({ id: "else" }))).toBe(shoot);
    const half = withTake(shoot, ended(first, "2026-11-14T07:43:00.000Z"));
    expect(withTake(half, generationView({ id: first ?? "" })).progress.ready).toBe(1);
  });

  it("changes the run of a pair that it is, and no other", () => {
    const plain = generationView({ id: "plain" });
    const pair = {
      id: "pair",
      level: "subtle" as const,
      plain,
      enhanced: generationView({ id: "enhanced", enhancement: "subtle" }),
      createdAt: plain.createdAt,
    };
    expect(withRun(pair, ended("enhanced", "2026-11-14T07:43:00.000Z"))).toMatchObject({
      plain: { status: "running" },
      enhanced: { status: "succeeded" },
    });
    expect(withRun(pair, ended("else", "2026-11-14T07:43:00.000Z"))).toBe(pair);
  });
});
