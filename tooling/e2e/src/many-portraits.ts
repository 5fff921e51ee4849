import type { Page, Route } from "playwright-core";
import sharp from "sharp";

interface Answer {
  readonly result: { readonly data: unknown };
}

/** How a gallery is filled that nobody could make in a test's time. */
export interface ManyPortraits {
  readonly count: number;
  /** How many of them are made on one day. */
  readonly perDay: number;
}

const newestAt = Date.UTC(2026, 10, 20, 12);
const dayMs = 86_400_000;
const services = ["studio", "maya", "photoshoot"] as const;

/** The portrait at a place of such a gallery, counted from the newest, as the api would give it. */
function portraitAt(place: number, { perDay }: ManyPortraits) {
  const day = Math.floor(place / perDay);
  return {
    id: `01980000-0000-7000-8000-${String(place).padStart(12, "0")}`,
    generationId: "01980000-0000-7000-9000-000000000000",
    index: 0,
    width: 896,
    height: 1152,
    contentType: "image/webp",
    placeholderHash: "YJqGPQw7sFlslqhFafSE+Q6oJ1h2iHB2Rw==",
    kept: place % 17 === 4,
    simulated: true,
    createdAt: new Date(newestAt - day * dayMs - (place % perDay) * 60_000).toISOString(),
    trashedAt: null,
    brief: `Portrait ${place}`,
    service: services[place % services.length],
    presetId: "natural-expression",
  };
}

/**
 * Answers the page's reads of the gallery with a made-up one, page by page as the api does; everything else goes to the
 * studio. Pictures are one picture, which the browser decodes each time.
 */
export async function hangManyPortraits(page: Page, many: ManyPortraits): Promise<void> {
  const picture = await sharp({
    create: { width: 480, height: 617, channels: 3, background: "#7a6a58" },
  })
    .webp()
    .toBuffer();
  await page.route("**/images/portraits/**", (route) =>
    route.fulfill({ body: picture, contentType: "image/webp", headers: { "cache-control": "max-age=60" } }),
  );
  await page.route(/\/trpc\/[^?]*gallery\.list(?:[,?]|$)/u, async (route) => {
    const paths = new URL(route.request().url()).pathname.replace("/trpc/", "").split(",");
    const inputs = inputsOf(route);
    const response = await route.fetch();
    const answers = (await response.json()) as Answer[];
    const filled = answers.map((answer, at) =>
      paths[at] === "gallery.list" ? { result: { data: pageAfter(inputs[at], many) } } : answer,
    );
    await route.fulfill({ response, json: filled });
  });
}

interface ListInput {
  readonly cursor?: string | null;
  readonly limit?: number;
}

const inputsOf = (route: Route): readonly (ListInput | undefined)[] =>
  Object.values(JSON.parse(route.request().postData() ?? "{}") as Record<string, ListInput>);

function pageAfter(input: ListInput | undefined, many: ManyPortraits) {
  const from = Number(input?.cursor ?? 0);
  const limit = input?.limit ?? 50;
  const until = Math.min(many.count, from + limit);
  return {
    portraits: Array.from({ length: until - from }, (_, at) => portraitAt(from + at, many)),
    nextCursor: until < many.count ? String(until) : null,
  };
}
