import { defineConfig } from "vitest/config"

export default defineConfig({
  resolve: { conditions: ["dualops:source"] },
  ssr: { resolve: { conditions: ["dualops:source"], externalConditions: ["dualops:source"] } },
  test: {
    include: ["packages/*/test/**/*.test.ts", "examples/**/*.test.ts", "bench/**/*.test.ts"],
    reporters: ["default", "./ci-reporter.ts"],
    globalSetup: "packages/adapter-sql/test/postgres.setup.ts",
    testTimeout: 60_000
  }
})
