/** Cheapest first. FLUX fine-tunes run on H100 whatever their model says; the field is required all the same. */
const preferred = ["gpu-t4", "gpu-l40s", "gpu-a40-large", "gpu-a100-large", "gpu-h100"];

/**
 * Chooses the hardware of a model that is only a training's destination: what Replicate's own fine-tuning guide writes
 * (`gpu-t4`) if it is still offered, else the next of the list, else any.
 *
 * @param offered - what `GET /hardware` lists; at least one.
 */
export function chooseHardware(offered: readonly [Hardware, ...Hardware[]]): string {
  const skus = offered.map(({ sku }) => sku);
  return preferred.find((sku) => skus.includes(sku)) ?? skus.find((sku) => sku !== "cpu") ?? offered[0].sku;
}

interface Hardware {
  readonly sku: string;
}
