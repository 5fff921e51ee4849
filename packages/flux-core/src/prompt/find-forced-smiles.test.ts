import { describe, expect, test } from "vitest";
import { findForcedSmiles, mayForceSmile } from "./find-forced-smiles.ts";
import { indexPhrases } from "./find-phrases.ts";

/** Each smile as it is written, with what it is replaced by: a thing in «», a quality in ‹›. */
function marked(clause: string, keep: readonly string[] = []): string {
  return findForcedSmiles(clause, indexPhrases(keep)).reduceRight((text, { start, end, kind }) => {
    const [open, close] = kind === "noun" ? ["«", "»"] : ["‹", "›"];
    return `${text.slice(0, start)}${open}${text.slice(start, end)}${close}${text.slice(end)}`;
  }, clause);
}

describe("findForcedSmiles", () => {
  test.each([
    "big smile|«big smile»",
    "a BIG  smile at sea|a «BIG  smile» at sea",
    "big-smile|«big-smile»",
    "big – smile|«big – smile»",
    "big_smile|big_smile",
    "big, smile|big, smile",
    "big 'smile'|big 'smile'",
    "ear to ear grin|«ear to ear grin»",
    "ear-to-ear smile|«ear-to-ear smile»",
    "wide soft smile|«wide soft smile»",
    "wide soft beaming warm smile there|«wide soft beaming warm smile» there",
    "big soft-smile woman|big soft-smile woman",
    "wide-soft smile|«wide-soft smile»",
    "wide soft coat|wide soft coat",
    "wide soft, smile|wide soft, smile",
    "very wide smile|«very wide smile»",
    "soft wide smile|«soft wide smile»",
    "tall wide smile|tall «wide smile»",
    "grinning woman|‹grinning› woman",
    "very grinning woman|‹very grinning› woman",
    "big grinning woman|big ‹grinning› woman",
    "grinning smile there|«grinning smile» there",
    "grinning big smile there|«grinning big smile» there",
    "grinning beaming laughing smile there|«grinning beaming laughing smile» there",
    "big grinning smile|«big grinning smile»",
    "beaming, soft smile|‹beaming›, soft smile",
    "beaming soft coat|‹beaming› soft coat",
    "beaming big|‹beaming› big",
    "laughing soft, smile|‹laughing› soft, smile",
    "smiling widely|‹smiling widely›",
    "smiling, widely|smiling, widely",
    "smiled at the camera now|‹smiled at the camera› now",
    "smiling widely for the camera|‹smiling widely for the camera›",
    "grinning from ear to ear at camera|‹grinning from ear to ear at camera›",
    "grinning widely, broadly|‹grinning widely›, broadly",
    "smile for the camera|«smile for the camera»",
    "soft smile at the camera|«soft smile at the camera»",
    "red smile at the camera|red «smile at the camera»",
    "she smiles broadly|she «smiles broadly»",
    "widely grinning man|‹widely grinning› man",
    "widely grinning smile|«widely grinning smile»",
    "broadly smiling man|‹broadly smiling› man",
    "her laughter there|her «laughter» there",
    "grinned widely|‹grinned widely›",
    "laughing and grinning man|‹laughing and grinning› man",
    "laughing & grinning + beaming/laughing man|‹laughing & grinning + beaming/laughing› man",
    "laughing or grinning man|‹laughing› or ‹grinning› man",
    "laughter and beaming man|‹laughter and beaming› man",
    "beaming with laughter|‹beaming› with «laughter»",
    "smiling widely big smile|«smiling widely big smile»",
    "laughing laughing|‹laughing laughing›",
    "Big grin, huge grins|«Big grin», «huge grins»",
    "smile|smile",
    "|",
    "stranger smile|stranger smile",
  ])("marks in %s", (line) => {
    const [clause = "", expected] = line.split("|");
    expect(marked(clause)).toBe(expected);
  });

  test.each([
    ["big smile", ["big smile"], "big smile"],
    ["big smile", ["smile"], "«big smile»"],
    ["a Big - Smile there", ["big smile"], "a Big - Smile there"],
    ["big smile, wide smile", ["big smile"], "big smile, «wide smile»"],
    ["grinning soft smile", ["soft smile"], "‹grinning› soft smile"],
    ["grinning soft smile", ["soft"], "‹grinning› soft smile"],
    ["wide soft smile", ["soft smile"], "wide soft smile"],
    ["wide soft smile", ["wide"], "wide soft smile"],
    ["wide big smile", ["wide"], "wide «big smile»"],
    ["grinning widely", ["widely"], "‹grinning widely›"],
    ["beaming widely", ["widely"], "‹beaming› widely"],
    ["laughing at the camera", ["laughing"], "laughing at the camera"],
    ["laughing, grinning", ["laughing", "", "…"], "laughing, ‹grinning›"],
    ["big smile big", ["big smile big"], "big smile big"],
    ["big smile bag", ["big smile big", "big smile"], "big smile bag"],
    ["big smile bag", ["big smile", "big smile bag"], "big smile bag"],
  ])("marks in %j, keeping %j, %j", (clause, keep, expected) => {
    expect(marked(clause, keep)).toBe(expected);
  });
});

describe("mayForceSmile", () => {
  test.each([
    "grin",
    "BEAMING",
    "laughter",
    "wide smile",
    "smiling at the camera",
    "smiles widely",
    "ear to ear smile",
    "smile broadly",
  ])("looks closer at %j", (clause) => {
    expect(mayForceSmile(clause)).toBe(true);
  });

  test.each(["soft smile", "wide street", "red coat", "for the camera", ""])("passes over %j", (clause) => {
    expect(mayForceSmile(clause)).toBe(false);
  });
});
