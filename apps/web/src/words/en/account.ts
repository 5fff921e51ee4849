import type { SignInProblem } from "../../session/sign-in-problem.ts";

/** The doors: signing up, signing in, consenting. */
export const account = {
  signUp: {
    room: "Sign up",
    title: "Make an account",
    leadSelfies: "Your photos and portraits belong to it, and only it can see them.",
    leadDrawn: "It keeps your drawn selfies and the portraits made from them.",
    submit: "Make the account",
    submitting: "Making the account",
    other: "There is an account already?",
    otherLink: "Sign in",
  },
  signIn: {
    room: "Sign in",
    title: "Welcome back",
    lead: "Your portraits are where you left them.",
    goOn: "Sign in, and you go on where you were.",
    submit: "Sign in",
    submitting: "Signing in",
    other: "No account yet?",
    otherLink: "Make one",
  },
  providers: {
    label: "Other ways to sign in",
    continueWith: (name: string) => `Continue with ${name}`,
  },
  email: "E-mail",
  password: "Password",
  passwordRule: (shortest: number) =>
    `At least ${shortest} characters. A sentence is easier to remember than a riddle.`,
  emailMissing: "Write your e-mail address, such as name@example.org.",
  passwordMissing: "Write your password.",
  passwordShort: (missing: number) =>
    missing === 1 ? "One more character is needed." : `${missing} more characters are needed.`,
  problems: {
    "wrong-password": {
      message: "E-mail and password do not belong together.",
      fix: "Check both; capital letters count in the password.",
    },
    "e-mail-taken": {
      message: "There is an account with this e-mail address already.",
      fix: "Sign in with it, or use another address.",
    },
    "e-mail-invalid": {
      message: "This is not an e-mail address.",
      fix: "It needs a name, an @ and a domain, such as name@example.org.",
    },
    "e-mail-not-confirmed": {
      message: "Your account is there, and its e-mail address is not confirmed yet.",
      fix: "Open the link in the mail we sent, then sign in. Signing in sends the mail again.",
    },
    "link-spent": {
      message: "This link does not work any more.",
      fix: "A link works once, for one hour. Ask for a new one.",
    },
    "password-too-short": {
      message: "The password is too short.",
      fix: "Add a few characters and try again.",
    },
    "password-too-long": { message: "The password is too long.", fix: "Shorten it and try again." },
    "provider-declined": {
      message: "You were not signed in, because you or the provider declined.",
      fix: "Try again, or sign in with your e-mail address and password.",
    },
    "provider-way-lost": {
      message: "The way back from the provider did not begin in this browser, or took too long.",
      fix: "Begin again here; it has to end within ten minutes, in the same browser.",
    },
    "provider-address-not-confirmed": {
      message: "The provider does not say that your e-mail address is yours.",
      fix: "Confirm the address there and try again, or sign up with a password.",
    },
    "provider-not-linked": {
      message: "There is an account with this e-mail address already, and the address is not confirmed.",
      fix: "Sign in with its password and confirm the address; then both ways lead to it.",
    },
    "provider-unexpected": {
      message: "Signing in with this provider did not work.",
      fix: "Try again, or sign in with your e-mail address and password.",
    },
    "too-many-attempts": {
      message: "There were too many attempts in a short time.",
      fix: "Wait a minute, then try again. Your account is safe.",
    },
    unreachable: {
      message: "The studio does not answer.",
      fix: "What you typed is still here. Check your connection and try again.",
    },
    unexpected: {
      message: "The studio could not do this.",
      fix: "What you typed is still here. Try again; if it stays, tell whoever runs this studio.",
    },
  } satisfies Record<SignInProblem, { message: string; fix: string }>,
  forgot: {
    link: "Forgot your password?",
    room: "New password",
    title: "Choose a new password",
    lead: "We send a link to your address. With it you choose a new one; the old one works until then.",
    submit: "Send the link",
    submitting: "Sending the link",
    sent: (email: string) =>
      `If there is an account with ${email}, a mail with a link is on its way. It works for one hour.`,
  },
  reset: {
    room: "New password",
    title: "Choose a new password",
    lead: "Every browser and terminal is signed out, and you sign in again with the new one.",
    submit: "Use this password",
    submitting: "Changing the password",
    done: "The new password works now.",
    again: "Ask for a new link",
  },
  confirm: {
    room: "Your address",
    title: "Confirming your e-mail address",
    waiting: "One moment.",
    done: "Your e-mail address is confirmed.",
  },
  consent: {
    room: "Consent",
    lead: "Please read this before your first photo. It is short, and each sentence counts.",
    clausesLabel: "What you agree to",
    adult: "I am an adult.",
    ownFace: "These photos show my own face.",
    tickBoth: "Tick both sentences if they are true; without them no photo can be taken in.",
    submit: "I agree",
    submitDrawn: "I agree, load the drawn selfies",
    submitting: "Recording your consent",
    loadingDrawn: "Loading the drawn selfies",
    later: "Not now",
    version: (version: string) => `Version ${version} of this text. The version you agree to is recorded.`,
    outdated: "The text has changed. Please read the present one.",
  },
};
