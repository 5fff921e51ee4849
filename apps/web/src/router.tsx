import type { QueryClient } from "@tanstack/react-query";
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from "@tanstack/react-router";

import { sessionQuery } from "./session/session-query.ts";
import { NotFoundRoom } from "./shell/not-found-room.tsx";
import { PageRoot } from "./shell/page-root.tsx";
import { RoomProblem } from "./shell/room-problem.tsx";
import { RoomWaiting } from "./shell/room-waiting.tsx";
import {
  compareSearch,
  designSearch,
  doorSearch,
  editorSearch,
  enhancedSearch,
  gallerySearch,
  portraitSearch,
  studioSearch,
  waySearch,
} from "./routes/search.ts";

interface RouterContext {
  readonly queryClient: QueryClient;
}

const rootRoute = createRootRouteWithContext<RouterContext>()({
  component: PageRoot,
  notFoundComponent: NotFoundRoom,
});

const welcomeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/",
  async beforeLoad({ context }) {
    if ((await context.queryClient.ensureQueryData(sessionQuery)) !== null)
      redirect({ to: "/studio", throw: true });
  },
  component: lazyRouteComponent(() => import("./rooms/welcome/welcome-room.tsx"), "WelcomeRoom"),
});

const signUpRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sign-up",
  validateSearch: waySearch,
  component: lazyRouteComponent(() => import("./rooms/account/sign-up-room.tsx"), "SignUpRoom"),
});

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sign-in",
  validateSearch: doorSearch,
  component: lazyRouteComponent(() => import("./rooms/account/sign-in-room.tsx"), "SignInRoom"),
});

const forgotPasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/forgot-password",
  component: lazyRouteComponent(
    () => import("./rooms/account/forgot-password-room.tsx"),
    "ForgotPasswordRoom",
  ),
});

const resetPasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/reset-password",
  component: lazyRouteComponent(() => import("./rooms/account/reset-password-room.tsx"), "ResetPasswordRoom"),
});

const verifyEmailRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/verify-email",
  component: lazyRouteComponent(() => import("./rooms/account/verify-email-room.tsx"), "VerifyEmailRoom"),
});

const deletedRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/deleted",
  component: lazyRouteComponent(() => import("./rooms/you/deleted-room.tsx"), "DeletedRoom"),
});

const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: "signed-in",
  async beforeLoad({ context, location }) {
    if ((await context.queryClient.ensureQueryData(sessionQuery)) === null) {
      redirect({ to: "/sign-in", search: { next: location.href }, throw: true });
    }
  },
});

const consentRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/consent",
  validateSearch: waySearch,
  component: lazyRouteComponent(() => import("./rooms/consent/consent-room.tsx"), "ConsentRoom"),
});

const houseRoute = createRoute({
  getParentRoute: () => signedInRoute,
  id: "house",
  component: lazyRouteComponent(() => import("./shell/shell.tsx"), "Shell"),
});

const studioRoute = createRoute({
  getParentRoute: () => houseRoute,
  path: "/studio",
  validateSearch: studioSearch,
  component: lazyRouteComponent(() => import("./rooms/studio/studio-room.tsx"), "StudioRoom"),
});

const mayaRoute = createRoute({
  getParentRoute: () => houseRoute,
  path: "/maya/{-$conversationId}",
  component: lazyRouteComponent(() => import("./rooms/maya/maya-room.tsx"), "MayaRoom"),
});

const photoshootRoute = createRoute({
  getParentRoute: () => houseRoute,
  path: "/photoshoot",
  component: lazyRouteComponent(() => import("./rooms/photoshoot/lookbook-room.tsx"), "LookbookRoom"),
});

const collectionRoute = createRoute({
  getParentRoute: () => houseRoute,
  path: "/photoshoot/$collectionId",
  component: lazyRouteComponent(() => import("./rooms/photoshoot/collection-room.tsx"), "CollectionRoom"),
});

const shootRoute = createRoute({
  getParentRoute: () => houseRoute,
  path: "/photoshoot/shoots/$shootId",
  component: lazyRouteComponent(() => import("./rooms/photoshoot/shoot-room.tsx"), "ShootRoom"),
});

const newCollectionRoute = createRoute({
  getParentRoute: () => houseRoute,
  path: "/photoshoot/own/new",
  validateSearch: editorSearch,
  component: lazyRouteComponent(
    () => import("./rooms/photoshoot/editor/new-collection-room.tsx"),
    "NewCollectionRoom",
  ),
});

const ownCollectionRoute = createRoute({
  getParentRoute: () => houseRoute,
  path: "/photoshoot/own/$collectionId",
  component: lazyRouteComponent(
    () => import("./rooms/photoshoot/editor/own-collection-room.tsx"),
    "OwnCollectionRoom",
  ),
});

