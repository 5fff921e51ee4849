/** Where one was in a gallery: how far down, and at which portrait. */
export interface GalleryPlace {
  readonly scrollY: number;
  readonly portraitId: string | null;
}

/** What a gallery's place is remembered under, beside what was read of it; both are forgotten together. */
export const galleryPlaceKey = (search: object) => ["gallery-place", search] as const;
