/** One mail to one person, in plain words. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** The way out for mail. */
export interface MailPort {
  /**
   * Hands a mail over; when it resolves, somebody else is responsible for it.
   *
   * @throws Error when nobody took it
   */
  readonly send: (mail: Mail) => Promise<void>;
}
