import { PostProcess } from "@dualops/core/content"
import { Graph } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { Errand } from "./Errand.ts"

const edges = Graph.edges(PostProcess)

describe("The ways through a process", () => {
  it("a step leads from nowhere into its case, from each of its states to each other, or stays where it is", () => {
    const leads = (step: string) =>
      Graph.edges(Errand).flatMap((edge) => (edge.step === step ? [`${edge.from} to ${edge.to}`] : []))
    assert.deepStrictEqual(leads("Write"), ["undefined to Written"])
    assert.deepStrictEqual(leads("Drop"), ["Written to Dropped", "Checked to Dropped"])
    assert.deepStrictEqual(leads("Remind"), ["Written to Written", "Sent to Sent"])
  })

  it("the shortest way to a state is told step by step, in both languages", () => {
    const way = Graph.ways(edges).get("Approved") ?? []
    assert.strictEqual(Graph.tell(way), "Compose leads to Draft, Submit leads to InReview, Approve leads to Approved")
    assert.strictEqual(Graph.tellZh(way.slice(0, 2)), "Compose 到达 Draft，Submit 到达 InReview")
  })

  it("from every state of a post there is a way to an end; to a draft there is none once it is out", () => {
    assert.deepStrictEqual([...Graph.leadingTo(edges, PostProcess.final)].sort(), [...PostProcess.states].sort())
    const backToDraft = Graph.leadingTo(edges, ["Draft"])
    assert.deepStrictEqual(
      PostProcess.states.filter((state) => !backToDraft.has(state)),
      ["Published", "TakingDown", "MaybeGone", "StillOut", "TakenDown", "Archived", "Withdrawn"]
    )
  })
})
