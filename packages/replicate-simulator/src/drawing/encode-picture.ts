import sharp from "sharp";

const trainedAlgorithmicMedia = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";

/** Renders an SVG and says in the file's metadata (EXIF and XMP) that it is simulated. */
export function encodePicture(
  svg: string,
  options: { format: "png" | "jpg" | "webp"; quality: number; label: string },
): Promise<Buffer> {
  const { format, label } = options;
  const quality = Math.max(1, options.quality);
  const picture = sharp(Buffer.from(svg))
    .flatten()
    .withExif({ IFD0: { Software: "replicate-simulator", ImageDescription: asAscii(label) } })
    .withXmp(xmpOf(label));
  switch (format) {
    case "png":
      return picture.png().toBuffer();
    case "jpg":
      return picture.jpeg({ quality }).toBuffer();
    case "webp":
      return picture.webp({ quality }).toBuffer();
  }
}

/** EXIF texts are ASCII. */
function asAscii(label: string): string {
  return label.replace("·", "-");
}

/** XMP with the IPTC name for pictures that a model makes, and the words that no model made this one. */
function xmpOf(label: string): string {
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" xmp:CreatorTool="replicate-simulator" Iptc4xmpExt:DigitalSourceType="${trainedAlgorithmicMedia}">
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">${label}: drawn, not made by a model</rdf:li></rdf:Alt></dc:description>
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>`;
}
