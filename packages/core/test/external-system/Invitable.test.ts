import { FanId } from "@dualops/core/account"
import { Invitable, type Member, OptOutLink, OptOutWords } from "@dualops/core/members"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Duration, Redacted } from "effect"

const fan = FanId.make("77001")
const noon = DateTime.makeUnsafe("2026-06-18T12:00:00+08:00")
const ago = (parts: Partial<DateTime.DateTime.PartsForMath>) => DateTime.subtract(noon, parts)
const member: Member.Member = {
  fan,
  name: "小林",
  segments: ["gold"],
  consent: { given: true, at: ago({ days: 400 }) }
}
const terms: Invitable.Terms = { campaign: "618", segments: ["gold", "silver"], cap: 2, within: Duration.days(90) }
const invited = (number: number, at: DateTime.Utc, more: Partial<Invitable.Entry> = {}): Invitable.Entry => ({
  number,
  what: "invited",
  at,
  campaign: `campaign ${number}`,
  result: "sent",
  ...more
})
const optedOut = (number: number, at: DateTime.Utc): Invitable.Entry => ({ number, what: "optedOut", at })
const why = (history: ReadonlyArray<Invitable.Entry>, who: Member.Member | undefined = member) =>
  Invitable.whyNot(who, history, terms, noon)

describe("A member is invited", () => {
  it("who has consented, is in a segment, and was not invited too often", () => {
    assert.isUndefined(why([]))
    assert.isUndefined(why([invited(0, ago({ days: 30 }))]))
  })

  it("and nobody who is no member, has said nothing, or has said no", () => {
    const { consent: _, ...silent } = member
    assert.strictEqual(Invitable.whyNot(undefined, [], terms, noon), "noMember")
    assert.strictEqual(why([], silent), "noConsent")
    assert.strictEqual(why([], { ...member, consent: { given: false, at: noon } }), "noConsent")
    assert.strictEqual(why([], { ...member, segments: ["bronze"] }), "otherSegment")
    assert.strictEqual(why([], { ...member, segments: [] }), "otherSegment")
  })

  it("once by each campaign, also where nobody knows whether the invitation arrived, or it was refused", () => {
    for (const result of ["sent", "refused", "unknown", undefined] as const) {
      assert.strictEqual(why([invited(0, ago({ days: 200 }), { campaign: "618", result })]), "invitedAlready")
    }
    assert.isUndefined(why([invited(0, ago({ days: 1 }), { campaign: "618", result: "later" })]))
  })

  // mautic#6729, mautic#6760: two a week, from segments, and a third from a campaign: the rule held for each way of sending alone.
  it("at most so often by all campaigns together, those not counted that surely did not go out", () => {
    const two = [invited(0, ago({ days: 30 })), invited(1, ago({ days: 2 }))]
    assert.strictEqual(why(two), "cap")
    assert.strictEqual(why(two.map((one) => ({ ...one, result: undefined }))), "cap")
    assert.strictEqual(why(two.map((one) => ({ ...one, result: "unknown" }))), "cap")
    assert.isUndefined(why([invited(0, ago({ days: 30 }), { result: "refused" }), ...two.slice(1)]))
  })

  it("again when the first arrived, at the latest, as long ago as the handbook says", () => {
    const last = invited(1, ago({ days: 2 }))
    const edge = DateTime.subtractDuration(ago({ days: 90 }), Invitable.flight)
    assert.isUndefined(why([invited(0, edge), last]))
    assert.strictEqual(why([invited(0, DateTime.add(edge, { milliseconds: 1 })), last]), "cap")
  })

  it("not behind an opt-out, before they have consented anew; in doubt, at the same moment, they are out", () => {
    const out = [optedOut(0, ago({ days: 500 }))]
    const consented = (at: DateTime.Utc) => ({ ...member, consent: { given: true, at } })
    assert.isUndefined(why(out))
    assert.strictEqual(why(out, consented(ago({ days: 500 }))), "optedOut")
    assert.strictEqual(why(out, consented(ago({ days: 501 }))), "optedOut")
    assert.strictEqual(
      why([optedOut(0, ago({ days: 9 })), optedOut(1, ago({ days: 3 }))], consented(ago({ days: 5 }))),
      "optedOut"
    )
  })
})

describe("A fan opts out by a message", () => {
  it.each([
    ...["退订", "【退订】", " TD ", "ｔｄ", "退订。", "T\u200b", "Unsubscribe!", "STOP", "opt  out"],
    // p2pu/learning-circles#593: only the bare word was heard. SparkDevNetwork/Rock#6399: words that the law names were missing.
    ...["Stop. Thank you", "please stop", "STOP ALL", "revoke", "OPTOUT"],
    ...["退订～", "退订👍", "STOP🙏🏽", "退訂", "取消訂閱", "请退订，谢谢", "麻烦退订", "拒收"]
  ])("that says %s", (text) => {
    assert.isTrue(OptOutWords.asksOut(text))
  })
  it.each([
    ...[
      "怎么退订？",
      "退订后还能用会员价吗",
      "stop sending me the wrong size",
      "",
      "。",
      "不退订",
      "👍",
      "谢谢",
      "please"
    ],
    // ProgressiveCoders/Spoke#1016, medic/cht-core#476.
    ...[
      "Count me in! We have got to STOP this terrible bill from passing!!",
      "STOP 12345",
      "不退订，谢谢",
      "t".repeat(200)
    ]
  ])("and not by %s", (text) => {
    assert.isFalse(OptOutWords.asksOut(text))
  })
})

describe("A link to opt out", () => {
  const links = OptOutLink.make("https://brand.example/out", Redacted.make("0123456789abcdef0123456789abcdef"))
  const said = { fan, campaign: "618 大促&x=1" }
  const link = links.linkOf(said)

  // useSend#412, Rock#7034, hackwestern#846: 489 of 497 were opted out by a scanner that opened every link.
  it("changes nothing when it is opened, and opts out when it is posted to, as often as that is", () => {
    for (const method of ["GET", "HEAD", "OPTIONS", "get"]) {
      assert.deepStrictEqual(links.answer(method, link), { _tag: "Show", said })
    }
    for (const method of ["POST", "post", "POST"]) {
      assert.deepStrictEqual(links.answer(method, link), { _tag: "OptOut", said })
    }
    assert.deepStrictEqual(links.answer("POST", new URL(link).pathname + new URL(link).search), {
      _tag: "OptOut",
      said
    })
  })

  it("of another member, another campaign or another house is none of ours", () => {
    const other = new URL(link)
    other.searchParams.set("m", "77002")
    const another = OptOutLink.make("https://brand.example/out", Redacted.make("another secret, as long as the other"))
    const forged = [
      other.href,
      link.replace("618", "619"),
      link.slice(0, -1),
      `${link}0`,
      "",
      "http://",
      "?m=77001",
      "?m=%E0%A4&c=%&s=%zz"
    ]
    for (const one of [...forged, another.linkOf(said)]) {
      assert.deepStrictEqual(links.answer("POST", one), { _tag: "NotOurs" })
    }
  })

  it("shows the secret to nobody, and is not made with a short one", () => {
    assert.notInclude(link, "0123456789abcdef0123456789abcdef")
    assert.throws(() => OptOutLink.make("https://brand.example/out", Redacted.make("short")))
  })
})
