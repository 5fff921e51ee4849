/** A body is longer than its reader allows; what was read has been thrown away. */
export class BodyTooLarge extends Error {
  override readonly name = "BodyTooLarge";
  readonly limitBytes: number;

  constructor(limitBytes: number) {
    super(`The body is longer than ${limitBytes} bytes.`);
    this.limitBytes = limitBytes;
  }
}

/**
 * Reads a whole body into memory, but never more than `limitBytes` of it, whatever its headers promised.
 *
 * @throws {BodyTooLarge} when there is more; the connection is given up.
 */
export async function readLimitedBody(
  body: ReadableStream<Uint8Array> | null,
  limitBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let sizeBytes = 0;
  // Leaving the loop by a throw cancels the stream, which closes the connection.
  for await (const part of body ?? []) {
    sizeBytes += part.byteLength;
    if (sizeBytes > limitBytes) throw new BodyTooLarge(limitBytes);
    parts.push(part);
  }
  const whole = new Uint8Array(sizeBytes);
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.byteLength;
  }
  return whole;
}
