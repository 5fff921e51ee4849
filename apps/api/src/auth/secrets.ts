/** The studio's secrets, newest first: the newest signs, every one of them is believed. */
export type Secrets = readonly [newest: string, ...older: string[]];
