/** One thing a person agrees to. */
export interface ConsentClause {
  readonly id: "adult" | "own-face" | "stored" | "measured" | "kept-for";
  readonly text: string;
}

/** What a person agrees to before the first photo; a changed word is a new version. */
export interface ConsentText {
  readonly version: string;
  readonly language: "en";
  readonly title: string;
  readonly clauses: readonly ConsentClause[];
}

/** The present text. */
export const consentText: ConsentText = {
  version: "2026-11-22",
  language: "en",
  title: "Before your first photo",
  clauses: [
    { id: "adult", text: "I am at least 18 years old." },
    { id: "own-face", text: "Every photo I upload shows my own face, and nobody else's." },
    {
      id: "stored",
      text:
        "The studio stores my photos, without their location and camera data, and the portraits made from them. " +
        "For training, a copy of the photos goes to the service that trains and runs the model. The model is private " +
        "and runs on my requests alone.",
    },
    {
      id: "measured",
      text:
        "Photos and portraits may be measured to say how well a portrait looks like me and how natural its " +
        "expression is. The measures are kept with my account, never shared, and used for nothing else.",
    },
    {
      id: "kept-for",
      text:
        "All of it is kept until I delete it. I can withdraw this consent at any time; withdrawing it deletes my " +
        "photos, portraits, measures and model, here and at that service, and closes my account.",
    },
  ],
};
