import { PostProcess } from "@dualops/core/content"
import { Diagram } from "@dualops/core/process"
import { ResourceRequestProcess } from "@dualops/core/resources"
import { assert, describe, it } from "@effect/vitest"
import { Gift, Giveaway } from "./Giveaway.ts"

describe("A process as a picture", () => {
  it("has an arrow for every way a case can move, with the steps of deadlines and of the world marked", () => {
    assert.strictEqual(
      Diagram.mermaid(ResourceRequestProcess),
      `stateDiagram-v2
  [*] --> Asked: Ask
  Asked --> Granted: Grant
  Escalated --> Granted: Grant
  Asked --> Refused: Refuse
  Escalated --> Refused: Refuse
  Asked --> Withdrawn: Withdraw
  Escalated --> Withdrawn: Withdraw
  Asked --> Escalated: Escalate (clock: answer)
  Granted --> [*]
  Refused --> [*]
  Withdrawn --> [*]
`
    )
    assert.include(Diagram.mermaid(PostProcess), "  Publishing --> Published: Confirm (world)\n")
  })

  it("says at a step by which end of a child it is taken", () => {
    assert.include(Diagram.mermaid(Giveaway), "  Running --> Done: GiftSent (child: gift) / GiftLost (child: gift)")
    assert.include(Diagram.mermaid(Giveaway, { language: "zh" }), "礼品寄出（礼品结束）")
  })

  it("shows which processes begin cases of which others, where some do", () => {
    assert.strictEqual(
      Diagram.family([Giveaway, Gift]),
      `flowchart LR
  Giveaway["Giveaway"]
  Gift["Gift"]
  Giveaway -->|"gift"| Gift
`
    )
    assert.include(Diagram.family([Giveaway], { language: "zh" }) ?? "", '  Gift["礼品"]')
    assert.isUndefined(Diagram.family([Gift, PostProcess]))
  })

  it("has the titles of a language, also where they have signs that Mermaid would take for its own", () => {
    assert.strictEqual(
      Diagram.mermaid(ResourceRequestProcess, { without: ["Refuse", "Withdraw"], language: "zh" }),
      `stateDiagram-v2
  state "已提出" as Asked
  state "已上报" as Escalated
  state "已同意" as Granted
  [*] --> Asked: 提出
  Asked --> Granted: 同意
  Escalated --> Granted: 同意
  Asked --> Escalated: 上报（答复承诺到时）
  Granted --> [*]
`
    )
    const odd = { zh: "甲", en: 'a "b": #1; c' }
    const Odd = { ...ResourceRequestProcess, titles: { ...ResourceRequestProcess.titles, Asked: odd } }
    assert.include(Diagram.mermaid(Odd, { language: "en" }), '  state "a  b    1  c" as Asked\n')
  })

  it("has one arrow where several steps lead the same way, and none for a step that stays", () => {
    const picture = Diagram.mermaid(PostProcess)
    assert.include(picture, "  Publishing --> Unconfirmed: LoseSight (world) / TimeOut (clock: patience)\n")
    assert.notInclude(picture, "Remind")
    assert.notInclude(picture, "InReview --> InReview")
  })

  it("leaves out what would hide the rest, and the ends that nothing drawn leads to", () => {
    assert.strictEqual(
      Diagram.mermaid(ResourceRequestProcess, { without: ["Refuse", "Withdraw", "Escalate"] }),
      `stateDiagram-v2
  [*] --> Asked: Ask
  Asked --> Granted: Grant
  Escalated --> Granted: Grant
  Granted --> [*]
`
    )
  })
})
