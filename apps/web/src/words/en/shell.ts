/** What every room shares: the rail, notices, frames and problems. */
export const shell = {
  name: "Selfsame",
  title: (room: string) => `${room} · Selfsame`,
  rail: {
    label: "Rooms",
    skip: "Skip to the room",
    studio: "Studio",
    maya: "Maya",
    photoshoot: "Photoshoot",
    gallery: "Gallery",
    lab: "Lab",
    you: "You",
  },
  simulatedStudio: {
    short: "Simulated studio",
    long: "Portraits are drawn here, not made by FLUX.",
  },
  connection: {
    offline: "You are offline. What you see is from before; it catches up by itself.",
    unreachable: "The studio does not answer. The page keeps trying and catches up by itself.",
    back: "Connected again.",
  },
  frame: {
    simulated: "Simulated",
    drawn: "Drawn",
    broken: "This picture did not load. Reload the page to try again.",
  },
  problems: {
    tryAgain: "Try again",
    unreachable: {
      message: "The studio does not answer.",
      fix: "Nothing was lost. Check your connection; this page also tries again by itself.",
    },
    unexpected: {
      message: "Something went wrong on this page.",
      fix: "What you made is kept in the studio. Reload the page; if it stays, tell whoever runs this studio.",
    },
  },
  waiting: "Loading",
  notFound: {
    title: "There is nothing here",
    lead: "The address may be old, or what it showed was removed.",
    back: "Go to the studio",
  },
  close: "Close",
  goBack: "Go back",
};
