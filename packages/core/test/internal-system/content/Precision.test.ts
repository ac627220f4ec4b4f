// How many of the findings in real texts are right, by the labels of people who read them.
import { assert, describe, it } from "@effect/vitest"
import { folder, measure } from "./ContentLabels.ts"

const sum = (numbers: ReadonlyArray<number>): number => numbers.reduce((all, one) => all + one, 0)

describe.skipIf(folder === undefined)(
  `Findings in real posts and reviews${folder === undefined ? " (skipped: no data)" : ""}`,
  () => {
    it("are right in 95 of 100 errors and 85 of 100 warnings, and most labels still hold", () => {
      const samples = measure()
      for (const one of samples) {
        console.log(`sample ${one.sample}, ${one.severity}s: ${one.right} of ${one.read} right, ${one.unread} unread`)
      }
      for (const [severity, bar] of [
        ["error", 0.95],
        ["warning", 0.85]
      ] as const) {
        const all = samples.filter((one) => one.severity === severity)
        // Of fewer than ten, a share says nothing by itself; all together say it.
        const together = { right: sum(all.map(({ right }) => right)), read: sum(all.map(({ read }) => read)) }
        for (const { read, right } of [...all.filter((one) => one.read >= 10), together]) {
          assert.isAtLeast(right / read, bar)
        }
      }
      assert.isAtLeast(sum(samples.map(({ read }) => read)), 500)
    })
  }
)
