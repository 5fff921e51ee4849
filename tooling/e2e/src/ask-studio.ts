import type { Page } from "playwright-core";

/** Calls a procedure of the studio as the person the page is signed in as; for what a journey is not about. */
export async function askStudio<TAnswer>(page: Page, path: string, input?: object): Promise<TAnswer> {
  const answer = await page.request.post(`/trpc/${path}`, {
    ...(input === undefined ? {} : { data: input }),
    headers: { "content-type": "application/json" },
  });
  if (!answer.ok()) throw new Error(`${path} was answered ${answer.status()}: ${await answer.text()}`);
  return ((await answer.json()) as { result: { data: TAnswer } }).result.data;
}
