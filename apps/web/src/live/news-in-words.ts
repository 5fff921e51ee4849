import type { Words } from "../words/en.ts";
import type { News } from "./news-of.ts";

/** Says a piece of news in one sentence. */
export function newsInWords(words: Words, news: News): string {
  if (news.kind === "generation") {
    return news.end === "succeeded"
      ? words.studio.news.succeeded(news.portraits)
      : words.studio.news[news.end];
  }
  switch (news.end) {
    case "ready":
      return words.face.training.nowReady;
    case "failed":
      return words.face.training.nowFailed;
    case "canceled":
      return words.face.training.nowCanceled;
  }
}
