import { defaultExclude, defineConfig } from "vitest/config"

/** The long laws (a thousand schedules, fifty kills, other machines' answers) run where `CI` says so, and laws about random runs try more of them. */
const isWhole = process.env.CI === "true"

export default defineConfig({
  resolve: { conditions: ["dualops:source"] },
  ssr: { resolve: { conditions: ["dualops:source"], externalConditions: ["dualops:source"] } },
  test: {
    include: ["packages/*/test/**/*.test.ts", "examples/**/*.test.ts", "bench/**/*.test.ts"],
    exclude: isWhole ? defaultExclude : [...defaultExclude, "**/*.long.test.ts"],
    setupFiles: isWhole ? [] : ["./vitest.short.ts"],
    reporters: ["default", "./ci-reporter.ts"],
    globalSetup: "packages/adapter-sql/test/postgres.setup.ts",
    // For what hangs: no test fails because a machine is a few times slower.
    testTimeout: 240_000,
    // In short, test files share what they import. What measures costs, and programs that race, have a processor and a start of their own.
    isolate: isWhole,
    maxWorkers: isWhole ? 1 : "100%"
  }
})
