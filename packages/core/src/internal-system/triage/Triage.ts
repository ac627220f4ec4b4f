/**
 * Decides what becomes of what fans wrote. Everything is judged and recorded; what wants somebody gets a case: a complaint, an answer, or one more word
 * of a complaint that is open. A flood of three hundred thousand does not become as many tasks.
 *
 * @module
 */
import { Array as Arrays, DateTime, Effect, Layer } from "effect"
import type { AccountId } from "../../account/AccountId.ts"
import * as Tag from "../../account/Tag.ts"
import { longestBatch, ObservationStore } from "../../observations/ObservationStore.ts"
import * as Observations from "../../observations/Observations.ts"
import { EventLog } from "../../operations/EventLog.ts"
import * as Operations from "../../operations/Operations.ts"
import { Snapshots } from "../../operations/Snapshots.ts"
import { isUnavailable } from "../../operations/StoreUnavailable.ts"
import { world } from "../../process/Actor.ts"
import { CaseId } from "../../process/Case.ts"
import { ComplaintProcess } from "../complaints/ComplaintProcess.ts"
import { AnswerProcess } from "../interaction/AnswerProcess.ts"
import * as Intake from "../interaction/Intake.ts"
import { type Interaction, tagKind } from "../interaction/Interaction.ts"
import { Reception } from "../interaction/Reception.ts"
import { Classifier } from "./Classifier.ts"
import { Flood } from "./Flood.ts"
import * as Heard from "./Heard.ts"
import * as Judgement from "./Judgement.ts"
import * as OpenComplaints from "./OpenComplaints.ts"
import { outcomeOf, type Policy } from "./Policy.ts"

/** What a program provides, so that what fans write is triaged by this policy (`Reception`). */
export const layer = (policy: Policy): Layer.Layer<Reception, never, Classifier | ObservationStore | Snapshots> =>
  Layer.effect(Reception)(
    Effect.gen(function* () {
      const classifier = yield* Classifier
      const observations = yield* ObservationStore
      const snapshots = yield* Snapshots
      const complaints = OpenComplaints.follow()
      const flood = new Flood(policy.flood)

      const decide = (
        account: AccountId,
        interaction: Interaction,
        judgement: Judgement.Judgement,
        now: DateTime.Utc
      ) => {
        if (complaints.of(account, interaction.from.id) !== undefined) return { became: "thread", turn: "in" } as const
        const became = outcomeOf(policy, judgement)
        if (became === "counted") return { became, turn: "in" } as const
        const turn = flood.take(account, interaction.post, became === "complaint", now)
        return { became: turn === "in" ? became : ("flood" as const), turn }
      }

      const receive = Effect.fn("Triage.receive")(function* (
        account: AccountId,
        interactions: ReadonlyArray<Interaction>
      ) {
        if (interactions.length === 0) return []
        const judgements = yield* judge(interactions)
        const now = yield* DateTime.now
        const cases: Array<CaseId> = []
        const heard: Array<ReturnType<typeof Heard.of>> = []
        yield* complaints.upToDate
        for (const [index, interaction] of interactions.entries()) {
          const judgement = judgements[index] ?? Judgement.unsure
          const { became, turn } = decide(account, interaction, judgement, now)
          if (turn === "first out") yield* tell(account, interaction, now)
          heard.push(Heard.of(account, interaction, judgement, became))
          if (became === "counted" || became === "flood") continue
          cases.push(yield* begin(account, interaction, became))
          if (became === "complaint") yield* complaints.upToDate
        }
        yield* record(heard)
        return cases
      })

      /** Where nothing can judge, everything is for a person. */
      const judge = (interactions: ReadonlyArray<Interaction>) =>
        classifier.judge(interactions.map(({ text }) => text)).pipe(
          Effect.catch((unavailable) =>
            Effect.as(
              Effect.logError(unavailable.message),
              interactions.map(() => Judgement.unsure)
            )
          )
        )

      const begin = Effect.fnUntraced(function* (
        account: AccountId,
        interaction: Interaction,
        became: "complaint" | "answer" | "thread"
      ) {
        const log = yield* EventLog
        // It may have come before, by another way: whatever it became then, it is that.
        // Who speaks to two accounts at once has a case with each.
        const all = yield* log.tagged(Tag.of(tagKind, interaction.id), 100)
        const known = all.find(({ case: id }) => id.startsWith(`${account}/`))
        if (known !== undefined) return known.case
        const open = complaints.of(account, interaction.from.id)
        if (became === "thread" && open !== undefined) {
          const isTaken = yield* Operations.send(ComplaintProcess, {
            key: interaction.id,
            case: open,
            step: "FanWrites",
            by: world,
            input: { interaction }
          }).pipe(
            Effect.as(true),
            Effect.catch((refusal) => (isUnavailable(refusal) ? Effect.fail(refusal) : Effect.succeed(false)))
          )
          if (isTaken) return open
        }
        return yield* Intake.begin(became === "complaint" ? ComplaintProcess : AnswerProcess, account, interaction)
      })

      /** Somebody looks at a post under which more is written than there are people for. */
      const tell = (account: AccountId, { post }: Interaction, now: DateTime.Utc) =>
        Intake.strand(
          account,
          CaseId.make(`${account}/flood/${post}/${DateTime.formatIso(now)}`),
          `More who want an answer have written, last under post ${post}, than people can answer; the others are counted`,
          "there would be more cases than people"
        )

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
              CaseId.make(`${account}/unkept/${facts.interaction}`),
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
