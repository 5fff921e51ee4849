/** One entry of `invalid_fields` in the provider's 422 body; `field` is empty for the body itself. */
export interface InvalidField {
  type: string;
  field: string;
  description: string;
}
