import { expect, it } from "vitest";
import { readServerAddress } from "./server-address.ts";

it.each([
  ["http://127.0.0.1:4600", "http://127.0.0.1:4600"],
  [" HTTP://Localhost:4600/ ", "http://localhost:4600"],
  ["https://studio.example.org:443/selfsame//", "https://studio.example.org/selfsame"],
  ["http://[::1]:4600/?a#b", "http://[::1]:4600"],
])("reads %j as %j", (given, expected) => {
  expect(readServerAddress(given)).toBe(expected);
});

it.each(["", "studio", "127.0.0.1:4600", "ftp://studio", "file:///etc", "http://me:secret@studio"])(
  "refuses %j",
  (given) => {
    expect(() => readServerAddress(given)).toThrow("is not the address of a studio");
  },
);
