import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestStudio, type TestStudio } from "../../test/create-test-studio.ts";
import { describeOnBothDatabases } from "../../test/describe-on-both-databases.ts";
import { domainErrorOf } from "../../test/domain-error-of.ts";
import { pngChunk } from "../../test/images/png-chunk.ts";
import { signUpWithModel, untilGenerationEnds } from "../../test/ready-subject.ts";
import { type SignedUp, signUpWithConsent } from "../../test/sign-up.ts";
import { uploadForm } from "../../test/upload-form.ts";

const script = "<script>alert(document.domain)</script>";
const page = Buffer.from(`<!doctype html><html><body>${script}</body></html>`);
const jar = Buffer.concat([Buffer.from("PK\u0003\u0004", "latin1"), Buffer.from("META-INF/MANIFEST.MF")]);

/** A photo of a shade of its own, so that no two are taken for the same. */
const photoOf = (red: number) =>
  sharp({ create: { width: 512, height: 512, channels: 3, background: { r: red, g: 120, b: 90 } } });

/** A JPEG segment: what stands in it is no part of the picture. */
const segment = (marker: number, data: Uint8Array) => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
};
const afterStart = (jpeg: Buffer, more: Buffer) =>
  Buffer.concat([jpeg.subarray(0, 2), more, jpeg.subarray(2)]);
const beforeEnd = (png: Buffer, more: Buffer) =>
  Buffer.concat([png.subarray(0, png.length - 12), more, png.subarray(png.length - 12)]);

/** A JPEG that is a script as well: its first segment is as long as the two characters that open a comment say. */
const jpegAndScript = (jpeg: Buffer) => {
  const code = Buffer.alloc(0x2f2a - 2, 0);
  code.write("*/=1;alert(document.domain);/*");
  return afterStart(jpeg, segment(0xe0, code));
};

const polyglots: [string, (red: number) => Promise<Buffer>][] = [
  [
    "a JPEG with a page in a comment",
    async (red) => afterStart(await photoOf(red).jpeg().toBuffer(), segment(0xfe, page)),
  ],
  [
    "a JPEG with a page behind it",
    async (red) => Buffer.concat([await photoOf(red).jpeg().toBuffer(), page]),
  ],
  [
    "a JPEG with a program archive behind it",
    async (red) => Buffer.concat([await photoOf(red).jpeg().toBuffer(), jar]),
  ],
  ["a JPEG that is a script", async (red) => jpegAndScript(await photoOf(red).jpeg().toBuffer())],
  [
    "a PNG with a page in a chunk of text",
    async (red) =>
      beforeEnd(
        await photoOf(red).png().toBuffer(),
        pngChunk("tEXt", Buffer.concat([Buffer.from("Comment\0"), page])),
      ),
  ],
  ["a PNG with a page behind it", async (red) => Buffer.concat([await photoOf(red).png().toBuffer(), page])],
  [
    "a photo with a script in its XMP",
    async (red) =>
      photoOf(red).withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/">${script}</x:xmpmeta>`).jpeg().toBuffer(),
  ],
];

describeOnBothDatabases("an upload that is a picture and something else", (open) => {
  const disposal = new AsyncDisposableStack();
  let server: TestStudio;
  let person: SignedUp;
  beforeAll(async () => {
    const { database } = disposal.use(await open());
    server = disposal.use(await createTestStudio({ database }));
    person = await signUpWithConsent(server.url);
  });
  afterAll(() => disposal.disposeAsync());

  const expectPictureAlone = ({ headers }: Response, contentType: string) => {
    expect(headers.get("content-type")).toBe(contentType);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("content-security-policy")).toMatch(/default-src 'none'.*sandbox/u);
    expect(headers.get("content-disposition")).toMatch(/^inline; filename="[a-z0-9-]+\.(?:jpg|png|webp)"$/u);
  };

  test.each(polyglots.map(([what, make], index) => ({ what, make, red: 20 + index * 20 })))(
    "is kept and served as nothing but a picture: $what",
    async ({ make, red }) => {
      const form = uploadForm(await make(red), `${red}.html"><script>.jpg`);
      const { id } = await person.api.selfies.add.mutate(form);
      for (const [size, contentType] of [
        ["original", "image/jpeg"],
        ["480", "image/webp"],
      ] as const) {
        const response = await person.fetch(`/images/selfies/${id}/${size}`);
        expect(response.status).toBe(200);
        expectPictureAlone(response, contentType);
        const bytes = Buffer.from(await response.arrayBuffer()).toString("latin1");
        for (const part of ["<script", "<html", "alert(", "META-INF"]) expect(bytes).not.toContain(part);
      }
    },
  );

  test.each([
    ["a page", page, "selfie_not_an_image"],
    [
      "a drawing that can hold scripts",
      Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`),
      "selfie_not_an_image",
    ],
    [
      "an animation that is an archive",
      Buffer.concat([Buffer.from("GIF89a/*"), jar]),
      "selfie_type_unsupported",
    ],
    ["an archive", jar, "selfie_not_an_image"],
  ])("is refused when it is %s", async (_what, bytes, code) => {
    const { selfies: before } = await person.api.selfies.list.query();
    const upload = person.api.selfies.add.mutate(uploadForm(bytes, "me.jpg"));
    expect(await domainErrorOf(upload)).toMatchObject({ code });
    expect((await person.api.selfies.list.query()).selfies).toEqual(before);
  });

  test("leaves portraits, too, as pictures alone", async () => {
    const owner = await signUpWithModel(server.url);
    const { id } = await owner.api.generations.create.mutate({ brief: "at sea" });
    const [portrait] = (await untilGenerationEnds(owner, id)).portraits;
    const response = await owner.fetch(`/images/portraits/${portrait?.id ?? ""}/original`);
    expectPictureAlone(response, "image/png");
  });
});
