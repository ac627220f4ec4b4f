/**
 * Decides what becomes of what fans wrote. Everything is judged and recorded; what wants somebody gets a case: a complaint, an answer, or one more word
 * of a complaint that is open. A flood of three hundred thousand does not become as many tasks.
 *
 * @module
 */
import { Array as Arrays, DateTime, Effect, Layer, Semaphore } from "effect"
import type { AccountId } from "../../account/AccountId.ts"
import * as Tag from "../../account/Tag.ts"
import { Members } from "../../external-system/members/Members.ts"
import * as OptOut from "../../external-system/members/OptOut.ts"
import * as OptOutWords from "../../external-system/members/OptOutWords.ts"
import { longestBatch, ObservationStore } from "../../observations/ObservationStore.ts"
import * as Observations from "../../observations/Observations.ts"
import * as Editions from "../../operations/Editions.ts"
import { EventLog, everyOne } from "../../operations/EventLog.ts"
import * as Notices from "../../operations/Notices.ts"
import * as Operations from "../../operations/Operations.ts"
import { Snapshots } from "../../operations/Snapshots.ts"
import { isUnavailable, type StoreUnavailable } from "../../operations/StoreUnavailable.ts"
import { world } from "../../process/Actor.ts"
import type { CaseId } from "../../process/Case.ts"
import { caseFor } from "../../process/CaseName.ts"
import { ComplaintProcess } from "../complaints/ComplaintProcess.ts"
import { scoreOf } from "../complaints/Satisfaction.ts"
import { AnswerProcess } from "../interaction/AnswerProcess.ts"
import { type Incoming, isPrivate, type PrivateMessage } from "../interaction/Incoming.ts"
import * as Intake from "../interaction/Intake.ts"
import { type InteractionId, tagKind } from "../interaction/Interaction.ts"
import { Reception } from "../interaction/Reception.ts"
import { PrivateAnswerProcess } from "../private-messages/PrivateAnswerProcess.ts"
import { Classifier } from "./Classifier.ts"
import { Flood } from "./Flood.ts"
import * as Heard from "./Heard.ts"
import * as Judgement from "./Judgement.ts"
import * as OpenCases from "./OpenCases.ts"
import { outcomeOf, type Policy } from "./Policy.ts"

