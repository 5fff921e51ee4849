import type { Page } from "playwright-core";
import { askStudio } from "./ask-studio.ts";
import { consent, knock } from "./enter-studio.ts";

const lookAgainMs = 250;

/** What is asked for to fill a gallery. */
export interface Wish {
  readonly brief: string;
  readonly outputs: number;
}

/** Takes a newcomer to a gallery with portraits in it, by the shortest way: drawn selfies, a training, some briefs. */
export async function fillGallery(page: Page, email: string, wishes: readonly Wish[]): Promise<void> {
  await page.getByRole("link", { name: "Try with a drawn face" }).click();
  await knock(page, "Make the account", { email, password: "a sentence to remember" });
  await page.getByRole("button", { name: "I agree, load the drawn selfies" }).waitFor();
  await consent(page, "I agree, load the drawn selfies");
  await page.getByRole("img", { name: "Drawn selfie 12" }).waitFor();
  await askStudio(page, "models.train", {});
  await until(page, async () => {
    const model = await askStudio<{ ready: boolean } | null>(page, "models.get");
    return model?.ready === true;
  });
  for (const wish of wishes) await make(page, wish);
}

/** Makes portraits as the person the page is signed in as, and waits until they are there. */
export async function make(page: Page, wish: Wish): Promise<void> {
  const { id } = await askStudio<{ id: string }>(page, "generations.create", wish);
  await until(page, async () => {
    const made = await askStudio<{ endedAt: string | null }>(page, "generations.get", { generationId: id });
    return made.endedAt !== null;
  });
}

async function until(page: Page, isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await page.waitForTimeout(lookAgainMs);
}
