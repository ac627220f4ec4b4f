import { tmpdir } from "node:os"
import { join } from "node:path"
import { defaultExclude, defineConfig } from "vitest/config"

/**
 * What takes long (a thousand schedules, fifty kills, other machines' answers, attacks, a program started once for each mistake) runs where `CI` says so, and laws
 * about random runs try more of them.
 */
const isWhole = process.env.CI === "true"

const all = ["packages/*/test/**/*.test.ts", "examples/**/*.test.ts", "bench/**/*.test.ts"]

/** What others would disturb. */
const alone = [
  // Programs that race one another, and are killed.
  "examples/**/{killed,two-day-complaint.rt}.long.test.ts",
  // One database server, with its locks and connections.
  "packages/adapter-sql/test/!(*.long).test.ts",
  // A ticket system of its own, which is killed and starts again.
  "packages/adapter-crm/test/law/*.long.test.ts",
  // How costs grow.
  "**/{Linear,Fuzz*,Hostile*}.long.test.ts"
]

/** In whole: first what may run side by side, and then by itself, in a process of its own, each file that others would disturb. */
const projects = [
  { extends: true as const, test: { name: "together", include: all, exclude: [...defaultExclude, ...alone] } },
  {
    extends: true as const,
    // Programs that know nothing of each other run two at a time, where a test says that it may.
    test: {
      name: "alone",
      include: alone,
      isolate: true,
      maxWorkers: 1,
      maxConcurrency: 2,
      sequence: { groupOrder: 1 }
    }
  }
]

export default defineConfig({
  resolve: { conditions: ["dualops:source"] },
  ssr: { resolve: { conditions: ["dualops:source"], externalConditions: ["dualops:source"] } },
  test: {
    ...(isWhole
      ? { projects }
      : { include: all, exclude: [...defaultExclude, "**/*.long.test.ts"], setupFiles: "./vitest.short.ts" }),
    reporters: ["default", "./ci-reporter.ts"],
    // Programs that tests start find there what earlier ones compiled.
    env: { NODE_COMPILE_CACHE: join(tmpdir(), "dualops-compiled") },
    globalSetup: "packages/adapter-sql/test/postgres.setup.ts",
    // For what hangs: no test fails because a machine is a few times slower.
    testTimeout: 240_000,
    // Test files share what they import.
    isolate: false,
    maxWorkers: "100%"
  }
})
