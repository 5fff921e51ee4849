import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { createTestDatabase } from "../../test/create-test-database.ts";
import { createTestStudio } from "../../test/create-test-studio.ts";
import { signUpWithConsent } from "../../test/sign-up.ts";
import { uploadForm } from "../../test/upload-form.ts";

const folder = process.env.LIKENESS_FACES_DIR ?? "";
const names = folder === "" ? [] : (await readdir(folder)).filter((name) => /\.(jpg|png)$/.test(name));
const reason = folder === "" ? " (not tried: LIKENESS_FACES_DIR names no folder)" : "";
const shortestEdgePixels = 512;

describe.skipIf(folder === "")(`photographs of people, uploaded${reason}`, { timeout: 60_000 }, () => {
  test("are kept upright and without a word about camera or place, each with its thumbnails", async () => {
    await using opened = await createTestDatabase("pglite");
    await using server = await createTestStudio({ database: opened.database });
    const person = await signUpWithConsent(server.url);
    let tried = 0;
    for (const name of names) {
      const photograph = await readFile(join(folder, name));
      const { width, height } = await sharp(photograph).metadata();
      if (Math.min(width, height) < shortestEdgePixels) continue;
      tried += 1;
      // As a camera held sideways in a named place would have stored it.
      const taken = await sharp(photograph)
        .rotate(270)
        .jpeg({ quality: 97 })
        .withMetadata({ orientation: 6 })
        .withExifMerge({
          IFD0: { Make: "Camera" },
          IFD3: { GPSLatitudeRef: "N", GPSLatitude: "48/1 51/1 24/1" },
        })
        .toBuffer();
      const selfie = await person.api.selfies.add.mutate(uploadForm(taken, name));
      expect(selfie.width / selfie.height).toBeCloseTo(width / height, 2);

      const pictureOf = async (size: string) =>
        Buffer.from(await (await person.fetch(`/images/selfies/${selfie.id}/${size}`)).arrayBuffer());
      const original = await pictureOf("original");
      const kept = await sharp(original).metadata();
      expect(kept).toMatchObject({ format: "jpeg", width: selfie.width, height: selfie.height });
      for (const trace of [kept.exif, kept.xmp, kept.iptc, kept.orientation]) expect(trace).toBeUndefined();
      for (const word of ["GPS", "Camera", "Exif"]) expect(original.includes(word)).toBe(false);
      for (const size of [160, 480]) {
        const { format, width: thumbnailWidth } = await sharp(await pictureOf(String(size))).metadata();
        expect({ format, thumbnailWidth }).toEqual({ format: "webp", thumbnailWidth: size });
      }
    }
    expect(tried).toBeGreaterThan(0);
  });
});
