import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";

import "./look/look.css";
import { createPageQueryClient } from "./page-query-client.ts";
import { createPageRouter } from "./router.tsx";
import { createApiClient, TRPCProvider } from "./trpc.ts";

const root = document.querySelector("#root");
if (root === null) throw new Error("index.html has no #root to draw the page in");

const queryClient = createPageQueryClient({ onSignedOut: () => void router.invalidate() });
const router = createPageRouter(queryClient);

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={createApiClient()} queryClient={queryClient}>
        <RouterProvider router={router} />
      </TRPCProvider>
    </QueryClientProvider>
  </StrictMode>,
);
