/** The address at which the provider tells of one training or generation; null where it cannot reach the studio. */
export const webhookAddress = (
  baseUrl: string | null,
  kind: "training" | "generation",
  id: string,
): string | null => {
  if (baseUrl === null) return null;
  const address = new URL("/webhooks/replicate", baseUrl);
  address.searchParams.set("kind", kind);
  address.searchParams.set("id", id);
  return address.toString();
};
