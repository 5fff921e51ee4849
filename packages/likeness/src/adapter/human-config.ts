/**
 * What Human is asked for: every face up to five, upright, with mesh, irises and expression. Nothing of the picture
 * before is reused, no filter is laid over it, and the networks that guess age, gender or liveness stay off.
 *
 * @param modelAddress the folder of the weights, as a `file:` address that ends in a slash
 * @example new Human(humanConfig("file:///models/"))
 */
export function humanConfig(modelAddress: string): object {
  const off = { enabled: false };
  return {
    backend: "wasm",
    modelBasePath: modelAddress,
    cacheModels: false,
    debug: false,
    async: false,
    warmup: "none",
    cacheSensitivity: 0,
    filter: off,
    gesture: off,
    body: off,
    hand: off,
    object: off,
    segmentation: off,
    face: {
      enabled: true,
      // The mesh's lower bound too: gateConstants draws both lines, and the box's higher one.
      detector: { rotation: true, maxDetected: 5, minConfidence: 0.5, skipFrames: 0, skipTime: 0 },
      mesh: { enabled: true },
      iris: { enabled: true },
      emotion: { enabled: true, minConfidence: 0, skipFrames: 0, skipTime: 0 },
      attention: off,
      description: off,
      antispoof: off,
      liveness: off,
      gear: off,
    },
  };
}
