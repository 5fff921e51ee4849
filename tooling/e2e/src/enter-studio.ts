import type { Page } from "playwright-core";

/** What a made-up person signs up with. */
export interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** Fills in either door's form and knocks. */
export async function knock(page: Page, button: string, { email, password }: Credentials): Promise<void> {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: button }).click();
}

/** Ticks both sentences of the consent and agrees. */
export async function consent(page: Page, button: string): Promise<void> {
  for (const box of await page.getByRole("checkbox").all()) await box.check();
  await page.getByRole("button", { name: button }).click();
}
