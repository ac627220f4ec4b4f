import { fileURLToPath } from "node:url"
import { defineConfig } from "vitest/config"
import { BaseSequencer, type TestSpecification } from "vitest/node"

const core = fileURLToPath(new URL("../packages/core/", import.meta.url))

/** Stories before random runs: most mistakes are noticed by a story, which takes no time. */
class StoriesFirst extends BaseSequencer {
  override async sort(files: Array<TestSpecification>) {
    const random = ({ moduleId }: TestSpecification) =>
      Number(/(PostProcess|RequestProcess|ProcessLaws|Traces|FoldedText)\.test\.ts$/.test(moduleId))
    return [...files].sort((one, other) => random(one) - random(other))
  }
}

/** The tests of the kernel and of its processes, on the copy of the sources in which something is changed. */
export default defineConfig({
  root: core,
  resolve: {
    alias: [
      { find: /^@dualops\/core$/, replacement: `${core}src/index.ts` },
      { find: /^@dualops\/core\/testing$/, replacement: `${core}src/testing/index.ts` }
    ]
  },
  test: {
    include: JSON.parse(process.env.MUTATION_TESTS ?? "[]"),
    setupFiles: [fileURLToPath(new URL("mutation.setup.ts", import.meta.url))],
    sequence: { sequencer: StoriesFirst },
    fileParallelism: false,
    isolate: false,
    testTimeout: 60_000
  }
})
