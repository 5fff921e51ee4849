/** What is used of a TensorFlow tensor. */
export interface Tensor {
  data(): Promise<Float32Array>;
  dispose(): void;
}

/** What is used of `@tensorflow/tfjs`. */
export interface Tensorflow {
  setBackend(name: "wasm"): Promise<boolean>;
  ready(): Promise<void>;
  getBackend(): string;
  tensor4d(values: Float32Array, shape: readonly [number, number, number, number]): Tensor;
  memory(): { readonly numTensors: number; readonly numBytes: number };
}

/** What is used of `@tensorflow/tfjs-backend-wasm`. */
export interface TensorflowWasm {
  setWasmPaths(folder: string): void;
}

/** A face as Human finds it; lengths in pixels, angles in radians. */
export interface HumanFace {
  readonly box: readonly [x: number, y: number, width: number, height: number];
  readonly boxScore: number;
  readonly faceScore: number;
  readonly mesh: readonly (readonly [number, number, number?])[];
  readonly rotation?: {
    readonly angle: { readonly yaw: number; readonly pitch: number; readonly roll: number };
  } | null;
  /** Leaves out what the network is not sure of at all. */
  readonly emotion?: readonly { readonly emotion: string; readonly score: number }[];
}

/** What is used of a Human: one picture at a time. */
export interface Human {
  load(): Promise<void>;
  detect(picture: Tensor): Promise<{ readonly face: readonly HumanFace[]; readonly error?: string | null }>;
  readonly models: {
    stats(): { readonly modelStats: readonly { readonly name: string; readonly loaded: boolean }[] };
  };
}

/** What is used of Human's module. */
export interface HumanModule {
  readonly Human: new (config: object) => Human;
}

/** What is used of `@vladmandic/face-api`: its two networks for an aligned 150-pixel face. */
export interface FaceApi {
  readonly nets: {
    readonly faceRecognitionNet: {
      loadFromDisk(folder: string): Promise<void>;
      computeFaceDescriptor(chip: Tensor): Promise<Float32Array>;
    };
    readonly faceExpressionNet: {
      loadFromDisk(folder: string): Promise<void>;
      predictExpressions(chip: Tensor): Promise<Readonly<Record<string, number>>>;
    };
  };
}