const enhancedRoute = createRoute({
  getParentRoute: () => houseRoute,
  path: "/enhanced",
  validateSearch: enhancedSearch,
  component: lazyRouteComponent(() => import("./rooms/enhanced/enhanced-room.tsx"), "EnhancedRoom"),
});

const pairRoute = createRoute({
  getParentRoute: () => houseRoute,
  path: "/enhanced/$pairId",
  component: lazyRouteComponent(() => import("./rooms/enhanced/pair-room.tsx"), "PairRoom"),
});

const galleryRoute = createRoute({
  getParentRoute: () => houseRoute,
  path: "/gallery",
  validateSearch: gallerySearch,
  component: lazyRouteComponent(() => import("./rooms/gallery/gallery-room.tsx"), "GalleryRoom"),
});

const trashRoute = createRoute({
  getParentRoute: () => houseRoute,
  path: "/gallery/trash",
  component: lazyRouteComponent(() => import("./rooms/trash/trash-room.tsx"), "TrashRoom"),
});

const compareRoute = createRoute({
  getParentRoute: () => houseRoute,
  path: "/gallery/compare",
  validateSearch: compareSearch,
  component: lazyRouteComponent(() => import("./rooms/compare/compare-room.tsx"), "CompareRoom"),
});

const portraitRoute = createRoute({
  getParentRoute: () => houseRoute,
  path: "/gallery/$portraitId",
  validateSearch: portraitSearch,
  component: lazyRouteComponent(() => import("./rooms/portrait/portrait-room.tsx"), "PortraitRoom"),
});

const labRoute = createRoute({
  getParentRoute: () => houseRoute,
  path: "/lab",
  component: lazyRouteComponent(() => import("./rooms/lab/lab-room.tsx"), "LabRoom"),
});

const designRoute = createRoute({
  getParentRoute: () => houseRoute,
  path: "/lab/new",
  validateSearch: designSearch,
  component: lazyRouteComponent(() => import("./rooms/lab/design-room.tsx"), "DesignRoom"),
});

const experimentRoute = createRoute({
  getParentRoute: () => houseRoute,
  path: "/lab/$experimentId",
  component: lazyRouteComponent(() => import("./rooms/lab/experiment-room.tsx"), "ExperimentRoom"),
});

const voteRoute = createRoute({
  getParentRoute: () => houseRoute,
  path: "/lab/$experimentId/vote",
  component: lazyRouteComponent(() => import("./rooms/lab/vote-room.tsx"), "VoteRoom"),
});

const youRoute = createRoute({
  getParentRoute: () => houseRoute,
  path: "/you",
  component: lazyRouteComponent(() => import("./rooms/you/you-room.tsx"), "YouRoom"),
});

const faceRoute = createRoute({
  getParentRoute: () => houseRoute,
  path: "/you/face",
  component: lazyRouteComponent(() => import("./rooms/face/face-room.tsx"), "FaceRoom"),
});

const proofRoute = createRoute({
  getParentRoute: () => houseRoute,
  path: "/you/proof",
  component: lazyRouteComponent(() => import("./rooms/proof/proof-room.tsx"), "ProofRoom"),
});

const figuresRoute = createRoute({
  getParentRoute: () => houseRoute,
  path: "/you/figures",
  component: lazyRouteComponent(() => import("./rooms/figures/figures-room.tsx"), "FiguresRoom"),
});

const routeTree = rootRoute.addChildren([
  welcomeRoute,
  signUpRoute,
  signInRoute,
  forgotPasswordRoute,
  resetPasswordRoute,
  verifyEmailRoute,
  deletedRoute,
  signedInRoute.addChildren([
    consentRoute,
    houseRoute.addChildren([
      studioRoute,
      photoshootRoute,
      collectionRoute,
      shootRoute,
      newCollectionRoute,
      ownCollectionRoute,
      enhancedRoute,
      pairRoute,
      galleryRoute,
      trashRoute,
      compareRoute,
      portraitRoute,
      labRoute,
      designRoute,
      experimentRoute,
      voteRoute,
      youRoute,
      faceRoute,
      figuresRoute,
      mayaRoute,
      proofRoute,
    ]),
  ]),
]);

/** The page's addresses and what stands at each; every room's code is loaded when it is first entered. */
export function createPageRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    context: { queryClient },
    defaultPreload: "intent",
    defaultPreloadStaleTime: 0,
    scrollRestoration: true,
    defaultPendingMs: 200,
    defaultPendingComponent: RoomWaiting,
    defaultErrorComponent: RoomProblem,
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof createPageRouter>;
  }
}
