import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Browser, Page } from "playwright-core";
import { consent, knock } from "./enter-studio.ts";
import { madeUpPhoto, type PickedFile } from "./made-up-photo.ts";
import { openBrowser } from "./open-browser.ts";
import { openPage } from "./open-page.ts";
import { openStudio, type TestStudio } from "./open-studio.ts";

let studio: TestStudio;
let browser: Browser;

beforeAll(async () => {
  [studio, browser] = await Promise.all([openStudio(), openBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await studio[Symbol.asyncDispose]();
});

async function pick(page: Page, files: PickedFile[]): Promise<void> {
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Add photos" }).click();
  await (await chooser).setFiles(files);
}

describe("the doors", () => {
  it("say which field is wrong and how to mend it, and let nobody in with a wrong password", async () => {
    await using opened = await openPage(browser, studio.url);
    const { page, watch } = opened;
    const person = { email: "grace@example.org", password: "a sentence to remember" };
    await page.getByRole("link", { name: "Bring your selfies" }).click();

    await page.getByRole("button", { name: "Make the account" }).click();
    await page.getByText("Write your e-mail address, such as name@example.org.").waitFor();
    await knock(page, "Make the account", { ...person, password: "short" });
    await page.getByText("more characters are needed.").waitFor();
    await knock(page, "Make the account", { ...person, email: "not an address" });
    await page.getByText("Write your e-mail address, such as name@example.org.").waitFor();
    await knock(page, "Make the account", person);

    await page.getByRole("button", { name: "I agree" }).click();
    await page.getByRole("alert").getByText("Tick both sentences if they are true").waitFor();
    await page.goto("/you");
    await page.getByRole("button", { name: "Sign out" }).click();

    await page.getByRole("link", { name: "Sign in" }).click();
    await knock(page, "Sign in", { ...person, password: "the wrong sentence" });
    await page.getByRole("alert").getByText("E-mail and password do not belong together.").waitFor();
    expect(await page.getByLabel("E-mail").inputValue()).toBe(person.email);
    await page.goto("/gallery");
    await page.getByRole("button", { name: "Sign in" }).waitFor();
    await knock(page, "Sign in", person);
    await page.getByRole("heading", { name: "Gallery", level: 1 }).waitFor();
    expect(watch.problems).toEqual([]);
  });
});

describe("the way to a portrait", () => {
  it("refuses files that are no photos of use, and a training on four selfies, each with what to do", async () => {
    await using opened = await openPage(browser, studio.url);
    const { page, watch } = opened;
    await page.getByRole("link", { name: "Bring your selfies" }).click();
    await knock(page, "Make the account", { email: "alan@example.org", password: "a sentence to remember" });
    await page.getByRole("button", { name: "I agree" }).waitFor();
    await consent(page, "I agree");

    const text = { name: "notes.jpg", mimeType: "image/jpeg", buffer: Buffer.from("These are notes.") };
    const empty = { name: "empty.jpg", mimeType: "image/jpeg", buffer: Buffer.alloc(0) };
    const dot = await madeUpPhoto("dot.jpg", 10, 1);
    const photos = await Promise.all([1, 2, 3, 4].map((turn) => madeUpPhoto(`photo-${turn}.jpg`, turn * 70)));
    await pick(page, [text, empty, dot, ...photos]);

    const rows = page.getByRole("list", { name: "Photos on their way" });
    await rows.getByText("Not taken: The file is not a picture, whatever its name says.").waitFor();
    await rows.getByText("Not taken: The file is empty.").waitFor();
    await rows.getByText("Not taken: The picture has 1 × 1 pixels").waitFor();
    await page.getByRole("button", { name: "Remove selfie 4" }).waitFor();

    await pick(page, [{ ...(await madeUpPhoto("again.jpg", 70)) }]);
    await rows.getByText("Not taken: This is the same photo as photo-1.jpg.").waitFor();
    expect(await page.getByRole("button", { name: "Remove selfie 5" }).count()).toBe(0);

    const train = page.getByRole("button", { name: "Train on 4 photos" });
    expect(await train.getAttribute("aria-disabled")).toBe("true");
    await page.getByText("1 photo more needed").waitFor();

    await page.goto("/studio");
    await page.getByRole("heading", { name: "Your model comes first" }).waitFor();
    await page.goto("/gallery/01980000-0000-7000-8000-000000000000");
    await page.getByRole("heading", { name: "There is no such portrait" }).waitFor();
    await page.goto("/no-such-room");
    await page.getByRole("heading", { name: "There is nothing here" }).waitFor();
    expect(watch.problems).toEqual([]);
  });

  it("refuses a second training, an empty brief, one that is too long and one that names another person's model", async () => {
    await using opened = await openPage(browser, studio.url);
    const { page, watch } = opened;
    await page.getByRole("link", { name: "Try with a drawn face" }).click();
    await knock(page, "Make the account", { email: "mary@example.org", password: "a sentence to remember" });
    await page.getByRole("button", { name: "I agree, load the drawn selfies" }).waitFor();
    await consent(page, "I agree, load the drawn selfies");
    const train = page.getByRole("button", { name: "Train on 12 photos" });
    await train.click();
    await page.getByText("A training is under way; the next one can start when it has ended.").waitFor();
    expect(await train.getAttribute("aria-disabled")).toBe("true");
    await page.getByRole("link", { name: "Make the first portrait" }).click();

    const brief = page.getByLabel("The brief");
    const make = page.getByRole("button", { name: "Make 1 portrait" });
    await make.click();
    await page.getByRole("alert").getByText("Say in a few words what the portrait should show.").waitFor();
    await brief.fill("a".repeat(4001));
    await make.click();
    await page.getByRole("alert").getByText("1 characters too many.").waitFor();
    await brief.fill("user1234567890 in the garden");
    await make.click();
    await page.getByRole("alert").filter({ hasText: "user1234567890" }).waitFor();
    expect(await brief.inputValue()).toBe("user1234567890 in the garden");
    await page.getByText("What you ask for develops here.").waitFor();
    expect(watch.problems).toEqual([]);
  });
});
