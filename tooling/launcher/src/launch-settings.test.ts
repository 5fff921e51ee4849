import { describe, expect, it } from "vitest";
import { readLaunchSettings } from "./launch-settings.ts";

describe("readLaunchSettings", () => {
  it("needs nothing: port 4600 of this machine, data in .data, the simulator twenty times as fast", () => {
    expect(readLaunchSettings({}, "/studio")).toEqual({
      port: 4600,
      host: "127.0.0.1",
      dataFolder: "/studio/.data",
      simulatorSpeed: 20,
      simulated: true,
    });
  });

  it("takes an empty setting for one that was left out", () => {
    expect(readLaunchSettings({ PORT: "", REPLICATE_API_TOKEN: "" }, "/studio")).toEqual(
      readLaunchSettings({}, "/studio"),
    );
  });

  it("leaves the simulator out when there is a token for Replicate", () => {
    expect(readLaunchSettings({ REPLICATE_API_TOKEN: "r8_made_up" }, "/studio").simulated).toBe(false);
  });

  it.each([
    ["instant", "instant"],
    ["real", "real"],
    ["2.5", 2.5],
  ])("reads the simulator's speed %s", (text, speed) => {
    expect(readLaunchSettings({ SIMULATOR_SPEED: text }, "/studio").simulatorSpeed).toBe(speed);
  });

  it("names every setting that is wrong at once", () => {
    const read = () => readLaunchSettings({ PORT: "eighty", SIMULATOR_SPEED: "-1" }, "/studio");
    expect(read).toThrow(
      /PORT: say a port from 1 to 65535; SIMULATOR_SPEED: say instant, real, or how many times faster/,
    );
  });
});
