/** The sizes the api serves besides the original, by their long side in pixels. */
const smallerSizes = [160, 480, 960] as const;

export type ImageSize = (typeof smallerSizes)[number] | "original";

/** Where the api serves one stored picture to its owner. */
export function imageAddress(kind: "selfies" | "portraits", id: string, size: ImageSize): string {
  return `/images/${kind}/${id}/${size}`;
}

/** All smaller sizes for `srcset`, so that the browser loads no more than the frame needs. */
export function imageSourceSet(
  kind: "selfies" | "portraits",
  { id, width, height }: { id: string; width: number; height: number },
): string {
  const widthOf = (longSide: number) => Math.round(width >= height ? longSide : (longSide * width) / height);
  return smallerSizes.map((size) => `${imageAddress(kind, id, size)} ${widthOf(size)}w`).join(", ");
}
