import { Post, PostProcess } from "@dualops/core/content"
import { Actor, AtMostOnce, Process, Refusal } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import {
  account,
  bao,
  compose,
  confirm,
  content,
  edit,
  find,
  given,
  giveUp,
  id,
  lin,
  lookAgain,
  loseSight,
  monday,
  notSeen,
  publish,
  refuse,
  remind,
  schedule,
  scheduled,
  timeOut,
  tuesday
} from "./PostCast.ts"

const sent = [...scheduled, publish()]
const outOfOrder = (step: string, state: string) => new Refusal.OutOfOrder({ step, state })

describe("A post goes out", () => {
  it("an approved post is scheduled for a slot ahead", () => {
    given(...scheduled.slice(0, 3))
      .when(schedule(bao))
      .thenStands("Scheduled", { slot: monday("20:00") })
    given(...scheduled.slice(0, 3))
      .when(schedule(bao, monday("20:00")))
      .thenRefused(new Post.SlotIsPast({ slot: monday("20:00"), now: monday("20:00") }))
  })

  it("nothing is scheduled that was not approved", () => {
    given(compose(lin)).when(schedule(bao)).thenRefused(outOfOrder("Schedule", "Draft"))
  })

  it("when its slot has come, it is sent", () => {
    given(...scheduled)
      .when(publish())
      .thenStands("Publishing", { since: monday("20:00") })
      .thenAsks({ publish: { account, content, by: bao } })
  })

  it("it is never sent twice, whoever carries it; looking for it may be done again", () => {
    const { look, notify, publish } = PostProcess.actions
    assert.deepStrictEqual([publish?.repeatable, look?.repeatable, notify?.repeatable], [false, true, true])
  })

  it("somebody who may schedule publishes it at once: approved, before its slot, and when it did not go out", () => {
    const now = { step: "PublishNow", by: Actor.person(bao), at: monday("14:00") } as const
    for (const before of [scheduled.slice(0, 3), scheduled]) {
      given(...before)
        .when(now)
        .thenStands("Publishing", { since: monday("14:00"), slot: monday("14:00"), by: bao })
        .thenAsks({ publish: { account, content, by: bao } })
    }
    given(...sent, refuse())
      .when({ ...now, at: monday("20:10") })
      .thenAsks({ publish: { account, content, by: bao } })
    given(compose(lin)).when(now).thenRefused(outOfOrder("PublishNow", "Draft"))
    given(...sent, loseSight())
      .when({ ...now, at: monday("20:10") })
      .thenRefused(outOfOrder("PublishNow", "Unconfirmed"))
    given(...scheduled)
      .when({ ...now, by: Actor.person(lin) })
      .thenRefused(new Refusal.NotPermitted({ step: "PublishNow", by: Actor.person(lin), needs: "planning.schedule" }))
  })

  it("when nothing is to go out at its slot, it is in front of a person, who gives it another without a new review", () => {
    const letPass = { step: "LetPass", by: Actor.clock("publication"), at: monday("20:00") } as const
    given(...scheduled)
      .when(letPass)
      .thenStands("Failed", { code: "slot-missed" })
      .thenAsks({})
    given(...scheduled, letPass)
      .when(schedule(bao, monday("21:00"), tuesday("20:00")))
      .thenStands("Scheduled")
  })

  it("the step of its slot is the clock's alone", () => {
    given(...scheduled)
      .when({ ...publish(), by: Actor.person(bao) })
      .thenRefused(new Refusal.NotPermitted({ step: "Publish", by: Actor.person(bao), needs: "clock" }))
  })

  it("a little late it still goes out by itself; later than that, a person decides", () => {
    given(...scheduled)
      .when(publish(monday("20:30")))
      .thenStands("Publishing")
    given(...scheduled)
      .when(publish(monday("20:31")))
      .thenStands("Failed", { code: "slot-missed" })
      .thenAsks({})
  })

  it("it is published when the world says so", () => {
    given(...sent)
      .when(confirm())
      .thenStands("Published", { post: id, publishedAt: monday("20:00") })
      .thenAsks({})
    given(...sent)
      .when({ ...confirm(), by: Actor.person(bao) })
      .thenRefused(new Refusal.NotPermitted({ step: "Confirm", by: Actor.person(bao), needs: "world" }))
  })
})

describe("What stands on the timeline", () => {
  it("belongs to the case that says first that it is its own", () => {
    const facts = { post: id, publishedAt: monday("20:00") }
    for (const step of ["Confirm", "Find"] as const) {
      assert.strictEqual(Process.belonging(PostProcess, { step, facts }), `post ${id}`)
    }
  })
})

