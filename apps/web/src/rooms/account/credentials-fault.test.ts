import { describe, expect, it } from "vitest";

import { credentialsFault } from "./credentials-fault.ts";

const email = "ines@example.org";

describe("what is wrong before anything is sent", () => {
  it.each(["", "ines", "ines@", "@example.org", "in es@example.org"])(
    "an address that is none: %o",
    (wrong) => {
      expect(credentialsFault({ email: wrong, password: "long enough" }, 10)).toEqual({
        is: "e-mail-missing",
      });
    },
  );

  it("a missing password", () => {
    expect(credentialsFault({ email, password: "" }, 10)).toEqual({ is: "password-missing" });
  });

  it("a new password that is too short, with how much is missing", () => {
    expect(credentialsFault({ email, password: "four" }, 10)).toEqual({
      is: "password-short",
      missingCharacters: 6,
    });
  });

  it("nothing about a password that exists already, however short", () => {
    expect(credentialsFault({ email, password: "four" }, undefined)).toBeNull();
  });

  it("nothing when all is well", () => {
    expect(credentialsFault({ email, password: "a sentence" }, 10)).toBeNull();
  });
});
