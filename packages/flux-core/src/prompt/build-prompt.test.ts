import { expect, test } from "vitest";
import { buildPrompt } from "../index.ts";

test("builds the seed's own example to the letter", () => {
  const built = buildPrompt({
    brief: "confident woman, street fashion",
    trigger: "user42585527",
    placement: "begin-and-middle",
    quality: "film-portrait",
  });
  expect(built).toMatchObject({
    ok: true,
    value: {
      text: "user42585527, confident woman, user42585527 portrait, street fashion, film photograph shot on Hasselblad, raw photo, visible skin pores, unretouched natural skin texture, natural beauty with light skin retouch, authentic user42585527 facial features, professional portrait photography, high detail facial accuracy",
      triggerCount: 3,
      notes: [],
    },
  });
});
