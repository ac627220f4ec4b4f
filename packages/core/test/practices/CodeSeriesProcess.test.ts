import { AccountId, PostId } from "@dualops/core/account"
import { CodeTerms, RudeWords } from "@dualops/core/codes"
import { Finding } from "@dualops/core/finding"
import { CodeSeries, CodeSeriesProcess } from "@dualops/core/practices"
import { Actor, Allowance, Case, Process, Refusal } from "@dualops/core/process"
import { Resource } from "@dualops/core/resources"
import { ProcessLaws, ProcessSpec } from "@dualops/core/testing"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Duration, Result } from "effect"

const [lin, zhou, he] = ["lin", "zhou", "he"].map((id) => Actor.person(id)) as [
  // Three names make three people.
  Actor.Person,
  Actor.Person,
  Actor.Person
]
const at = (time: string) => DateTime.makeUnsafe(`2026-06-${time}+08:00`)
const [advertising, shops] = ["advertising", "shops"].map((id) => Resource.ResourceId.make(id)) as [
  // Two names make two resources.
  Resource.ResourceId,
  Resource.ResourceId
]
const settings: CodeSeries.Settings = {
  lead: he.person,
  attention: Allowance.always("1 day"),
  approvers: [he.person, zhou.person],
  most: 5_000,
  longest: Duration.days(30),
  resources: [advertising, shops],
  words: ["PEPSI"],
  timeZone: "Asia/Shanghai"
}
const rulebook: ProcessSpec.Rulebook<typeof CodeSeriesProcess> = {
  handbook: Case.HandbookVersion.make("edition 1"),
  settings,
  entitled: () => true
}
type Deed = ProcessSpec.Deed<typeof CodeSeriesProcess>
const given = (...deeds: ReadonlyArray<Deed>) => ProcessSpec.given(CodeSeriesProcess, rulebook, ...deeds)

const metro = {
  id: CodeTerms.PlacementId.make("metro-line-2"),
  kind: "advertisement",
  resource: advertising,
  codes: 2_000
} as const
const post = {
  id: CodeTerms.PlacementId.make("second-post"),
  kind: "post",
  resource: shops,
  post: PostId.make("5034567890123456789"),
  codes: 100
} as const
const account = AccountId.make("1234567890")
const plan = {
  name: "寻找神秘暗号",
  discount: "第二杯半价",
  firstDay: "2026-06-10",
  lastDay: "2026-06-18",
  length: 12,
  placements: [metro, post]
} as const
const draft: ProcessSpec.Deed<typeof CodeSeriesProcess, "Draft"> = {
  step: "Draft",
  by: lin,
  at: at("08T10:00"),
  input: { account, ...plan }
}
const approve = { step: "Approve", by: zhou, at: at("08T11:00"), input: {} } as const
const issue = { step: "Issue", by: lin, at: at("08T12:00"), input: {} } as const
const kept = (revision: number, time = "08T12:01") =>
  ({ step: "Kept", by: Actor.world, at: at(time), input: { revision } }) as const
const begin = { step: "Begin", by: Actor.clock("begin"), at: at("10T00:00") } as const
const withdraw = {
  step: "Withdraw",
  by: he,
  at: at("12T09:30"),
  input: { placement: post.id, reason: "有人转发了照片" }
} as const
const stop = { step: "Stop", by: he, at: at("13T10:00"), input: { reason: "预算用完" } } as const
const running = [draft, approve, issue, kept(1), begin]

const terms = {
  account,
  revision: 1,
  from: at("10T00:00"),
  until: at("19T00:00"),
  placements: [
    { ...metro, first: 0 },
    { ...post, first: 2_000 }
  ],
  length: 12,
  edition: RudeWords.current,
  words: ["PEPSI"]
} as const

/** The codes of the findings by which a draft is refused. */
const wrongIn = (changes: object) => {
  const attempt = { case: Case.CaseId.make("series"), ...draft, input: { ...draft.input, ...changes }, ...rulebook }
  const refused = Process.accept(CodeSeriesProcess, undefined, attempt)
  return Result.isFailure(refused) && refused.failure instanceof CodeSeries.NotInOrder
    ? refused.failure.findings.map(({ code }) => code)
    : refused
}

