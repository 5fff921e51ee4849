/** What a person chose to see: the system's theme, or always one. */
export type ThemeChoice = "system" | "light" | "dark";

/** The same key is read by `public/theme-before-paint.js`, before anything is drawn. */
export const themeStorageKey = "selfsame.theme";

type ThemeStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** Reads the kept choice; blocked storage reads as the system's theme. */
export function readThemeChoice(storage: () => ThemeStorage): ThemeChoice {
  try {
    const kept = storage().getItem(themeStorageKey);
    return kept === "light" || kept === "dark" ? kept : "system";
  } catch {
    return "system";
  }
}

/**
 * Shows a theme now and keeps the choice in this browser.
 *
 * @returns false when the browser refuses to keep it; it then holds until the page is closed.
 */
export function chooseTheme(
  choice: ThemeChoice,
  root: Pick<HTMLElement, "dataset">,
  storage: () => ThemeStorage,
): boolean {
  if (choice === "system") delete root.dataset["theme"];
  else root.dataset["theme"] = choice;
  try {
    if (choice === "system") storage().removeItem(themeStorageKey);
    else storage().setItem(themeStorageKey, choice);
    return true;
  } catch {
    return false;
  }
}
