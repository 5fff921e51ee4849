import type { FramePicture } from "../../parts/frame.tsx";
import { imageAddress, imageSourceSet } from "../../parts/image-address.ts";
import { pictureFit } from "../../parts/picture-fit.ts";
import type { PortraitView } from "../../views/views.ts";

/** A portrait as a frame shows it. */
export const portraitPicture = (portrait: PortraitView, alt: string, sizes: string): FramePicture => ({
  address: imageAddress("portraits", portrait.id, 480),
  sourceSet: imageSourceSet("portraits", portrait),
  sizes,
  alt,
  fit: pictureFit(portrait.width, portrait.height),
});
