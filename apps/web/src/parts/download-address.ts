/** Where a portrait is taken home from: its original, marked as a picture that a model made. */
export const downloadAddress = (portraitId: string): string => `/downloads/portraits/${portraitId}`;
