/** IPTC's name for a picture that a trained model made, from its list of digital source types. */
export const trainedAlgorithmicMedia =
  "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";

const description = `<rdf:Description rdf:about="" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" Iptc4xmpExt:DigitalSourceType="${trainedAlgorithmicMedia}"/>`;

const packet = `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">${description}</rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;

const end = "</rdf:RDF>";

/**
 * The XMP of a picture with the mark in it: its own with one statement more, or a packet of nothing but the mark.
 *
 * @returns undefined when the mark is there already
 */
export const withGeneratedMark = (xmp: string | undefined): string | undefined => {
  if (xmp?.includes(trainedAlgorithmicMedia)) return undefined;
  const at = xmp?.lastIndexOf(end) ?? -1;
  return xmp === undefined || at === -1 ? packet : xmp.slice(0, at) + description + xmp.slice(at);
};
