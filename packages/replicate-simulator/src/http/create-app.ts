import { Hono } from "hono";
import type { JobRunner } from "../jobs/job-runner.ts";
import { RateLimiter } from "../limits/rate-limiter.ts";
import { Problem } from "../problems/problem.ts";
import { notFound } from "../problems/problems.ts";
import type { Simulation } from "../simulation.ts";
import type { ApiEnvironment } from "./api-environment.ts";
import { applyFaults } from "./apply-faults.ts";
import { authenticate } from "./authenticate.ts";
import { guardRequest } from "./guard-request.ts";
import { accountRoutes } from "./routes/account-routes.ts";
import { adminRoutes } from "./routes/admin-routes.ts";
import { catalogueRoutes } from "./routes/catalogue-routes.ts";
import { deliveryRoutes } from "./routes/delivery-routes.ts";
import { deploymentRoutes } from "./routes/deployment-routes.ts";
import { downloadRoutes } from "./routes/download-routes.ts";
import { fileRoutes } from "./routes/file-routes.ts";
import { modelRoutes } from "./routes/model-routes.ts";
import { predictionRoutes } from "./routes/prediction-routes.ts";
import { trainingRoutes } from "./routes/training-routes.ts";
import { versionRoutes } from "./routes/version-routes.ts";

/** The whole server: the API below `/v1`, what it delivers, and the admin part where the settings allow it. */
export function createApp(simulation: Simulation, runner: JobRunner): Hono<ApiEnvironment> {
  const limiter = new RateLimiter(simulation.clock);
  const api = new Hono<ApiEnvironment>()
    .use(applyFaults(simulation))
    .route("/", downloadRoutes(simulation))
    .use(authenticate(simulation))
    .use(guardRequest(simulation, limiter))
    .route("/", accountRoutes(simulation))
    .route("/", catalogueRoutes(simulation))
    .route("/", modelRoutes(simulation))
    .route("/", versionRoutes(simulation, runner))
    .route("/", fileRoutes(simulation))
    .route("/", predictionRoutes(simulation, runner))
    .route("/", trainingRoutes(simulation, runner))
    .route("/", deploymentRoutes(simulation));
  const app = new Hono<ApiEnvironment>().route("/v1", api).route("/", deliveryRoutes(simulation));
  if (simulation.settings.admin) {
    app.use("/_simulator/*", authenticate(simulation)).route("/_simulator", adminRoutes(simulation));
  }
  app.notFound(() => answer(notFound("The requested resource could not be found.")));
  app.onError((error) => {
    if (error instanceof Problem) return answer(error);
    simulation.onProblem(error);
    return answer(new Problem(500, { detail: "An unexpected error ocurred", status: 500 }));
  });
  return app;
}

function answer(problem: Problem): Response {
  return new Response(JSON.stringify(problem.body), {
    status: problem.status,
    headers: { "content-type": "application/problem+json", ...problem.headers },
  });
}
