/** Where the provider's client writes what an operator may need; a pino logger fits. */
export interface ProviderLog {
  readonly info: (details: Readonly<Record<string, unknown>>, message: string) => void;
  readonly warn: (details: Readonly<Record<string, unknown>>, message: string) => void;
}
