import { expect, it } from "vitest";
import { parseSettings } from "./settings.ts";

it("makes token and username the first account", () => {
  const { accounts } = parseSettings({
    token: "a",
    username: "one",
    accounts: [{ token: "b", username: "two", type: "organization" }],
  });
  expect(accounts).toMatchObject([
    { token: "a", username: "one", type: "user" },
    { token: "b", username: "two", type: "organization" },
  ]);
});

it.each([
  [{ port: -1 }, "port"],
  [{ speed: 0 }, "speed"],
  [{ webhookSecret: "secret" }, "webhookSecret"],
  [{ username: "No Name" }, "username"],
])("refuses %j, naming the option", (options, name) => {
  expect(() => parseSettings(options)).toThrow(name);
});
