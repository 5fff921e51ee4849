/** Words that carry their dot inside a sentence, in small letters. */
export const abbreviations: ReadonlySet<string> = new Set(
  "dr mr mrs ms mx prof st jr sr vs etc approx ca est inc ltd dept capt lt sgt rev hon mt avg resp incl excl esp feat cf viz al".split(
    " ",
  ),
);

/** Words that carry their dot only before a number. */
export const numberAbbreviations: ReadonlySet<string> = new Set(
  "no nos fig vol pp p ch min max ft art".split(" "),
);
