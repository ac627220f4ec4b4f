/**
 * Members' day: members who were never told of the account are invited to it, on SQLite, by two campaigns at once. Nobody has more than one invitation in thirty
 * days, whoever opts out has none, and what came of it is counted: `node examples/invite-members.ts`.
 *
 * @module
 */
import { readFileSync } from "node:fs"
import { MemoryInvitations, MemoryMemberList, MemoryMembers } from "@dualops/adapter-memory"
import { NodeSqlite, SqlObservationStore, SqlStore } from "@dualops/adapter-sql"
import { Actor, Carrier, Case, ChineseHolidays, Editions, Operations, Worker } from "@dualops/core"
import { FanId } from "@dualops/core/account"
import { HandbookFile } from "@dualops/core/files"
import { OptOut, OptOutLink, OptOutWords, OutreachReport } from "@dualops/core/members"
import { Edition, InvitationCampaignCarriers, InvitationCampaignProcess, Practices } from "@dualops/core/practices"
import { Face, Notify } from "@dualops/core/process"
import { DateTime, Effect, Layer, Redacted, Result } from "effect"
import * as VirtualClock from "./clock/VirtualClock.ts"

const written = readFileSync(new URL("handbooks/xinghe.yaml", import.meta.url), "utf8")
const section = `
members:
  cap: 1
  within: 30 days
  segments: [gold, silver]
  quiet: { from: "21:00", to: "09:00" }
  approvers: [he, zhou]
`
const text = written
  .replaceAll("team.takeOver,", "members.invite, members.approve, members.stop, team.takeOver,")
  .replace("\nembargo:", `${section}\nembargo:`)
const handbook = Result.getOrThrow(HandbookFile.read("xinghe.yaml", text))
const account = handbook.account.id
const at = (time: string) => DateTime.makeUnsafe(`2026-12-${time}:00+08:00`)
const [lin, zhou] = [Actor.person("lin"), Actor.person("zhou")]
const clock = VirtualClock.make(at("07T10:00"))

// #region carrier
const links = OptOutLink.make("https://xinghe.example/out", Redacted.make("a secret of the house, from its vault"))
const invite = InvitationCampaignCarriers.make({ optOut: links.linkOf })
// #endregion
const tell = Carrier.make(Notify.notify, () => Effect.succeed({}))
const work = { processes: Practices.processes(), carriers: [invite, tell] }
const passUntil = Effect.fnUntraced(function* (time: string) {
  clock.skipTo(at(time))
  for (let round = 0; round < 12; round++) yield* Worker.round(work)
})

const campaign = Effect.fnUntraced(function* (name: string, subject: string) {
  // #region campaign
  const order = { case: Case.CaseId.make(name), by: lin }
  const input = {
    account,
    subject,
    text: "会员日的暗号只在微博，来坐坐。",
    segments: ["gold", "silver"] as const,
    until: at("12T23:59")
  }
  yield* Operations.send(InvitationCampaignProcess, { ...order, key: "1", step: "Draft", input })
  // Whoever wrote it does not approve it.
  const own = { ...order, step: "Approve", input: {} } as const
  const refusal = yield* Effect.flip(Operations.send(InvitationCampaignProcess, { ...own, key: "2" }))
  yield* Operations.send(InvitationCampaignProcess, { ...own, key: "3", by: zhou })
  yield* Operations.send(InvitationCampaignProcess, { ...order, key: "4", step: "Begin", input: {} })
  // #endregion
  return Face.refusal(InvitationCampaignProcess, refusal).zh
})

const fans = Array.from({ length: 60 }, (_, index) => FanId.make(`77${100 + index}`))

const program = Effect.gen(function* () {
  const { members } = yield* MemoryMembers.MemoryMembership
  for (const [index, fan] of fans.entries()) {
    const consent = { given: index % 6 !== 4, at: at("01T09:00") }
    members.set(fan, { fan, name: `会员 ${index}`, segments: [index % 2 === 0 ? "gold" : "bronze"], consent })
  }
  const { arrived } = yield* MemoryInvitations.MemoryPost
  // #region opt-out
  const writes = { fan: FanId.make("77100"), text: "退订" }
  if (OptOutWords.asksOut(writes.text)) yield* OptOut.take({ account, fan: writes.fan, source: "message" })
  // #endregion
  const refused = yield* campaign("members-day", "星河茶饮在微博等你")
  yield* campaign("winter", "冬天的第一杯，在微博")
  yield* passUntil("07T10:01")
  const first = arrived.length
  const [letter] = arrived
  // #region link
  /** What the house's web server does with a request to a link of an invitation. */
  const requested = Effect.fnUntraced(function* (method: string, link: string) {
    const answer = links.answer(method, link)
    if (answer._tag === "OptOut") yield* OptOut.take({ account, ...answer.said, source: "link" })
    return answer._tag
  })
  // #endregion
  const link = letter?.invitation.optOut ?? ""
  const answers = [yield* requested("GET", link), yield* requested("POST", link), yield* requested("POST", `${link}0`)]
  // A month later the cap would allow another one, but for whoever has opted out.
  clock.skipTo(DateTime.add(at("07T10:00"), { days: 31 }))
  const until = DateTime.add(at("07T10:00"), { days: 40 })
  const input = { ...letterOf("新年的暗号"), until }
  const order = { case: Case.CaseId.make("new-year"), by: lin }
  yield* Operations.send(InvitationCampaignProcess, { ...order, key: "1", step: "Draft", input })
  yield* Operations.send(InvitationCampaignProcess, { ...order, key: "2", step: "Approve", by: zhou, input: {} })
  yield* Operations.send(InvitationCampaignProcess, { ...order, key: "3", step: "Begin", input: {} })
  for (let round = 0; round < 12; round++) yield* Worker.round(work)
  const report = (name: string) => OutreachReport.of(account, name, at("07T00:00"), until)
  const of = yield* Effect.all([report("members-day"), report("winter"), report("new-year")])
  return {
    refused,
    first,
    answers,
    sent: of.map(({ sent }) => sent),
    optedOut: of.map(({ optedOut }) => optedOut),
    most: Math.max(
      ...fans.map((fan) => arrived.slice(0, first).filter(({ invitation }) => invitation.to.fan === fan).length)
    )
  }
})

const letterOf = (subject: string) => ({
  account,
  subject,
  text: "新年的暗号只在微博，来坐坐。",
  segments: ["gold", "silver"] as const
})

const house = Layer.mergeAll(
  Layer.mergeAll(SqlStore.layer, SqlObservationStore.layer).pipe(
    Layer.provide(NodeSqlite.layer({ filename: ":memory:" }))
  ),
  Editions.layer(Edition.edition(handbook, ChineseHolidays.holidays)),
  Layer.mergeAll(MemoryInvitations.layer, MemoryMembers.layer, MemoryMemberList.layer).pipe(
    Layer.provideMerge(Layer.mergeAll(MemoryInvitations.post, MemoryMembers.membership))
  ),
  clock.layer
)
export const outcome = await Effect.runPromise(Effect.provide(program, house))
if (process.argv[1] === import.meta.filename) console.log(outcome)
