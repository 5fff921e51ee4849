import type { Page } from "playwright-core";
import { consent, type Credentials, knock } from "./enter-studio.ts";

/** Goes from the first visit to a model that is ready, with the drawn selfies. */
export async function enterWithModel(page: Page, credentials: Credentials): Promise<void> {
  await page.getByRole("link", { name: "Try with a drawn face" }).click();
  await knock(page, "Make the account", credentials);
  await page.getByRole("button", { name: "I agree, load the drawn selfies" }).waitFor();
  await consent(page, "I agree, load the drawn selfies");
  await page.getByRole("button", { name: "Train on 12 photos" }).click();
  await page.getByRole("link", { name: "Make the first portrait" }).waitFor();
}
