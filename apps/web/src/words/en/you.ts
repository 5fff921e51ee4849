import { plural } from "../plural.ts";

const language = "en";

/** The account, the consent and the way out. */
export const you = {
  room: "You",
  parts: "Parts of this room",
  accountPart: "Account and privacy",
  facePart: "Your face",
  account: {
    title: "Your account",
    email: "E-mail",
    subjectNumber: "Subject number",
    triggerWord: "Trigger word",
    since: "Since",
    note: "The number is given once and never to anybody else. The trigger word stands for your face in every prompt.",
  },
  theme: {
    title: "Light and dark",
    label: "Show the pages",
    system: "As the system",
    light: "Light",
    dark: "Dark",
    note: "Kept in this browser only.",
    notKept: "This browser does not keep it; it holds until the page is closed.",
  },
  signOut: {
    title: "Sign out",
    text: "Your photos and portraits stay. A training or generation that is under way goes on.",
    submit: "Sign out",
    submitting: "Signing out",
    failed: "You are still signed in: the studio did not answer. Try again.",
  },
  sessions: {
    title: "Signed in",
    lead: "The browsers and terminals that are signed in to your account.",
    unnamed: "A browser or terminal that does not name itself",
    current: "This one",
    since: (day: string) => `Since ${day}`,
    end: "Sign out",
    endNamed: (name: string) => `Sign out ${name}`,
    endOthers: "Sign out all others",
    ending: "Signing out",
  },
  consent: {
    title: "Your consent",
    given: (version: string, day: string) => `You agreed to version ${version} on ${day}.`,
    missing: "You have not agreed to anything yet. It is asked before your first photo.",
    read: "Read the text",
    hide: "Hide the text",
    outdated: (version: string) => `The present text is version ${version}.`,
  },
  deletion: {
    title: "Delete everything",
    text: "Withdrawing your consent deletes the account and everything in it: selfies, models here and at the provider, portraits and their recipes. It cannot be taken back.",
    open: "Withdraw and delete",
    dialogTitle: "Delete everything for good?",
    dialogText: "These go, and nothing brings them back:",
    goes: {
      selfies: (count: number) => plural(language, count, { one: "1 selfie", other: `${count} selfies` }),
      models: (count: number) =>
        plural(language, count, {
          one: "1 training and its model, here and at the provider",
          other: `${count} trainings and their model, here and at the provider`,
        }),
      portraits: "all portraits, with their recipes",
      account: "the account and your consent",
      stays: "What stays: a keyed hash of your number, so that it is never given to anybody else.",
    },
    phrase: "delete everything",
    typeLabel: (phrase: string) => `Type “${phrase}” to confirm`,
    submit: "Delete everything for good",
    submitting: "Deleting",
    keep: "Keep everything",
  },
  receipt: {
    room: "Deleted",
    title: "Your account is closed",
    lead: "Nobody can sign in to it any more. This is being deleted now, here and at the provider, until all of it is gone:",
    selfies: "Selfies",
    models: "Portrait models",
    trainings: "Trainings",
    generations: "Generations, with their briefs",
    portraits: "Portraits, with their recipes",
    none: "There is no receipt to show. It is shown once, right after a deletion.",
    back: "To the first page",
  },
};
