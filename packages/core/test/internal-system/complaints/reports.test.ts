// What people have reported of other help desks; each case is one of theirs, put in the words of this house's fans.

import { Actor } from "@dualops/core"
import { ComplaintProcess } from "@dualops/core/complaints"
import { Calendars, Due, Refusal } from "@dualops/core/process"
import type { ProcessSpec } from "@dualops/core/testing"
import { assert, describe, it } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { Effect } from "effect"
import { cases, heard, inTheMorning, receive as receives, wrote as writes } from "../triage/TriageCast.ts"
import {
  chen,
  fanWrites,
  given,
  mei,
  monday,
  ordinary,
  receive,
  reported,
  route,
  safety,
  said,
  says,
  settings,
  standing,
  wrote
} from "./ComplaintCast.ts"

type Deeds = ReadonlyArray<ProcessSpec.Deed<typeof ComplaintProcess>>
const dueOf = (name: string, ...deeds: Deeds) =>
  Due.due(ComplaintProcess, standing(...deeds), settings, Calendars.everyMinute).find((due) => due.name === name)?.at
const grade = (promise: typeof ordinary, at = monday("12:30")) =>
  ({ step: "Grade", by: Actor.person(mei), at, input: { promise } }) as const
const proposed = [receive(), says("Solve"), said()] as const
const silent = { step: "NoObjection", by: Actor.clock("silence"), at: monday("23:00") } as const

describe("Public reports of help desks that went wrong", () => {
  it("another promise counts what was waited for before (glpi#15605, glpi#6902)", () => {
    const waited = [receive(), says("Ask"), said(), fanWrites("订单 4711", monday("12:21"))] as const
    // Three hours of waiting do not count: two hours of the new promise end at 14:00, and not at 11:00.
    assertEquals(dueOf("solution", ...waited, grade(safety)), monday("14:00"))
    assertEquals(dueOf("solution", ...waited, grade(safety), grade(ordinary, monday("12:40"))), monday("18:00"))
  })

  it("while the fan is waited for, nothing runs but that wait (frappe/helpdesk#1554, glpi#1912)", () => {
    const asked = [receive(), says("Ask"), said()] as const
    assertEquals(dueOf("solution", ...asked), undefined)
    assertEquals(dueOf("answer", ...asked), undefined)
    assertEquals(dueOf("fan", ...asked) === undefined, false)
  })

  it("a first word keeps the promise of a word, and not that of a solution (frappe/helpdesk#1542)", () => {
    const replied = [receive(), says("Reply"), said()] as const
    assertEquals(dueOf("answer", ...replied), undefined)
    assertEquals(dueOf("solution", ...replied), monday("15:00"))
  })

  it("only words that are out are a first word, and no robot's (chatwoot#6409, hackclub/slacker#135)", () => {
    const promised = dueOf("answer", receive())
    assertEquals(promised === undefined, false)
    // Written and not out, asked of a department, and answered by it: the fan has no word yet.
    assertEquals(dueOf("answer", receive(), says("Reply")), promised)
    assertEquals(dueOf("answer", receive(), route(), reported()), promised)
  })

  it("of two who answer at once the second is refused (zammad#246, frappe/helpdesk#2270)", () => {
    for (const second of ["Reply", "Ask", "Solve"] as const)
      given(receive(), says("Solve"))
        .when({ ...says(second, "我来处理。"), by: Actor.person(mei) })
        .thenRefused(new Refusal.OutOfOrder({ step: second, state: "Telling" }))
  })

  it("a fan who says thank you last leaves no clock behind that runs (chatwoot#10178, libredesk#145)", () => {
    const confirm = { step: "Confirm", by: Actor.person(chen), at: monday("10:05") } as const
    const closed = [...proposed, fanWrites("谢谢！"), confirm] as const
    given(...proposed, fanWrites("谢谢！"))
      .when(confirm)
      .thenStands("Closed", { closedBy: "fan" })
    assertEquals(dueOf("answer", ...closed), undefined)
    assertEquals(dueOf("solution", ...closed), undefined)
  })

  it("what is closed is open again by the fan's words, and somebody owes a word (zammad#5332, zammad#1851)", () => {
    const again = [...proposed, silent, fanWrites("还是没到账", monday("23:30"))] as const
    assert.strictEqual(standing(...again).state._tag, "Open")
    assertEquals(dueOf("answer", ...again) === undefined, false)
  })

  it("the time in which it counted as solved is nobody's delay (glpi#23359)", () => {
    const again = [...proposed, silent, fanWrites("还是没到账", monday("23:21"))] as const
    // Solved from 09:21 to 23:21; of eight hours, 21 minutes were used.
    assertEquals(dueOf("solution", ...again)?.epochMilliseconds, monday("15:00").epochMilliseconds + 14 * 3_600_000)
  })

  it("a department's word closes nothing of which the fan was not told (frappe/helpdesk#2053)", () => {
    given(receive(), route()).when(reported()).thenStands("Open", { told: undefined })
  })

  it("it is not closed for silence where the fan has written meanwhile (frappe/helpdesk#3465)", () => {
    const done = standing(...proposed, fanWrites("没有解决"))
    assert.strictEqual(done.state._tag, "Open")
    assertEquals(dueOf("silence", ...proposed, fanWrites("没有解决")), undefined)
  })

  it("words that cross the solution are not taken for consent (osTicket#6051)", () => {
    given(receive(), says("Solve"), fanWrites("还有，运费呢？", monday("09:21")))
      .when(said())
      .thenStands("Open", { latest: { ...wrote("还有，运费呢？", 2) } })
  })

  it.effect("the same words written again are no duplicate (freescout#4958)", () =>
    inTheMorning(
      Effect.gen(function* () {
        yield* receives(writes("1", "question"), writes("2", "question"))
        assert.deepStrictEqual(yield* cases, ["Answer 1", "Answer 2"])
      })
    )
  )

  it.effect("what somebody else writes is no part of the complaint (zammad#5064)", () =>
    inTheMorning(
      Effect.gen(function* () {
        yield* receives(writes("1", "complaint"), writes("2", "question about 1", { fan: "7" }))
        assert.deepStrictEqual(yield* heard, ["1 complaint", "2 answer"])
      })
    )
  )
})
