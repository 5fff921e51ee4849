export type { Clock } from "./clock/clock.ts";
export type { PortraitPainter, PortraitRequest } from "./drawing/portrait-painter.ts";
export type { Credit, FaultRule } from "./faults/fault-board.ts";
export type { Fault, FaultRequest } from "./faults/fault.ts";
export type { SimulatorOptions, Speed } from "./settings.ts";
export { type Faults, type Simulator, startSimulator } from "./start-simulator.ts";
