/** The first visit, and the three steps that stay until the first portrait is kept. */
export const welcome = {
  room: "Welcome",
  signIn: "Sign in",
  sentence: "Portraits that still look like you.",
  pictureAlt: "A drawn woman with a dark bob in a green roll-neck, beside a bright window, calm",
  bring: "Bring your selfies",
  bringNote: (from: number, to: number) =>
    `${from} to ${to} photos of your face. One model is trained on them, for you alone.`,
  bringNoteAnyway: "A handful of photos of your face. One model is trained on them, for you alone.",
  drawn: "Try with a drawn face",
  drawnNote: "Twelve drawn selfies stand in for yours. No photo leaves your hands.",
  promise: "Nobody’s face ever runs on anybody else’s request.",
  steps: {
    label: "The way to your first portrait",
    selfies: "Selfies",
    selfiesNote: "You choose, each one is checked",
    training: "Training",
    trainingNote: "One model, of one face",
    portraits: "Portraits",
    portraitsNote: "Say what they should show",
    keepNote: "Keep the first one you like",
  },
};