describe("A post is refused", () => {
  it("what is refused has failed, with the platform's reason", () => {
    given(...sent)
      .when(refuse())
      .thenStands("Failed", { code: "20019", detail: "repeat content" })
  })

  it("it gets another slot or another text, and is not sent again by itself", () => {
    given(...sent, refuse())
      .when(publish(monday("20:10")))
      .thenRefused(outOfOrder("Publish", "Failed"))
    given(...sent, refuse())
      .when(schedule(bao, monday("21:00"), tuesday("20:00")))
      .thenStands("Scheduled", { slot: tuesday("20:00") })
    given(...sent, refuse())
      .when(edit(lin, monday("21:00"), tuesday("20:00")))
      .thenStands("Draft")
  })
})

describe("Nobody knows whether a post is out", () => {
  const look = { look: { account, content, by: bao, since: monday("20:00") } }
  const unseen = [...sent, loseSight(), notSeen()]
  /** As often as the handbook says. */
  const lookedFor = [...unseen, notSeen(monday("20:04")), notSeen(monday("20:06"))]

  it("it is looked for, and not sent again", () => {
    given(...sent)
      .when(loseSight())
      .thenStands("Unconfirmed", { detail: "the line broke", looked: 0 })
      .thenAsks(look)
    given(...sent, loseSight())
      .when(publish(monday("20:10")))
      .thenRefused(outOfOrder("Publish", "Unconfirmed"))
    given(...sent, loseSight())
      .when(schedule(bao, monday("21:00"), tuesday("20:00")))
      .thenRefused(outOfOrder("Schedule", "Unconfirmed"))
    given(...sent, loseSight())
      .when(edit(lin, monday("21:00"), tuesday("20:00")))
      .thenRefused(outOfOrder("Edit", "Unconfirmed"))
  })

  it("no answer in time is no better", () => {
    given(...sent)
      .when(timeOut())
      .thenStands("Unconfirmed", { detail: "no answer came in time", looked: 0 })
      .thenAsks(look)
  })

  it("found on the timeline, it is published", () => {
    given(...sent, loseSight())
      .when(confirm())
      .thenStands("Published", { post: id })
  })

  it("not seen yet, it is looked for again after a while", () => {
    given(...sent, loseSight())
      .when(notSeen())
      .thenStands("Unconfirmed", { detail: "not on the timeline", looked: 1, nextLook: monday("20:04") })
      .thenAsks({})
    given(...unseen)
      .when(lookAgain(monday("20:04")))
      .thenStands("Unconfirmed", { looked: 1 })
      .thenAsks(look)
  })

  it("after the last look there is no next one: a person has to decide", () => {
    given(...unseen, notSeen(monday("20:04")))
      .when(notSeen(monday("20:06")))
      .thenStands("Unconfirmed", { looked: 3, nextLook: undefined })
    given(...unseen, notSeen(monday("20:04")), notSeen(monday("20:06")))
      .when(remind(monday("22:06")))
      .thenStands("Unconfirmed")
      .thenAsks({
        notify: {
          to: bao,
          message: {
            zh: `微博「${content.text}」现为「是否已发布不明」，需要有人处理。`,
            en: `The post “${content.text}” (perhaps out) waits for somebody to decide what happens to it.`
          }
        }
      })
  })

  it("a person who sees it says which post it is", () => {
    given(...unseen)
      .when(find(bao))
      .thenStands("Published", { post: id, publishedAt: monday("20:00") })
  })

  it("a person gives it up when it has been looked for often enough, and only then may it have another slot", () => {
    given(...unseen)
      .when(giveUp(bao))
      .thenRefused(new AtMostOnce.StillLooking({ looked: 1, times: 3 }))
    given(...lookedFor)
      .when(giveUp(bao))
      .thenStands("Failed", { code: "not-found", detail: "not on the timeline" })
    given(...lookedFor, giveUp(bao))
      .when(schedule(bao, monday("21:30"), tuesday("20:00")))
      .thenStands("Scheduled")
  })

  it("a refusal that is heard late settles it", () => {
    given(...sent, timeOut())
      .when(refuse(monday("20:06")))
      .thenStands("Failed", { code: "20019" })
  })

  it("a confirmation that is heard late counts, also after it was given up", () => {
    given(...lookedFor, giveUp(bao))
      .when(confirm(monday("22:00")))
      .thenStands("Published", { post: id })
    given(...lookedFor, giveUp(bao), schedule(bao, monday("21:30"), tuesday("20:00")))
      .when(confirm(monday("22:00")))
      .thenStands("Published", { post: id })
  })
})
