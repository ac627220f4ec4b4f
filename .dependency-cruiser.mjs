/**
 * Which file may need which: no circle of files or folders, and the chapters of core from the ground up, each of which needs none above it.
 * `packages/core/test/arrows.test.ts` holds the sources against it; what only a type needs counts as well.
 */

/** The chapters of core, the ground first; those in one row may not need those in a later row. */
const storeys = [
  ["finding"],
  ["calendar"],
  ["account", "pictures"],
  ["process"],
  ["attention"],
  ["operations"],
  ["messaging", "observations"],
  ["personal-data"],
  [
    "external-system",
    "internal-system/analytics",
    "internal-system/attribution",
    "internal-system/positioning",
    "internal-system/promotion"
  ],
  ["internal-system/reports"],
  ["internal-system/content"],
  [
    "internal-system/answer-library",
    "internal-system/consistency",
    "internal-system/fans",
    "internal-system/planning",
    "internal-system/team"
  ],
  ["internal-system/content-plan", "internal-system/interaction"],
  ["internal-system/private-messages"],
  ["internal-system/complaints"],
  ["internal-system/triage"],
  ["internal-system/monitoring"],
  ["handbook"],
  ["page"],
  ["practice"],
  ["practices"],
  ["verifier"],
  ["files", "printing", "testing"],
  ["house-pages"]
].map((chapters) => `^packages/core/src/(${chapters.join("|")})/`)

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    { name: "no circle of files", severity: "error", from: {}, to: { circular: true } },
    { name: "no circle of folders", severity: "error", scope: "folder", from: {}, to: { circular: true } },
    ...storeys.slice(0, -1).map((storey, height) => ({
      name: `nothing above storey ${height + 1}`,
      severity: "error",
      from: { path: storey },
      to: { path: storeys.slice(height + 1) }
    })),
    {
      name: "the desk names no practice",
      severity: "error",
      from: { path: "^packages/desk/src/" },
      to: { path: "^packages/core/src/(internal-system|external-system|practice|practices)/" }
    },
    {
      name: "the verifier reaches nothing that runs",
      severity: "error",
      from: { path: "^packages/core/src/verifier/" },
      to: { path: ["^packages/core/src/operations/", "Carriers\\.ts$"], reachable: true }
    }
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["dualops:source", "import"] }
  }
}