/** What a program provides, so that what fans write is triaged by this policy (`Reception`). */
export const layer = (policy: Policy): Layer.Layer<Reception, never, Classifier | ObservationStore | Snapshots> =>
  Layer.effect(Reception)(
    Effect.gen(function* () {
      const classifier = yield* Classifier
      const observations = yield* ObservationStore
      const snapshots = yield* Snapshots
      const members = yield* Effect.serviceOption(Members)
      const complaints = OpenCases.complaints()
      const conversations = OpenCases.privateAnswers()
      const flood = new Flood(policy.flood)

      /** One after the other: of what comes by two ways at once, the second finds what has become of the first. */
      const turn = Semaphore.makeUnsafe(1)

      const receive = Effect.fn("Triage.receive")(function* (
        account: AccountId,
        interactions: ReadonlyArray<Incoming>
      ) {
        if (interactions.length === 0) return []
        const judgements = yield* judge(interactions)
        const judged = Arrays.map(interactions, (one, index) => [one, judgements[index] ?? Judgement.unsure] as const)
        return yield* turn.withPermit(settleAll(account, judged))
      })

      const settleAll = Effect.fnUntraced(function* (
        account: AccountId,
        judged: ReadonlyArray<readonly [Incoming, Judgement.Judgement]>
      ) {
        const cases: Array<CaseId> = []
        const heard: Array<ReturnType<typeof Heard.of>> = []
        yield* complaints.upToDate
        // Comments need not wait for what is known of private messages.
        if (judged.some(([one]) => isPrivate(one))) yield* conversations.upToDate
        for (const [interaction, judgement] of judged) {
          const { became, id } = yield* settle(account, interaction, judgement)
          heard.push(Heard.of(account, interaction, judgement, became))
          if (id !== undefined) cases.push(id)
          if (became === "complaint") yield* complaints.upToDate
          if (isPrivate(interaction)) yield* conversations.upToDate
        }
        yield* record(heard)
        return cases
      })

      const settle = Effect.fnUntraced(function* (
        account: AccountId,
        interaction: Incoming,
        judgement: Judgement.Judgement
      ): Effect.fn.Return<Settled, StoreUnavailable, EventLog | Editions.Editions | ObservationStore> {
        yield* optsOut(account, interaction)
        const open = complaints.of(account, interaction.from.id)
        if (open !== undefined) {
          const known = yield* knownAs(account, interaction.id)
          if (known !== undefined) return known
          if (yield* isHeard(open, interaction)) return { became: "thread", id: open }
        }
        const wanted = yield* wantedOf(account, judgement)
        const conversation = isPrivate(interaction) && conversations.of(account, interaction.from.id)
        if (conversation && wanted !== "complaint") {
          const known = yield* knownAs(account, interaction.id)
          if (known !== undefined) return known
          if (yield* goesOn(conversation, interaction)) return { became: "thread", id: conversation }
        }
        // Words that a complaint could not take in are nothing to be counted.
        const became = wanted === "counted" && open !== undefined ? "answer" : wanted
        if (became === "counted") return { became }
        const now = yield* DateTime.now
        const turn = flood.take(account, interaction, became === "complaint", now)
        if (turn === "untold") {
          yield* tell(account, interaction, now)
          flood.told(account, interaction, now)
        }
        if (turn !== "in") return { became: "flood" }
        const known = yield* knownAs(account, interaction.id)
        if (known !== undefined) return known
        const answering = isPrivate(interaction) ? PrivateAnswerProcess : AnswerProcess
        const process = became === "complaint" ? ComplaintProcess : answering
        return { became, id: yield* Intake.begin(process, account, interaction) }
      })

      /** Whoever says in private that they want no more invitations gets none, whatever else becomes of their words. */
      const optsOut = (account: AccountId, interaction: Incoming) =>
        isPrivate(interaction) && OptOutWords.asksOut(interaction.text)
          ? OptOut.hear({ account, fan: interaction.from.id, source: "message" }, interaction.at, members)
          : Effect.void

      /** An account whose handbook follows no complaints answers them. */
      const wantedOf = Effect.fnUntraced(function* (account: AccountId, judgement: Judgement.Judgement) {
        const wanted = outcomeOf(policy, judgement)
        if (wanted !== "complaint") return wanted
        const today = yield* Editions.current(account)
        return today?.runs?.(ComplaintProcess) === false ? "answer" : wanted
      })

      /** Where nothing can judge, everything is for a person. */
      const judge = (interactions: ReadonlyArray<Incoming>) => {
        const unsure = interactions.map(() => Judgement.unsure)
        return classifier.judge(interactions.map(({ text }) => text)).pipe(
          Effect.catch(({ message }) => Effect.as(Effect.logError(message), unsure)),
          Effect.catchDefect((defect) => Effect.as(Effect.logError("The classifier broke", defect), unsure))
        )
      }

      /** What has become of words that came before, by another way. Who speaks to two accounts at once has a case with each. */
      const knownAs = Effect.fnUntraced(function* (account: AccountId, id: InteractionId) {
        const log = yield* EventLog
        const all = yield* log.tagged(Tag.of(tagKind, id), everyOne)
        const known = all.find((one) => one.case.startsWith(`${account}/`))
        if (known === undefined) return undefined
        if (known.process === AnswerProcess.name) return { became: "answer", id: known.case } as const
        const began = known.process === ComplaintProcess.name ? "complaint" : "answer"
        return { became: known.case === Intake.caseOf(account, id) ? began : "thread", id: known.case } as const
      })

      /** Whether the complaint takes in what its fan writes: the mark that they were asked for, or anything else. */
      const isHeard = Effect.fnUntraced(function* (open: CaseId, interaction: Incoming) {
        const deed = { key: interaction.id, case: open, by: world, input: { interaction } }
        const isMark = scoreOf(interaction.text) !== undefined
        if (isMark && (yield* isTaken(Operations.send(ComplaintProcess, { ...deed, step: "Rate" })))) return true
        return yield* isTaken(Operations.send(ComplaintProcess, { ...deed, step: "FanWrites" }))
      })

      /** Whether the private answer that is owed takes in what its fan writes on: one answer is owed to all of it. */
      const goesOn = (waiting: CaseId, interaction: PrivateMessage) =>
        isTaken(
          Operations.send(PrivateAnswerProcess, {
            key: interaction.id,
            case: waiting,
            step: "FanWrites",
            by: world,
            input: { interaction }
          })
        )

      /** Somebody looks at a post under which more is written than there are people for. */
      const tell = (account: AccountId, incoming: Incoming, now: DateTime.Utc) => {
        const where = isPrivate(incoming)
          ? { name: "private", zh: "私信", en: "in private" }
          : { name: incoming.post, zh: `微博 ${incoming.post} 下`, en: `under post ${incoming.post}` }
        return Notices.tell(account, caseFor(`${account}/flood/${where.name}/${DateTime.formatIso(now)}`), {
          zh: `要回应的粉丝留言太多，最近一条在${where.zh}：超出的只计数，不再开任务。`,
          en: `More fans want an answer than people can give, last ${where.en}: what is beyond that is counted, and becomes no task.`
        })
      }

      /** What no store can keep is for a person to look at, and keeps nothing else out. */
      const record = Effect.fnUntraced(function* (heard: ReadonlyArray<ReturnType<typeof Heard.of>>) {
        for (const batch of Arrays.chunksOf(heard, longestBatch)) {
          const refused = yield* Observations.record(Heard.kind, batch).pipe(
            Effect.as<ReadonlyMap<number, string>>(new Map()),
            Effect.catchTag("ObservationStore.Refused", ({ wrong }) =>
              Effect.succeed(new Map(wrong.map(({ index, why }) => [index, why])))
            )
          )
          if (refused.size === 0) continue
          for (const [index, why] of refused) {
            const { account, facts } = batch[index] ?? Arrays.headNonEmpty(batch)
            yield* Intake.strand(
              account,
              caseFor(`${account}/unkept/${facts.interaction}`),
              `${facts.kind} ${facts.interaction}`,
              why
            )
          }
          const rest = batch.filter((_, index) => !refused.has(index))
          yield* Effect.catchTag(Observations.record(Heard.kind, rest), "ObservationStore.Refused", Effect.die)
        }
      })

      return {
        receive: (account, interactions) =>
          receive(account, interactions).pipe(
            Effect.provideService(ObservationStore, observations),
            Effect.provideService(Snapshots, snapshots)
          )
      }
    })
  )

/** Whether a case takes it in; where nobody can tell now, it is tried again. */
const isTaken = <A, E, R>(sending: Effect.Effect<A, E, R>) =>
  sending.pipe(
    Effect.as(true),
    Effect.catch((refusal) => (isUnavailable(refusal) ? Effect.fail(refusal) : Effect.succeed(false)))
  )

/** What has become of it, and its case, where it has one. */
interface Settled {
  readonly became: Heard.Outcome
  readonly id?: CaseId
}
