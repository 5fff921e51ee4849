/** Who asks, as far as the network knows. */
export interface Arrival {
  /** The other end of the connection: the person's machine, or the nearest proxy. */
  readonly socketAddress: string | undefined;
  /** What the proxies on the way wrote, each adding whom it heard from; anybody can begin such a list. */
  readonly forwardedFor: string | undefined;
}

/**
 * The address of whoever asks. Only what the studio's own proxies wrote is believed; what stands before that was
 * sent by the asker.
 *
 * @param proxiesInFront how many proxies of the studio's own a request passes
 * @example clientAddress({ socketAddress: "10.0.0.2", forwardedFor: "made up, 203.0.113.7" }, 1) // "203.0.113.7"
 */
export const clientAddress = ({ socketAddress, forwardedFor }: Arrival, proxiesInFront: number): string => {
  const written = (forwardedFor ?? "")
    .split(",")
    .map((address) => address.trim())
    .filter((address) => address !== "");
  const way = [...written, socketAddress ?? "unknown"];
  return way[Math.max(0, way.length - 1 - proxiesInFront)] ?? "unknown";
};
