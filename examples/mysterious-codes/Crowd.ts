/**
 * The fans in motion: they notice a code, ask or call or go to a shop, and forward a picture; each by what they are like and by what they meet.
 *
 * @module
 */
import { MemoryFans } from "@dualops/adapter-memory"
import { Operations } from "@dualops/core"
import { type AccountId, PostId } from "@dualops/core/account"
import { Codes, CodeTerms, HouseTill, Redemptions } from "@dualops/core/codes"
import { AnswerProcess, Intake, Interaction, Reception } from "@dualops/core/interaction"
import { Observations } from "@dualops/core/observations"
import { DateTime, Duration, Effect } from "effect"
import { assumptions } from "./Assumptions.ts"
import * as Circumstances from "./Circumstances.ts"
import type * as CustomerService from "./CustomerService.ts"
import * as Fans from "./Fans.ts"
import { type Deed, secrets } from "./House.ts"
import { ServiceCall } from "./Observed.ts"
import type { Prizes } from "./Prizes.ts"

type Meeting = (met: Circumstances.Circumstances, now: number) => Deed
type Author = Pick<Fans.Fan, "id" | "name">

const hour = Duration.toMillis("1 hour")

/** The fans of a story, and all that they do. */
export const make = Effect.fnUntraced(function* (
  seed: string,
  account: AccountId,
  service: CustomerService.Service,
  prizes: Prizes
) {
  const tills = yield* HouseTill.make({ secret: secrets.codes })
  const agenda: Array<{ readonly at: number; readonly meets: Meeting }> = []
  const plan = (at: number, meets: Meeting) => void agenda.push({ at, meets })
  const taken = new Map<string, number>()
  let written = 0

  /** A fan writes of the account in a post of their own. */
  const write = Effect.fnUntraced(function* ({ id: fan, name }: Author, text: string, at: number) {
    const number = String(5_100_000_000_000_000 + written++)
    const interaction: Interaction.Interaction = {
      kind: "mention",
      id: Interaction.InteractionId.make(number),
      post: PostId.make(number),
      from: { id: fan, name },
      text,
      at: DateTime.makeUnsafe(at)
    }
    yield* MemoryFans.MemoryFans.use(({ interactions }) => Effect.sync(() => interactions.push(interaction)))
    yield* Reception.use((reception) => Effect.orDie(reception.receive(account, [interaction])))
    return Intake.caseOf(account, interaction.id)
  })

  const call = Effect.fnUntraced(function* (fan: Fans.Fan, at: number, isBriefed: boolean) {
    const observed = { account, key: `call ${fan.id}`, at: DateTime.makeUnsafe(at), source: "telephone" }
    yield* Effect.orDie(
      Observations.record(ServiceCall, [{ ...observed, facts: { about: "暗号" }, personal: { fan: fan.id } }])
    )
    service.rings()
    if (isBriefed) visit(fan, at)
  })

  /** Asks on Weibo, looks now and then whether there is an answer, and loses patience. */
  const ask = Effect.fnUntraced(function* (fan: Fans.Fan, at: number) {
    const id = yield* write(fan, fan.question, at)
    const patience = at + (6 + 2 * (assumptions.patience.value - 6) * fan.roll("patience")) * hour
    const look = (from: number): void =>
      plan(from, (met, now) =>
        Effect.gen(function* () {
          const answer = yield* Effect.orDie(Operations.load(AnswerProcess, id))
          if (answer?.state._tag === "Answered") return visit(fan, now)
          if (now < patience) return look(now + 3 * hour)
          const does = fan.roll("unanswered")
          if (does < assumptions.givesUpToComplain.value) {
            return void (yield* write(fan, Fans.grievances.unanswered, now))
          }
          if (does < assumptions.givesUpToComplain.value + assumptions.givesUpToCall.value) {
            yield* call(fan, now, met.isServiceBriefed)
          }
        })
      )
    look(at + hour)
  })

  /** Goes to a shop in the next two days, where the code is taken or not. */
  const visit = (fan: Fans.Fan, from: number) =>
    plan(from + (1 + 40 * fan.roll("visits")) * hour, (met, now) =>
      Effect.gen(function* () {
        const isTurnedAway = !met.areShopsBriefed && fan.roll("turned away") < assumptions.turnedAway.value
        if (isTurnedAway) {
          if (fan.roll("complains") < assumptions.complainsTurnedAway.value)
            yield* write(fan, Fans.grievances.turnedAway, now)
          return
        }
        const all = yield* Effect.orDie(Redemptions.use((redemptions) => redemptions.terms))
        const terms = all.find(({ placements }) => placements.some(({ id }) => id === fan.placement))
        const placement = terms?.placements.find(({ id }) => id === fan.placement)
        if (terms === undefined || placement === undefined) return
        const next = taken.get(fan.placement) ?? 0
        taken.set(fan.placement, next + 1)
        const code = Codes.make(secrets.codes)
          .of(CodeTerms.makingOf(terms))
          .codeOf(placement.first + next)
        const told = yield* Effect.orDie(tills("nanjing-road").redeem({ code, key: `${fan.id}`, fan: fan.id }))
        if (told._tag !== "Redeemed") return
        const { forwardsForFun, forwardsForPrize } = assumptions
        const forwards = met.tellsOfPrizes ? forwardsForPrize.value : forwardsForFun.value
        if (fan.roll("forwards") < forwards) yield* prizes.forwarded(fan.id, now)
      })
    )

  const notice = (fan: Fans.Fan) =>
    plan(fan.noticed, (met, now) =>
      Effect.gen(function* () {
        const follows = fan.roll("follows") < assumptions.follows.value
        const hasRead = met.posts > 0 && follows && fan.roll("reads") < assumptions.reads.value
        // A code in a post is found by whoever reads it, and nobody else.
        if (fan.placement === "posts" && met.posts === 0) return
        if (fan.placement === "posts" || hasRead || fan.roll("self-evident") < assumptions.selfEvident.value) {
          return visit(fan, now)
        }
        const way = fan.roll("way")
        if (met.isNamed) return way < assumptions.asksWhereNamed.value ? yield* ask(fan, now) : undefined
        if (way < assumptions.asksUnnamed.value) return yield* ask(fan, now)
        if (way < assumptions.asksUnnamed.value + assumptions.callsUnnamed.value) {
          yield* call(fan, now, met.isServiceBriefed)
        }
      })
    )

  for (const fan of Fans.finders(seed)) notice(fan)
  for (const other of Fans.others(seed)) plan(other.when, (_, now) => write(other, other.text, now))

  return {
    /** Something that a fan does later. */
    plan,
    /** Everything that fans do until this moment. */
    live: (until: number): Deed =>
      Effect.gen(function* () {
        const met = yield* Circumstances.now
        while (true) {
          const next = agenda.reduce<(typeof agenda)[number] | undefined>(
            (first, one) => (one.at <= until && (first === undefined || one.at < first.at) ? one : first),
            undefined
          )
          if (next === undefined) return
          agenda.splice(agenda.indexOf(next), 1)
          yield* next.meets(met, next.at)
        }
      })
  }
})
