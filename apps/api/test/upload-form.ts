/** A form with one file, as the page sends it. */
export function uploadForm(bytes: Uint8Array, fileName = "me.jpg"): FormData {
  const form = new FormData();
  form.set("file", new File([new Uint8Array(bytes)], fileName));
  return form;
}
