/**
 * What the house itself has to tell people: a message that did not arrive, and a case that cannot be run any more.
 *
 * @module
 */
import { DateTime, Duration, Effect, Schema } from "effect"
import { NoticeProcess } from "../attention/NoticeProcess.ts"
import type { Bilingual } from "../finding/Bilingual.ts"
import { world } from "../process/Actor.ts"
import { type Address, CaseId } from "../process/Case.ts"
import { caseFor } from "../process/CaseName.ts"
import * as Notify from "../process/Notify.ts"
import { Damaged, reasonOf } from "./Damaged.ts"
import type { Editions } from "./Editions.ts"
import type { EventLog } from "./EventLog.ts"
import * as Handbooks from "./Handbooks.ts"
import * as Operations from "./Operations.ts"
import { once } from "./OwnCases.ts"
import type { StoreUnavailable } from "./StoreUnavailable.ts"
import type { Claimed } from "./WorkQueue.ts"

type Matter = (typeof NoticeProcess)["steps"]["TurnUp"]["input"]["Type"]

/** Something that is done with notices. */
export type Noticing<A = void> = Effect.Effect<A, StoreUnavailable, EventLog | Editions>

/** A message has not reached a person, or perhaps not: the next of the chain is told, until somebody has it. */
export const undelivered = (action: Claimed, why: string): Noticing =>
  Effect.gen(function* () {
    const { message, to } = yield* Effect.orDie(Schema.decodeEffect(Notify.notify.request)(action.request))
    const today = yield* Handbooks.ofCase(action)
    const called = today?.called ?? ((id) => id)
    yield* open(caseFor(`${action.key}/undelivered`), {
      process: action.process,
      case: action.case,
      missed: to,
      message: unheard(called(to), message, why)
    })
  })

/**
 * Something that is about no case: people of the account's handbook are told until one has it; of the first handbook, where no handbook has the account.
 */
export const tell = (account: string, id: CaseId, message: Bilingual): Noticing =>
  once(
    NoticeProcess,
    id,
    Effect.flatMap(Handbooks.knownAccount(account), (known) =>
      turnUp(id, { process: NoticeProcess.name, case: id, message }, known)
    )
  )

/** Whether nobody has said yet that they have it, so that people are still to be told. */
export const isOpen = ({ case: id }: Pick<Claimed, "case">): Noticing<boolean> =>
  Effect.map(Operations.load(NoticeProcess, id), (notice) => notice?.state._tag === "Open")

/**
 * The case cannot be run, and a person has to look at it: everything else goes on. Answers how long it is left alone now; from a minute the
 * pause grows with the time for which it has been so, up to an hour.
 */
export const setAside: (address: Address, defect: unknown) => Noticing<Duration.Duration> = Effect.fnUntraced(
  function* (address: Address, defect: unknown) {
    const { case: id, process } = address
    yield* Effect.logError(`${process} ${id} cannot be run, and is set aside`, defect)
    const name = caseFor(`${process}/${id}/set aside`)
    return yield* Effect.catchDefect(
      Effect.andThen(open(name, { process, case: id, message: unreadable(address, reasonOf(defect)) }), pauseOf(name)),
      // The notice itself may be damaged: then that is what somebody has to look at. Where notices of notices are, nothing can be read.
      (again) =>
        Schema.is(Damaged)(again) && process !== NoticeProcess.name
          ? setAside({ process: NoticeProcess.name, case: name }, again)
          : untold(again)
    )
  }
)

const untold = (defect: unknown) => Effect.as(Effect.logError("Nobody can be told of it", defect), shortest)

const shortest = Duration.minutes(1)
const longest = Duration.hours(1)

const pauseOf = Effect.fnUntraced(function* (name: CaseId) {
  const [opened] = yield* Operations.read(NoticeProcess, name)
  const now = yield* DateTime.now
  return opened === undefined
    ? shortest
    : Duration.clamp(DateTime.distance(opened.at, now), { minimum: shortest, maximum: longest })
})

/** For the account of the case that it is about. */
const open = (id: CaseId, input: Matter): Noticing =>
  once(
    NoticeProcess,
    id,
    Effect.flatMap(
      Handbooks.ofCase({ process: input.process, case: CaseId.make(input.case, { disableChecks: true }) }),
      (today) => turnUp(id, input, Handbooks.accountOf(today))
    )
  )

const turnUp = (id: CaseId, input: Matter, account: ReturnType<typeof Handbooks.accountOf>) =>
  Operations.send(NoticeProcess, { key: "turned up", case: id, step: "TurnUp", by: world, input, ...account })

const unheard = (to: string, message: Bilingual, why: string): Bilingual => ({
  zh: `发给「${to}」的消息没有送达（${why}），请转达：${message.zh}`,
  en: `This has not reached ${to} (${why}), please pass it on: ${message.en}`
})

const unreadable = ({ case: id, process }: Address, why: string): Bilingual => ({
  zh: `「${process} ${id}」无法继续运行，已搁置，其余照常；请人工核对，从备份恢复或另行处理。原因：${why}`,
  en: `${process} ${id} cannot be run and is set aside, while everything else goes on; somebody has to look, and to restore it: ${why}`
})
