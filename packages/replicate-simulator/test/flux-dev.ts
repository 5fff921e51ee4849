/** The body of a prediction that needs no training. */
export function fluxDev(input: Record<string, unknown> = {}, extra: Record<string, unknown> = {}) {
  return {
    version: "black-forest-labs/flux-dev",
    input: { prompt: "a lighthouse", megapixels: "0.25", seed: 3, go_fast: false, ...input },
    ...extra,
  };
}

/** A prediction's body as the API sends it, as far as tests read it. */
export interface PredictionBody {
  id: string;
  status: string;
  output: string[] | null;
  error: string | null;
  logs: string;
  input: Record<string, unknown>;
  data_removed: boolean;
  deadline?: string;
  metrics?: { predict_time?: number; total_time?: number };
  created_at: string;
  started_at: string | null;
  completed_at: string | null;
  urls: { get: string };
}

/** Reads a prediction from an answer. */
export async function readPrediction(response: Response): Promise<PredictionBody> {
  return (await response.json()) as PredictionBody;
}
