import { AtMostOnce } from "@dualops/core/process"
import { describe, it } from "@effect/vitest"
import {
  account,
  approve,
  bao,
  confirm,
  content,
  edit,
  given,
  giveUp,
  hold,
  lin,
  loseSight,
  mei,
  monday,
  notSeen,
  publish,
  refuse,
  release,
  schedule,
  scheduled,
  submit,
  tuesday
} from "./PostCast.ts"

const look = { look: { account, content, by: bao, since: monday("20:00") } }
/** As often as the handbook says. */
const lookedFor = [
  ...scheduled,
  publish(),
  loseSight(),
  ...["20:02", "20:04", "20:06"].map((time) => notSeen(monday(time)))
]

describe("A post that was given up may still come", () => {
  it("what was given up and gets another slot is sent again with the moment of the first attempt, and looked for since then", () => {
    const again = [...lookedFor, giveUp(bao), schedule(bao, monday("21:30"), tuesday("20:00"))]
    given(...again)
      .when(publish(tuesday("20:00")))
      .thenStands("Publishing", { since: tuesday("20:00"), earlier: monday("20:00") })
      .thenAsks({ publish: { account, content, by: bao, earlier: monday("20:00") } })
    given(...again, publish(tuesday("20:00")))
      .when(loseSight(tuesday("20:01")))
      .thenAsks(look)
    const twice = [2, 4, 6].map((minute) => notSeen(tuesday(`20:0${minute}`)))
    given(...again, publish(tuesday("20:00")), loseSight(tuesday("20:01")), ...twice)
      .when(giveUp(bao, tuesday("21:00")))
      .thenStands("Failed", { earlier: monday("20:00") })
  })

  it("an edit forgets the first attempt if it makes another text of it, and only then", () => {
    const same = { ...edit(lin, monday("21:30"), tuesday("20:00")), input: { content, slot: tuesday("20:00") } }
    const approvedAnew = [submit(lin, monday("21:40")), approve(mei, monday("21:50"))]
    given(...lookedFor, giveUp(bao))
      .when(same)
      .thenStands("Draft", { earlier: monday("20:00") })
    given(
      ...lookedFor,
      giveUp(bao),
      same,
      ...approvedAnew,
      schedule(bao, monday("22:00"), tuesday("20:00")),
      hold(bao, monday("22:01")),
      release(bao, monday("22:02"))
    )
      .when(submit(lin, monday("22:03")))
      .thenStands("InReview", { earlier: monday("20:00") })
    given(...lookedFor, giveUp(bao))
      .when(edit(lin, monday("21:30"), tuesday("20:00")))
      .thenStands("Draft", { earlier: undefined })
  })

  it("an edit back to the text that was given up remembers its first attempt", () => {
    const there = edit(lin, monday("21:30"), tuesday("20:00"))
    const back = { ...edit(lin, monday("21:31"), tuesday("20:00")), input: { content, slot: tuesday("20:00") } }
    given(...lookedFor, giveUp(bao), there)
      .when(back)
      .thenStands("Draft", { earlier: monday("20:00"), before: undefined })
    given(
      ...lookedFor,
      giveUp(bao),
      there,
      back,
      submit(lin, monday("21:40")),
      approve(mei, monday("21:50")),
      schedule(bao, monday("22:00"), tuesday("20:00"))
    )
      .when(publish(tuesday("20:00")))
      .thenAsks({ publish: { account, content, by: bao, earlier: monday("20:00") } })
  })

  it("what came after all has no attempt on its way any more: taking it down has no earlier one", () => {
    given(...lookedFor, giveUp(bao))
      .when(confirm(monday("22:00")))
      .thenStands("Published", { earlier: undefined })
  })

  it("a late confirmation of the text as it was is not one of the text as it is", () => {
    const rewritten = [
      ...lookedFor,
      giveUp(bao),
      edit(lin, monday("21:30"), tuesday("20:00")),
      submit(lin, monday("21:40")),
      approve(mei, monday("21:50")),
      schedule(bao, monday("22:00"), tuesday("20:00"))
    ]
    given(...rewritten)
      .when(confirm(monday("22:01")))
      .thenRefused(new AtMostOnce.NotThisOne({ state: "Scheduled" }))
    given(...scheduled, publish(), refuse())
      .when(confirm(monday("22:01")))
      .thenRefused(new AtMostOnce.NotThisOne({ state: "Failed" }))
  })
})
