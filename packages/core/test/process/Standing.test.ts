import { Actor, Allowance, Diagram, Soundness } from "@dualops/core/process"
import { ProcessLaws } from "@dualops/core/testing"
import { assert, describe, it } from "@effect/vitest"
import { Announcement, Crisis, Leave } from "./Broadcast.ts"

const cast = {
  people: ["ann", "ben"].map((id) => Actor.PersonId.make(id)),
  settings: [{ every: Allowance.always("1 hour") }]
}

ProcessLaws.suite("Announcement", Announcement, cast)
ProcessLaws.suite("Crisis", Crisis, cast)
ProcessLaws.suite("Leave", Leave, cast)

describe("Processes that stand over each other", () => {
  it("are sound together, and not without the one that grants", () => {
    assert.deepStrictEqual(Soundness.together([Announcement, Crisis, Leave]), [])
    const [finding, ...more] = Soundness.together([Announcement, Crisis])
    assert.deepStrictEqual([finding?.code, finding?.where.path], ["process/never-granted", "Announcement.steps.Clear"])
    assert.deepStrictEqual(more, [])
  })

  it("are drawn with what they hold over each other", () => {
    assert.strictEqual(
      Diagram.family([Announcement, Crisis, Leave]),
      `flowchart LR
  Crisis["Crisis"]
  Announcement["Announcement"]
  Leave["Leave"]
  Crisis -.-x|"Write, Send, GoOut, Clear"| Announcement
  Leave -.->|"Clear"| Announcement
`
    )
  })
})
