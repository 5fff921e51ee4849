/**
 * Picks the wording for a count by the language's own plural rules.
 *
 * @example
 * plural("en", 1, { one: "1 photo", other: "1 photos" }) // "1 photo"
 */
export function plural(
  language: string,
  count: number,
  forms: { readonly other: string } & Partial<Record<Intl.LDMLPluralRule, string>>,
): string {
  return forms[new Intl.PluralRules(language).select(count)] ?? forms.other;
}
