/** The hardware the provider names, by SKU. */
export const hardware = [
  { name: "CPU", sku: "cpu" },
  { name: "Nvidia T4 GPU", sku: "gpu-t4" },
  { name: "Nvidia L40S GPU", sku: "gpu-l40s" },
  { name: "2x Nvidia L40S GPU", sku: "gpu-l40s-2x" },
  { name: "Nvidia A100 (80GB) GPU", sku: "gpu-a100-large" },
  { name: "2x Nvidia A100 (80GB) GPU", sku: "gpu-a100-large-2x" },
  { name: "Nvidia H100 GPU", sku: "gpu-h100" },
] as const;

/** True for a SKU of the list. */
export function isHardware(sku: string): boolean {
  return hardware.some((known) => known.sku === sku);
}