describe("A series of codes", () => {
  it("is approved by somebody else, whom the handbook names", () => {
    given(draft).when(approve).thenStands("Approved", { approvedBy: zhou })
    given({ ...draft, by: zhou })
      .when(approve)
      .thenRefused(new Refusal.NotSeparate({ step: "Approve", did: "Draft", person: zhou.person }))
    given({ ...draft, by: he })
      .when({ ...approve, by: lin })
      .thenRefused(new CodeSeries.NotAnApprover({ person: lin.person }))
  })

  it("runs from the first minute of its first day to the last of its last, on the handbook's wall", () => {
    given()
      .when(draft)
      .thenStands("Drafted", { from: at("10T00:00"), until: at("19T00:00") })
  })

  it("with days that cannot be, too many codes, or placements that nobody knows, is not even drafted", () => {
    assert.deepEqual(wrongIn({ lastDay: "2026-06-09" }), ["codes/days-in-order"])
    assert.deepEqual(wrongIn({ firstDay: "2026-06-01", lastDay: "2026-06-07" }), ["codes/over-already"])
    assert.deepEqual(wrongIn({ lastDay: "2026-07-10" }), ["codes/too-long"])
    assert.deepEqual(wrongIn({ placements: [{ ...metro, codes: 5_001 }] }), ["codes/more-than-granted"])
    assert.deepEqual(wrongIn({ placements: [metro, metro] }), ["codes/placement-twice"])
    assert.deepEqual(wrongIn({ placements: [{ ...metro, resource: Resource.ResourceId.make("tv") }] }), [
      "codes/unknown-resource"
    ])
    const { post: _, ...which } = post
    assert.deepEqual(wrongIn({ placements: [which] }), ["codes/which-post"])
    assert.deepEqual(wrongIn({ length: 8 }), ["codes/guessable"])
  })

  it("says in both languages what is wrong and what to do, and while it is written already", () => {
    const findings = CodeSeriesProcess.steps.Draft.advises?.(
      undefined as never,
      { length: 8, placements: [{ ...metro, codes: 5_001 }] } as never,
      { at: draft.at, settings } as never
    )
    assert.isTrue(findings !== undefined && Finding.blocks(findings))
    const { said } = new CodeSeries.NotInOrder({ findings: findings ?? [] })
    assert.include(said.zh, "请减少码数。")
    assert.include(said.en, "Make them longer.")
  })

  it("that is written anew is approved anew", () => {
    given(draft, approve)
      .when({ step: "Redraft", by: lin, at: at("08T11:30"), input: { ...plan, name: "暗号第二弹" } })
      .thenStands("Drafted", { name: "暗号第二弹" })
  })

  it("gives every placement its numbers, and runs when the tills know, by the clock", () => {
    given(draft, approve).when(issue).thenStands("Issuing", { revision: 1 }).thenAsks({ keepCodes: terms })
    given(draft, approve, issue).when(kept(1)).thenStands("Issued")
    given(draft, approve, issue, kept(1)).when(begin).thenStands("Running")
    given(draft, approve, issue).when(kept(1, "11T10:00")).thenStands("Running")
    given(draft, approve, issue).when(kept(1, "19T00:00")).thenStands("Ended")
    given(...running)
      .when({ step: "End", by: Actor.clock("end"), at: at("19T00:00") })
      .thenStands("Ended")
  })

  it("of which the tills do not know waits for somebody, who sends it again", () => {
    const lost = { step: "NotKept", by: Actor.world, at: at("08T12:05"), input: { detail: "no answer" } } as const
    given(draft, approve, issue)
      .when(lost)
      .thenStands("Issuing")
      .thenAsks({
        notify: {
          to: he.person,
          message: {
            zh: "暗号系列「寻找神秘暗号（2100 个码）」的变更还没有送到收银端（no answer），请点「重新送达」。",
            en: "The tills do not know yet what was decided of the codes “寻找神秘暗号 (2100 codes)” (no answer): send it again."
          }
        }
      })
    given(draft, approve, issue, lost)
      .when({ step: "KeepAgain", by: lin, at: at("08T13:00"), input: {} })
      .thenAsks({ keepCodes: terms })
  })

  it("loses one placement from the moment on at which it is withdrawn, and the others go on", () => {
    const [first, second] = terms.placements
    given(...running)
      .when(withdraw)
      .thenStands("Changing", { revision: 2 })
      .thenAsks({ keepCodes: { ...terms, revision: 2, placements: [first, { ...second, withdrawn: withdraw.at }] } })
    given(...running, withdraw)
      .when(kept(2, "12T09:31"))
      .thenStands("Running")
    const none = CodeTerms.PlacementId.make("metro-line-3")
    given(...running)
      .when({ ...withdraw, input: { ...withdraw.input, placement: none } })
      .thenRefused(new CodeSeries.NoSuchPlacement({ placement: none }))
    given(...running, withdraw, kept(2, "12T09:31"))
      .when({ ...withdraw, at: at("12T10:00") })
      .thenRefused(new CodeSeries.NoSuchPlacement({ placement: post.id }))
  })

  it("that is stopped is over from that moment on, also while something else is on its way", () => {
    given(...running)
      .when(stop)
      .thenStands("Stopping", { reason: "预算用完", until: stop.at })
      .thenAsks({ keepCodes: { ...terms, revision: 2, until: stop.at } })
    given(...running, stop)
      .when(kept(2, "13T10:01"))
      .thenStands("Stopped")
    // What was on its way is no news of what was decided since.
    given(...running, withdraw, stop)
      .when(kept(2, "13T10:01"))
      .thenStands("Stopping", { revision: 3 })
  })

  it("that nobody approves is discarded when its days are over", () => {
    given(draft)
      .when({ step: "Lapse", by: Actor.clock("expiry"), at: at("19T00:00") })
      .thenStands("Discarded")
  })
})

ProcessLaws.suite("CodeSeries", CodeSeriesProcess, {
  people: [lin, zhou, he].map(({ person }) => person),
  settings: [settings, { ...settings, approvers: [zhou.person], words: [] }],
  inputs: {
    Draft: (pick, now) => ({ account, ...planFrom(pick, now) }),
    Redraft: (pick, now) => planFrom(pick, now),
    Withdraw: (pick) => ({ placement: pick(2) === 0 ? metro.id : post.id, reason: "停用" }),
    Kept: (pick) => ({ revision: 1 + pick(3) })
  }
})

function planFrom(pick: (below: number) => number, now: DateTime.Utc) {
  const day = (days: number) => DateTime.formatIsoDateUtc(DateTime.add(now, { days }))
  return { ...plan, firstDay: day(pick(3)), lastDay: day(3 + pick(20)) }
}
