import type { IForbiddenRuleType } from "dependency-cruiser";

const tests = "(\\.test|\\.test-d)\\.tsx?$|^(apps|packages)/[^/]+/test/";
const shipped = { path: "^(apps|packages)/[^/]+/src/", pathNot: tests };
const drivers = "node_modules/(drizzle-orm|pg|postgres|@electric-sql/pglite)/";

/** Files that something other than an import reaches: entries of package.json, and threads. */
const likenessAdapter = "^packages/likeness/src/adapter/index\\.ts$";
const likenessThread = "^packages/likeness/src/adapter/face-worker\\.ts$";

const apiRoot = "^apps/api/src/[^/]+\\.ts$";
const apiTransport = "^apps/api/src/((trpc|webhooks|http)/|.*\\.router\\.ts$)";
const apiStores = "^apps/api/src/.*\\.store\\.ts$";
const apiStorage = "^apps/api/src/(db|events|auth)/|^apps/api/src/jobs/[^/]*queue[^/]*\\.ts$";

function forbid(
  name: string,
  comment: string,
  from: IForbiddenRuleType["from"],
  to: object,
): IForbiddenRuleType {
  return { name, comment, severity: "error", from, to };
}

/** The arrows between packages and apps: who may import whom. They hold for shipped code, not for tests. */
export const packageArrows: readonly IForbiddenRuleType[] = [
  forbid(
    "pure-packages-stand-alone",
    "flux-core, likeness and drawn-faces import nothing of ours, so that anyone can use them alone.",
    { path: "^packages/(flux-core|likeness|drawn-faces)/src/", pathNot: tests },
    { path: "^(apps|packages|tooling)/", pathNot: "^packages/$1/" },
  ),
  forbid(
    "simulator-imports-drawn-faces-only",
    "The simulator stands in for a stranger's server: it may draw, and knows nothing else of ours.",
    { path: "^packages/replicate-simulator/src/", pathNot: tests },
    { path: "^(apps|packages|tooling)/", pathNot: "^packages/(replicate-simulator|drawn-faces)/" },
  ),
  forbid(
    "api-imports-its-three-packages-only",
    "Of ours the server imports flux-core, likeness and drawn-faces; the simulator is reached over HTTP.",
    { path: "^apps/api/src/", pathNot: tests },
    { path: "^(apps|packages|tooling)/", pathNot: "^(apps/api|packages/(flux-core|likeness|drawn-faces))/" },
  ),
  forbid(
    "page-imports-flux-core-only",
    "The page imports flux-core and the router's type; everything else crosses the wire.",
    { path: "^apps/web/src/", pathNot: tests },
    {
      path: "^(apps|packages|tooling)/",
      pathNot: "^(apps/web/|packages/flux-core/|apps/api/src/trpc/router\\.ts$)",
    },
  ),
  forbid(
    "terminal-imports-flux-core-and-likeness-only",
    "The terminal imports flux-core and the router's type, and likeness, to measure without a studio.",
    { path: "^apps/cli/src/", pathNot: tests },
    {
      path: "^(apps|packages|tooling)/",
      pathNot: "^(apps/cli/|packages/(flux-core|likeness)/|apps/api/src/trpc/router\\.ts$)",
    },
  ),
  forbid(
    "examples-import-what-strangers-can",
    "An example shows what an app outside can do: of ours it imports flux-core and the router's type.",
    { path: "^examples/([^/]+)/" },
    {
      path: "^(apps|examples|packages|tooling)/",
      pathNot: "^(examples/$1/|packages/flux-core/|apps/api/src/trpc/router\\.ts$)",
    },
  ),
  forbid(
    "router-is-a-type",
    "Use `import type` for the router: its code belongs to the server.",
    { path: "^(apps|examples|packages|tooling)/", pathNot: "^apps/api/" },
    { path: "^apps/api/src/trpc/router\\.ts$", dependencyTypesNot: ["type-only"] },
  ),
  forbid(
    "nothing-imports-an-app",
    "An app is started, never imported.",
    { path: "^(packages|tooling)/", pathNot: tests },
    { path: "^apps/" },
  ),
  forbid(
    "packages-have-one-door",
    "Import a package by its name; its inner files may move.",
    { path: "^(?:apps|packages|tooling)/([^/]+)/" },
    {
      path: "^packages/[^/]+/",
      pathNot: ["^packages/$1/", "^packages/[^/]+/src/index\\.ts$", likenessAdapter],
    },
  ),
  forbid(
    "shipped-code-imports-no-tooling",
    "Tooling builds, checks and starts what is shipped; it is not a part of it.",
    shipped,
    { path: "^tooling/" },
  ),
  forbid("shipped-code-imports-no-tests", "A test's helpers stay with the tests.", shipped, { path: tests }),
  forbid(
    "shipped-code-needs-no-dev-dependency",
    "What runs at run time stands in `dependencies`; a type may come from `devDependencies`.",
    shipped,
    { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
  ),
];

/** The layers inside the api: transport → verbs → stores → database. */
export const apiLayers: readonly IForbiddenRuleType[] = [
  forbid(
    "verbs-know-no-trpc",
    "A verb is called by a router, a webhook or a job: it throws a DomainError and imports no tRPC.",
    { path: "^apps/api/src/", pathNot: [tests, apiRoot, apiTransport] },
    { path: "node_modules/@trpc/" },
  ),
  forbid(
    "verbs-know-no-transport",
    "Routers, webhooks and http call verbs, never the other way round.",
    { path: "^apps/api/src/", pathNot: [tests, apiRoot, apiTransport] },
    { path: apiTransport },
  ),
  forbid(
    "transport-knows-no-database",
    "Call a verb: routers, webhooks and http import neither the database, nor its drivers, nor a store.",
    { path: apiTransport, pathNot: tests },
    { path: [drivers, "^apps/api/src/db/", apiStores] },
  ),
  forbid(
    "only-stores-reach-the-database",
    "Put the query into the folder's *.store.ts: only stores, db/, events/, auth/ and jobs/queue see drizzle.",
    { path: "^apps/api/src/", pathNot: [tests, apiRoot, apiTransport, apiStores, apiStorage] },
    { path: drivers },
  ),
  forbid(
    "verbs-take-the-database-as-an-argument",
    "A verb is given its transaction: of db/ it imports types alone.",
    { path: "^apps/api/src/", pathNot: [tests, apiRoot, apiTransport, apiStores, apiStorage] },
    { path: "^apps/api/src/db/", dependencyTypesNot: ["type-only"] },
  ),
  forbid(
    "stores-call-no-verb",
    "A store keeps and finds rows; whoever decides something is a verb, and calls the store.",
    { path: apiStores, pathNot: tests },
    {
      path: "^apps/api/src/(.*\\.router\\.ts$|(account|credits|gallery|generations|models|selfies|studio)/)",
      pathNot: apiStores,
      dependencyTypesNot: ["type-only"],
    },
  ),
  forbid(
    "a-store-belongs-to-its-folder",
    "A store reads its own folder's tables; a verb that needs two of them calls two stores.",
    { path: "^apps/api/src/([^/]+)/[^/]+\\.store\\.ts$", pathNot: tests },
    { path: apiStores, pathNot: "^apps/api/src/$1/", dependencyTypesNot: ["type-only"] },
  ),
  forbid(
    "only-replicate-touches-the-client",
    "The provider's client and words stay inside apps/api/src/replicate.",
    { ...shipped, pathNot: [tests, "^apps/api/src/replicate/"] },
    { path: "node_modules/replicate/" },
  ),
  forbid(
    "only-the-entry-reads-settings",
    "Settings are read once, at the entry; take what you need as an argument.",
    { path: "^apps/api/src/", pathNot: [tests, "^apps/api/src/(main|operate)\\.ts$"] },
    { path: "^apps/api/src/env\\.ts$", dependencyTypesNot: ["type-only"] },
  ),
];

/** What holds everywhere: purity, no cycles, nothing dead, nothing undeclared. */
export const everywhere: readonly IForbiddenRuleType[] = [
  forbid(
    "pure-code-knows-no-node",
    "This code runs in Node, the browser and a worker: no node: built-ins.",
    {
      path: "^(packages/(flux-core|drawn-faces)|packages/likeness(?=/src/(?!adapter/))|apps/web)/src/",
      pathNot: tests,
    },
    { dependencyTypes: ["core"] },
  ),
  forbid(
    "flux-core-has-two-dependencies",
    "flux-core depends on zod and @noble/hashes, and on nothing else.",
    { path: "^packages/flux-core/src/", pathNot: tests },
    { path: "node_modules/", pathNot: "node_modules/(zod|@noble/hashes)/" },
  ),
  forbid(
    "likeness-core-stands-alone",
    "The measuring's core takes what was seen as an argument: it imports no package, and not the adapter.",
    { path: "^packages/likeness/src/(?!adapter/)", pathNot: tests },
    { path: "node_modules/|^packages/likeness/src/adapter/" },
  ),
  forbid(
    "no-cycles",
    "Two files that need each other are one file, or need a third. Cycles of types alone are allowed.",
    {},
    { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
  ),
  {
    name: "no-dead-files",
    comment: "No entry reaches this file: delete it, or import it.",
    severity: "error",
    from: {
      path: [
        "^(apps|packages)/[^/]+/src/(index|main|operate)\\.tsx?$",
        "^apps/api/src/trpc/router\\.ts$",
        "^apps/[^/]+/[^/]+\\.config\\.ts$",
        likenessAdapter,
        likenessThread,
      ],
    },
    to: {
      ...shipped,
      pathNot: [tests, "\\.d\\.ts$", "/src/(index|main|operate)\\.tsx?$", likenessAdapter, likenessThread],
      reachable: false,
    },
  },
  {
    name: "no-orphans",
    comment: "Nothing imports this test helper and it imports nothing: delete it, or use it.",
    severity: "error",
    from: { orphan: true, path: "^(apps|packages)/[^/]+/test/" },
    to: {},
  },
  forbid(
    "no-undeclared-dependency",
    "Declare it in this package's package.json.",
    {},
    { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
  ),
  forbid("no-unresolvable-import", "This import leads nowhere.", {}, { couldNotResolve: true }),
];

/** Every rule, in the order in which they are explained above. */
export const arrowRules: readonly IForbiddenRuleType[] = [...packageArrows, ...apiLayers, ...everywhere];
