/**
 * Four hundred fans who were last heard of half a year ago: most of them have a letter, some are left out by lot, and two weeks later it is known what it brought:
 * `node examples/win-back.ts`.
 *
 * @module
 */
import { readFileSync } from "node:fs"
import { MemoryInvitations, MemoryMembers, MemoryObservationStore, MemoryStore } from "@dualops/adapter-memory"
import { Actor, Carrier, Case, ChineseHolidays, Editions, Operations, Worker } from "@dualops/core"
import { FanId } from "@dualops/core/account"
import { CodeRedeemed } from "@dualops/core/codes"
import { HandbookFile } from "@dualops/core/files"
import { OptOut, OptOutLink } from "@dualops/core/members"
import { Observations } from "@dualops/core/observations"
import { Edition, WinBackCarriers, WinBackOutcome, WinBackProcess } from "@dualops/core/practices"
import { Face, Notify } from "@dualops/core/process"
import { DateTime, Effect, Layer, Redacted, Result } from "effect"
import * as VirtualClock from "./clock/VirtualClock.ts"

const written = readFileSync(new URL("handbooks/xinghe.yaml", import.meta.url), "utf8")
const handbook = Result.getOrThrow(HandbookFile.read("xinghe.yaml", written))
const account = handbook.account.id
const at = (time: string) => DateTime.makeUnsafe(`2026-12-${time}:00+08:00`)
const [lin, zhou] = [Actor.person("lin"), Actor.person("zhou")]
const clock = VirtualClock.make(at("07T10:00"))
const fans = Array.from({ length: 400 }, (_, index) => FanId.make(`66${1_000 + index}`))

// #region carriers
const links = OptOutLink.make("https://xinghe.example/out", Redacted.make("a secret of the house, from its vault"))
const { counts, page } = WinBackCarriers.make({ optOut: links.linkOf })
// #endregion
const tell = Carrier.make(Notify.notify, () => Effect.succeed({}))
const work = { processes: [WinBackProcess], carriers: [page, counts, tell] }
const passUntil = Effect.fnUntraced(function* (time: string) {
  clock.skipTo(at(time))
  for (let round = 0; round < 12; round++) yield* Worker.round(work)
})

/** A fan has redeemed a code. */
const redeems = (fan: FanId, when: DateTime.Utc) =>
  Observations.record(CodeRedeemed.kind, [
    {
      ...{ account, at: when, key: `${fan} ${when.epochMilliseconds}`, source: "till" },
      facts: { series: Case.CaseId.make("summer"), placement: "summer/sleeves" },
      personal: { fan }
    }
  ])

const program = Effect.gen(function* () {
  const { members } = yield* MemoryMembers.MemoryMembership
  for (const fan of fans) {
    members.set(fan, { fan, name: "会员", segments: ["gold"], consent: { given: true, at: at("01T09:00") } })
    yield* redeems(fan, DateTime.subtract(at("07T10:00"), { days: 180 }))
  }
  const [out] = fans
  if (out) yield* OptOut.take({ account, fan: out, source: "message" })

  // #region wave
  const order = { case: Case.CaseId.make("come-back"), by: lin }
  const input = {
    account,
    reason: "夏天兑换过、半年未见",
    audience: { stages: ["asleep"], did: ["redeemed"], sources: ["advertisement"] },
    subject: "小河想你了",
    text: "回来坐坐，第二杯半价。",
    until: at("12T23:59")
  } as const
  yield* Operations.send(WinBackProcess, { ...order, key: "1", step: "Propose", input })
  // Whoever has proposed it does not approve it.
  const approve = { ...order, step: "Approve", input: {} } as const
  const refusal = yield* Effect.flip(Operations.send(WinBackProcess, { ...approve, key: "2" }))
  yield* Operations.send(WinBackProcess, { ...approve, key: "3", by: zhou })
  // #endregion
  yield* passUntil("07T10:01")
  const { arrived } = yield* MemoryInvitations.MemoryPost
  const reached = arrived.map(({ invitation }) => invitation.to.fan)
  const others = fans.filter((fan) => fan !== out && !reached.includes(fan))
  for (const fan of reached.slice(0, 90)) yield* redeems(fan, at("10T18:00"))
  for (const fan of others.slice(0, 2)) yield* redeems(fan, at("11T18:00"))
  yield* passUntil("22T10:00")
  // #region outcome
  const wave = yield* Operations.load(WinBackProcess, order.case)
  const found = wave?.state._tag === "Compared" ? wave.state.counts : undefined
  const said = found && WinBackOutcome.said(found)
  // #endregion
  return { refused: Face.refusal(WinBackProcess, refusal).zh, letters: reached.length, leftOut: others.length, said }
})

const house = Layer.mergeAll(
  MemoryStore.layer,
  MemoryObservationStore.layer,
  Editions.layer(Edition.edition(handbook, ChineseHolidays.holidays)),
  Layer.mergeAll(MemoryInvitations.layer, MemoryMembers.layer).pipe(
    Layer.provideMerge(Layer.mergeAll(MemoryInvitations.post, MemoryMembers.membership))
  ),
  clock.layer
)
export const outcome = await Effect.runPromise(Effect.provide(program, house))
if (process.argv[1] === import.meta.filename) console.log(outcome)
