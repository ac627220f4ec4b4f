import { Refusal } from "@dualops/core/process"
import { describe, it } from "@effect/vitest"
import * as Cast from "./PostCast.ts"
import {
  approve,
  bao,
  compose,
  edit,
  given,
  hold,
  lin,
  mei,
  missSlot,
  monday,
  release,
  remind,
  requestChanges,
  schedule,
  scheduled,
  submit,
  tuesday,
  withdraw
} from "./PostCast.ts"

describe("The world stops a post", () => {
  it("a hold stops it wherever it stands before it is out", () => {
    given(compose(lin)).when(hold(bao)).thenStands("OnHold", { reason: "An earthquake." })
    given(...scheduled)
      .when(hold(bao))
      .thenStands("OnHold")
  })

  it("nothing goes straight from hold to published: it is a draft again", () => {
    given(...scheduled, hold(bao))
      .when(release(bao))
      .thenStands("Draft", { content: Cast.content })
    given(...scheduled, hold(bao))
      .when(Cast.publish())
      .thenRefused(new Refusal.OutOfOrder({ step: "Publish", state: "OnHold" }))
    given(...scheduled, hold(bao), release(bao))
      .when(schedule(bao))
      .thenRefused(new Refusal.OutOfOrder({ step: "Schedule", state: "Draft" }))
  })

  it("a withdrawn post is over", () => {
    given(...scheduled)
      .when(withdraw(lin))
      .thenStands("Withdrawn", { reason: "It is no longer true." })
    given(...scheduled, withdraw(lin))
      .when(edit(lin))
      .thenRefused(new Refusal.OutOfOrder({ step: "Edit", state: "Withdrawn" }))
  })
})

describe("Waiting is noticed", () => {
  it("a missed slot is a task, not a silent loss", () => {
    given(compose(lin), submit(lin)).when(missSlot()).thenStands("Missed", { content: Cast.content })
    given(compose(lin), submit(lin), missSlot())
      .when(edit(lin, tuesday("09:00"), tuesday("20:00")))
      .thenStands("Draft", { slot: tuesday("20:00") })
  })

  it("a missed slot says why nobody was ready", () => {
    const written = [compose(lin), submit(lin)]
    const reasons = [
      { deeds: [compose(lin)], detail: "nobody had submitted it for review" },
      { deeds: written, detail: "it had 0 of 1 approvals" },
      { deeds: [...written, requestChanges(mei)], detail: "Say when." },
      { deeds: [...written, approve(mei)], detail: "nobody had scheduled it" }
    ]
    for (const { deeds, detail } of reasons) {
      given(...deeds)
        .when(missSlot())
        .thenStands("Missed", { detail })
    }
  })

  it("of a post that waits for its review too long, the lead is told", () => {
    given(compose(lin), submit(lin))
      .when(remind(monday("14:00"), "review"))
      .thenStands("InReview")
      .thenAsks({
        notify: {
          to: bao,
          message: {
            zh: `微博「${Cast.content.text}」现为「审核中」，需要有人处理。`,
            en: `The post “${Cast.content.text}” (in review) waits for somebody to decide what happens to it.`
          }
        }
      })
  })
})
