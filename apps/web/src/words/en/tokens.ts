import { plural } from "../plural.ts";

const language = "en";

/** The keys one gives to scripts and other apps. */
export const tokens = {
  title: "Access tokens",
  lead: "For scripts and other apps of yours. A token may do what you tick here and nothing more: never delete the account, change how you sign in, or make tokens.",
  none: "There are none.",
  may: (scopes: string) => `May ${scopes}`,
  until: (day: string) => `Until ${day}`,
  ranOut: "Has run out",
  used: (day: string) => `Last used: ${day}`,
  neverUsed: "Never used",
  revoke: "Revoke",
  revokeNamed: (name: string) => `Revoke ${name}`,
  revoked: (name: string) => `${name} is revoked.`,
  open: "Make a token",
  name: "What it is for",
  nameHint: "So that you know it again: a nightly backup, my website",
  nameMissing: "Say what it is for.",
  scopes: "What it may do",
  scopesMissing: "Tick at least one.",
  scope: {
    read: { short: "read", long: "See selfies, portraits, credits and what is under way" },
    generate: { short: "make portraits", long: "Make portraits, which costs credits, and cancel them" },
    train: { short: "train", long: "Add and remove selfies, and train, which costs credits" },
    gallery: { short: "sort the gallery", long: "Mark portraits as kept, put them in the trash and back" },
    account: { short: "change how you look", long: "Change what the account says of how you look" },
  },
  days: "How long it works",
  daysOption: (days: number) => plural(language, days, { one: "1 day", other: `${days} days` }),
  make: "Make it",
  making: "Making it",
  keep: "Back",
  madeTitle: "Copy it now",
  made: "It is shown this once and kept nowhere. Whoever has it can do what you ticked.",
  copy: "Copy",
  copied: "Copied.",
  notCopied: "It could not be copied. Select it and copy it yourself.",
  done: "I have it",
};
