import { readFileSync } from "node:fs"
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

/** The chapters as `package.json` has them, in the copy in which something is changed. */
const manifest: { readonly exports: Readonly<Record<string, string | { readonly "dualops:source": string }>> } =
  JSON.parse(readFileSync(`${core}package.json`, "utf8"))
const chapters = Object.entries(manifest.exports).flatMap(([address, to]) =>
  typeof to === "string"
    ? []
    : [{ find: new RegExp(`^@dualops/core${address.slice(1)}$`), replacement: `${core}${to["dualops:source"]}` }]
)

/** The tests of the kernel and of its processes, on the copy of the sources in which something is changed. */
export default defineConfig({
  root: core,
  resolve: { alias: chapters, conditions: ["dualops:source"] },
  ssr: { resolve: { conditions: ["dualops:source"], externalConditions: ["dualops:source"] } },
  test: {
    include: JSON.parse(process.env.MUTATION_TESTS ?? "[]"),
    setupFiles: [fileURLToPath(new URL("mutation.setup.ts", import.meta.url))],
    sequence: { sequencer: StoriesFirst },
    // What stands on the core in other packages takes the changed one, too.
    server: { deps: { inline: [/\/packages\/|@dualops\//] } },
    fileParallelism: false,
    isolate: false,
    testTimeout: 60_000
  }
})
