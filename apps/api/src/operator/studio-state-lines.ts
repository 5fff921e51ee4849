import type { StudioState } from "./describe-studio.ts";

/** How a studio stands, in lines for a terminal. */
export const studioStateLines = (state: StudioState): string[] => [
  state.paused === null
    ? "Paid work is taken."
    : `Paused since ${state.paused.since}: ${state.paused.reason}`,
  ...state.gauges.map(({ name, label, value }) => `${name}${label === "" ? "" : ` ${label}`}: ${value}`),
  ...state.stuck.map(
    ({ kind, id, status, createdAt, deadlineAt }) =>
      `STUCK: ${kind} ${id}, ${status}, since ${createdAt}, deadline ${deadlineAt}`,
  ),
  ...state.setAside.map(
    ({ id, job, setAsideAt }) => `SET ASIDE: ${id}, ${job ?? "unknown"}, at ${setAsideAt}`,
  ),
  ...state.ledgerFaults.map((fault) => `LEDGER: ${fault}`),
  state.alarms === 0 ? "Nothing wants a person." : `${state.alarms} things want a person.`,
];
