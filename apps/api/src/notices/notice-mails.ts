import type { Mail } from "../mail/mail.ts";

interface Addressed {
  readonly to: string;
  /** The studio's own address, without a slash at its end. */
  readonly pageUrl: string;
}

const howToStop = (pageUrl: string): string =>
  `You asked to be told. To be told no more, say so here:\n${pageUrl}/you`;

/** Tells that a training has come to a version. */
export const trainedMail = ({ to, pageUrl }: Addressed): Mail => ({
  to,
  subject: "The model of your face is ready",
  text: [
    "Your training has ended, and its model is ready.",
    `Make a portrait with it:\n${pageUrl}/studio`,
    howToStop(pageUrl),
  ].join("\n\n"),
});

/** Tells that a training has come to nothing. */
export const trainingFailedMail = ({ to, pageUrl }: Addressed): Mail => ({
  to,
  subject: "Your training did not succeed",
  text: [
    "Your training has ended without a model. The credits for it are yours again, and what you had before still works.",
    `What went wrong, and how to try again:\n${pageUrl}/you/face`,
    howToStop(pageUrl),
  ].join("\n\n"),
});
