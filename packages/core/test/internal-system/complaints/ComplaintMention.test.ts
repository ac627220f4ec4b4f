import { Actor, Case } from "@dualops/core"
import { Openings } from "@dualops/core/complaints"
import { Screening } from "@dualops/core/content"
import { Answer } from "@dualops/core/interaction"
import { PrivateAnswer } from "@dualops/core/private-messages"
import { describe, it } from "@effect/vitest"
import { DateTime } from "effect"
import {
  account,
  chen,
  fanWrites,
  given,
  mentioned,
  monday,
  receive,
  says,
  settings,
  wrote,
  wroteInPrivate
} from "./ComplaintCast.ts"

const mention = mentioned()
const text = "请告诉我们订单号和收货人姓名。"
const since = DateTime.addDuration(mention.at, "48 hours")

const complainsWithMention = {
  step: "Receive",
  by: Actor.world,
  at: monday("09:00"),
  input: { account, interaction: mention }
} as const
const inPrivate = (step: "Reply" | "Ask" | "Solve", words = text, at = monday("09:20")) =>
  ({ step, by: Actor.person(chen), at, input: { text: words, inPrivate: true } }) as const
const saidInPrivate = (to = mention, at = monday("09:21")) =>
  ({
    step: "Said",
    by: Actor.child("replyInPrivate", Case.CaseId.make("the answer"), "Answered"),
    at,
    input: { interaction: to, text }
  }) as const
const endsAs = (step: "NotSaid" | "NotInTime", state: string) =>
  ({ step, by: Actor.child("replyInPrivate", Case.CaseId.make("the answer"), state), at: monday("09:21") }) as const
const writesInPrivate = (at = monday("09:40")) =>
  ({ step: "FanWrites", by: Actor.world, at, input: { interaction: wroteInPrivate(7, at) } }) as const

describe("A complaint that mentions the account", () => {
  it("is asked in private for what must not stand in public, and waits there for the fan", () => {
    given(complainsWithMention)
      .when(inPrivate("Ask"))
      .thenStands("Asking", { text, opening: mention.id, about: mention.id })
      .thenAsks({ replyInPrivate: { input: { account, interaction: mention, text }, by: Actor.person(chen) } })
    given(complainsWithMention, inPrivate("Ask"))
      .when(saidInPrivate())
      .thenStands("WaitingForFan", { text, openings: { mention, answered: mention.id } })
  })

  it("is answered in public where nobody wants it otherwise", () => {
    given(complainsWithMention)
      .when(says("Reply", text))
      .thenAsks({ reply: { input: { account, interaction: mention, text }, by: Actor.person(chen) } })
  })

  it("is answered in private once: whoever tries again is told what remains", () => {
    const once = [complainsWithMention, inPrivate("Reply"), saidInPrivate()] as const
    for (const step of ["Reply", "Ask", "Solve"] as const)
      given(...once)
        .when(inPrivate(step, text, monday("09:30")))
        .thenRefused(new Openings.OnceOnly())
    given(...once)
      .when(says("Solve", text, monday("09:30")))
      .thenAsks({ reply: { input: { account, interaction: mention, text }, by: Actor.person(chen) } })
  })

  it("has used up its mention where the private answer was left, or came too late", () => {
    for (const end of [endsAs("NotSaid", "Left"), endsAs("NotInTime", "OutOfReach")])
      given(complainsWithMention, inPrivate("Reply"), end)
        .when(inPrivate("Reply", text, monday("09:30")))
        .thenRefused(new Openings.OnceOnly())
  })

  it("may be answered in private again where the first words could not even be begun with", () => {
    const notSayable = {
      step: "NotSayable",
      by: Actor.world,
      at: monday("09:21"),
      input: { code: "Standing.Suspended", detail: "Mei has claimed the fan." }
    } as const
    given(complainsWithMention, inPrivate("Reply"), notSayable)
      .when(inPrivate("Reply", text, monday("09:30")))
      .thenStands("Replying")
  })

  it("is answered in private within 48 hours of the mention, and not a minute later", () => {
    given(complainsWithMention)
      .when(inPrivate("Solve", text, since))
      .thenStands("Telling")
    given(complainsWithMention)
      .when(inPrivate("Solve", text, DateTime.addDuration(since, "1 minute")))
      .thenRefused(new PrivateAnswer.WindowOver({ since }))
  })

  it("is answered in private when the fan has written on without a mention, and owes no further word", () => {
    given(complainsWithMention, fanWrites("还没人管？", monday("09:10")))
      .when(inPrivate("Reply"))
      .thenStands("Replying", { opening: mention.id, about: wrote("", 2).id })
      .thenAsks({ replyInPrivate: { input: { account, interaction: mention, text }, by: Actor.person(chen) } })
    given(complainsWithMention, fanWrites("还没人管？", monday("09:10")), inPrivate("Reply"))
      .when(saidInPrivate())
      .thenStands("InHand")
  })

  it("is answered in private anew when the fan mentions the account anew", () => {
    const again = mentioned(6, monday("09:30"))
    given(complainsWithMention, inPrivate("Reply"), saidInPrivate(), {
      step: "FanWrites",
      by: Actor.world,
      at: monday("09:31"),
      input: { interaction: again }
    })
      .when(inPrivate("Reply", text, monday("09:40")))
      .thenAsks({ replyInPrivate: { input: { account, interaction: again, text }, by: Actor.person(chen) } })
  })

  it("is not opened anew by a mention that was answered before and comes once more, or late", () => {
    const again = mentioned(6, monday("09:30"))
    const hears = (interaction: typeof mention, at: typeof since) =>
      ({ step: "FanWrites", by: Actor.world, at, input: { interaction } }) as const
    given(
      complainsWithMention,
      inPrivate("Reply"),
      saidInPrivate(),
      hears(again, monday("09:31")),
      inPrivate("Reply", text, monday("09:40")),
      saidInPrivate(again, monday("09:41")),
      hears(mention, monday("09:42"))
    )
      .when(inPrivate("Reply", text, monday("09:50")))
      .thenRefused(new Openings.OnceOnly())
  })

  it("is answered in private as often as wanted once the fan has written there", () => {
    const message = wroteInPrivate(7, monday("09:40"))
    given(
      complainsWithMention,
      inPrivate("Ask"),
      saidInPrivate(),
      writesInPrivate(),
      fanWrites("已经私信你们了", monday("09:45"))
    )
      .when(inPrivate("Solve", text, monday("10:00")))
      .thenAsks({ replyInPrivate: { input: { account, interaction: message, text }, by: Actor.person(chen) } })
  })
})

describe("A complaint that mentions nobody", () => {
  it("is not answered in private before the fan has written there", () => {
    given(receive()).when(inPrivate("Reply")).thenRefused(new Openings.NothingOpens())
  })
})

describe("What is said in private to a mention", () => {
  it("is held to the rules of private words, and not to those of public ones", () => {
    const phone = "快递员电话 13812345678"
    const findings = (screening: Screening.Screening) => screening.screen({ text: phone, pictures: [] })
    given(complainsWithMention)
      .when(inPrivate("Solve", phone))
      .thenRefused(new Answer.NotSayable({ findings: findings(Screening.ofPrivate(settings.rules, false)) }))
    given(complainsWithMention)
      .when(says("Solve", phone))
      .thenRefused(new Answer.NotSayable({ findings: findings(Screening.ofReplies(settings.rules)) }))
  })
})
