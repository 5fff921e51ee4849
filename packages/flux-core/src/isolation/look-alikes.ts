/**
 * Letters of other alphabets that pass for a Latin one in most typefaces, by the letter they pass for.
 * Capitals stand beside small letters where the pair looks like different ones (`Η` like H, `η` like n).
 * A selection after the Unicode confusables list (UTS 39), kept to single letters.
 */
export const lookAlikes: Readonly<Record<string, string>> = {
  a: "аАαΑɑᗅᎪꓮ",
  b: "ЬВΒƄᏴᗷꓐвᏏ",
  c: "сСϲϹᴄᏟꓚⅽ",
  d: "ԁԀɗᎠᗞꓓⅾᏧ",
  e: "еЕεΕҽԐԑєЄɛꬲᎬꓰℯ",
  f: "ϝϜẝꞙքᖴꓝ",
  g: "ɡɢᶃցԌᏀꓖǥ",
  h: "һҺΗНнհᏂᎻᕼꓧʜ",
  i: "іІιΙɩɪıӀᎥꙇꓲ⍳",
  j: "јЈϳյᎫꓙȷ",
  k: "κΚкКᴋҝҡᏦꓗ",
  l: "ⅼӏℓᏞꓡʟ",
  m: "мМΜᴍᎷᗰꓟⅿ",
  n: "ηпոռΝɴᴎꓠ",
  o: "оОοΟσօՕᴏᴑⲟⲞꓳഠဝ",
  p: "рРρΡϱᴘᏢᑭꓑⲣ",
  q: "ԛԚզգ",
  r: "гᴦⲅꭇꭈᴙʀƦᎡᏒᖇꓣɍя",
  s: "ѕЅꜱƽՏտᏕᏚꓢʂ",
  t: "тТτΤᴛᎢꓔ",
  u: "υսՍᴜꭎꭒʋμᑌꓴцս",
  v: "νѵѴᴠⅴᏙꓦ",
  w: "ԝԜաᴡωшᎳᏔꓪ",
  x: "хХχΧⅹ᙮ꓫ",
  y: "уУγΥүҮʏỿᎩᎽꓬ",
  z: "ᴢΖᏃꓜʐ",
};
