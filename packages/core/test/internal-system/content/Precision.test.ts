// How many of the findings in real texts are right, by the labels of people who read them.
import { assert, describe, it } from "@effect/vitest"
import { folder, measure } from "./ContentLabels.ts"

describe.skipIf(folder === undefined)(
  `Findings in real posts and reviews${folder === undefined ? " (skipped: no data)" : ""}`,
  () => {
    it("are right in 95 of 100 errors and 85 of 100 warnings, and most labels still hold", () => {
      let read = 0
      for (const one of measure()) {
        console.log(`sample ${one.sample}, ${one.severity}s: ${one.right} of ${one.read} right, ${one.unread} unread`)
        // Of fewer than ten, a share says nothing.
        if (one.read >= 10) assert.isAtLeast(one.right / one.read, one.severity === "error" ? 0.95 : 0.85)
        read += one.read
      }
      assert.isAtLeast(read, 500)
    })
  }
)
