import { type Context, Hono } from "hono";
import { createDeployment } from "../../deployments/create-deployment.ts";
import { deleteDeployment } from "../../deployments/delete-deployment.ts";
import { findDeployment } from "../../deployments/find-deployment.ts";
import { presentDeployment } from "../../deployments/present-deployment.ts";
import { updateDeployment } from "../../deployments/update-deployment.ts";
import type { Simulation } from "../../simulation.ts";
import { checkDeploymentBody, checkDeploymentChange } from "../../validation/body-schemas.ts";
import type { ApiEnvironment } from "../api-environment.ts";
import { page } from "../page.ts";
import { readBody } from "../read-body.ts";

/** `/deployments`. */
export function deploymentRoutes(simulation: Simulation) {
  const deploymentOf = (c: Context<ApiEnvironment>) =>
    findDeployment(simulation, c.var.account.username, c.req.param("owner") ?? "", c.req.param("name") ?? "");
  return new Hono<ApiEnvironment>()
    .get("/deployments", (c) => {
      const { account } = c.var;
      const own = simulation.stores.deployments
        .all()
        .filter(({ owner }) => owner === account.username)
        .toReversed();
      return c.json(page(own, c.req.url, simulation.origin(), (item) => presentDeployment(item, account)));
    })
    .post("/deployments", async (c) => {
      const deployment = await createDeployment(
        simulation,
        c.var.account,
        await readBody(c, checkDeploymentBody),
      );
      return c.json(presentDeployment(deployment, c.var.account));
    })
    .get("/deployments/:owner/:name", (c) => c.json(presentDeployment(deploymentOf(c), c.var.account)))
    .patch("/deployments/:owner/:name", async (c) => {
      const change = await readBody(c, checkDeploymentChange);
      return c.json(
        presentDeployment(await updateDeployment(simulation, deploymentOf(c), change), c.var.account),
      );
    })
    .delete("/deployments/:owner/:name", async (c) => {
      await deleteDeployment(simulation, deploymentOf(c));
      return c.body(null, 204);
    });
}
