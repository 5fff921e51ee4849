const blockBytes = 512;

/**
 * A tar with one file in the place where the trainer puts its weights. It holds what the simulator learned, as JSON,
 * not weights: there are none.
 */
export function weightsTar(content: Readonly<Record<string, unknown>>): Buffer {
  const body = Buffer.from(`${JSON.stringify(content, null, 2)}\n`);
  const padding = Buffer.alloc((blockBytes - (body.length % blockBytes)) % blockBytes);
  const header = tarHeader("output/flux_train_replicate/simulated-weights.json", body.length);
  return Buffer.concat([header, body, padding, Buffer.alloc(2 * blockBytes)]);
}

/** A ustar header (POSIX 1003.1): fixed fields, octal numbers, and a checksum counted with its own field as spaces. */
function tarHeader(name: string, sizeBytes: number): Buffer {
  const header = Buffer.alloc(blockBytes);
  const octal = (value: number, digits: number) => `${value.toString(8).padStart(digits, "0")}\0`;
  header.write(name, 0);
  header.write(octal(0o644, 7), 100);
  header.write(octal(0, 7), 108);
  header.write(octal(0, 7), 116);
  header.write(octal(sizeBytes, 11), 124);
  header.write(octal(0, 11), 136);
  header.write("        ", 148);
  header.write("0", 156);
  header.write("ustar\u000000", 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  return header;
}
