import { InvalidArgumentError } from "commander";

/**
 * Makes a reader of whole numbers for an option; which of them are in bounds is the studio's to say.
 *
 * @throws InvalidArgumentError from the reader
 */
export function wholeNumber(bounds: { readonly minimum?: number } = {}): (given: string) => number {
  return (given) => {
    const number = /^-?\d+$/.test(given) ? Number(given) : Number.NaN;
    if (!Number.isSafeInteger(number)) throw new InvalidArgumentError("It must be a whole number.");
    if (bounds.minimum !== undefined && number < bounds.minimum)
      throw new InvalidArgumentError(`It must be at least ${bounds.minimum}.`);
    return number;
  };
}
