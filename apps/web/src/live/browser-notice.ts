/** Whether this browser may tell of something while its page is out of sight. */
export type MayTell = "allowed" | "refused" | "not-asked" | "cannot";

const places: Readonly<Record<NotificationPermission, MayTell>> = {
  granted: "allowed",
  denied: "refused",
  default: "not-asked",
};

/** Whether this browser may tell of something now; nobody is asked. */
export const mayTell = (): MayTell =>
  typeof Notification === "undefined" ? "cannot" : places[Notification.permission];

/** Asks the person, which browsers allow on a click alone. */
export const askToTell = async (): Promise<MayTell> =>
  typeof Notification === "undefined" ? "cannot" : places[await Notification.requestPermission()];

/** Tells of something once, if it may and the page is out of sight. */
export function tellInBrowser(title: string, tag: string): void {
  if (mayTell() !== "allowed" || !document.hidden) return;
  const notice = new Notification(title, { tag });
  notice.addEventListener("click", () => window.focus());
}
