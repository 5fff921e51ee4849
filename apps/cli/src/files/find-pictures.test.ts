import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { FailureError } from "../failures/failure.ts";
import { findPictures } from "./find-pictures.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "selfsame-pictures-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const write = (...names: string[]) => Promise.all(names.map((name) => writeFile(join(folder, name), "1234")));
const namesIn = async (...paths: string[]) =>
  (await findPictures(paths)).map(({ path }) => path.slice(folder.length + 1));

describe("findPictures", () => {
  it("takes a folder's own pictures by name, in order, and nothing hidden, deeper or called otherwise", async () => {
    await write("b.JPG", "a.png", "c.heic", ".d.jpg", "notes.txt", "jpg");
    await mkdir(join(folder, "inside.jpg"));
    expect(await namesIn(folder)).toEqual(["a.png", "b.JPG", "c.heic"]);
  });

  it("takes a file that is named, whatever it is called, once, with its size", async () => {
    await write("notes.txt", "a.jpg");
    const notes = join(folder, "notes.txt");
    expect(await findPictures([notes, notes])).toEqual([{ path: notes, sizeBytes: 4 }]);
    expect(await namesIn(folder, join(folder, "a.jpg"))).toEqual(["a.jpg"]);
  });

  it("follows a link to a photo", async () => {
    await write("a.jpg");
    await symlink(join(folder, "a.jpg"), join(folder, "b.jpg"));
    expect(await namesIn(folder)).toEqual(["a.jpg", "b.jpg"]);
  });

  it("says which path cannot be used, before anything is sent", async () => {
    await write("a.jpg");
    const codes = [];
    await mkdir(join(folder, "empty"));
    for (const path of [join(folder, "missing.jpg"), join(folder, "empty"), "/dev/null"]) {
      const failed = await findPictures([join(folder, "a.jpg"), path]).catch((error: unknown) => error);
      codes.push(failed instanceof FailureError ? failed.failure.code : failed);
    }
    expect(codes).toEqual(["path_unreadable", "folder_without_pictures", "path_not_a_file"]);
  });
});
