/** Where a process tells its metrics; with neither it tells them nowhere, so that they are never public by accident. */
export interface MetricsSettings {
  /** What a reader carries; null only on a port of its own. */
  readonly token: string | null;
  /** A port for whoever watches; null tells them at the studio's own address, to who carries the token. */
  readonly ownPort: { readonly host: string; readonly port: number } | null;
}
