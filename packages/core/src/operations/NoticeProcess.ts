/**
 * The rules of a notice, as one value: everybody of its chain is told in turn, until one says that they have it.
 *
 * @module
 */
import { Array as Arrays, Result, Schema } from "effect"
import * as Action from "../process/Action.ts"
import { PersonId } from "../process/Actor.ts"
import { inOrder } from "../process/Presence.ts"
import * as Notice from "./Notice.ts"

const { deadline, start, process, stay, step } = Notice.notice

const notify = (notice: Notice.Open) => ({ to: Notice.toTell(notice), message: notice.message })

const TurnUp = start({
  title: { zh: "出现", en: "turn up" },
  to: ["Open"],
  by: "world",
  input: Notice.matter,
  facts: { ...Notice.matter, chain: Schema.NonEmptyArray(PersonId) },
  decide: (input, { presence, settings: { lead, others = [] } }) => {
    const left = Arrays.dedupe([lead, ...others]).filter((person) => person !== input.missed)
    // Where there is nobody else, the one whom it has not reached is told again.
    const chain = Arrays.isArrayNonEmpty(left) ? left : ([lead] as const)
    return Result.succeed({ ...input, chain: inOrder(chain, presence) })
  },
  evolve: ({ facts }) => ({ _tag: "Open", ...facts, turn: 0, inVain: 0 }),
  performs: { notify }
})

const Acknowledge = step({
  title: { zh: "确认", en: "acknowledge" },
  from: ["Open"],
  to: ["Acknowledged"],
  by: "monitoring.hold",
  input: { note: Schema.NonEmptyString },
  evolve: (notice, { by, facts }) => ({ ...notice, _tag: "Acknowledged", note: facts.note, by: by.person })
})

const PassOn = step({
  title: { zh: "转告下一人", en: "tell the next" },
  from: ["Open"],
  to: ["Open"],
  by: "clock",
  facts: { chain: Schema.optionalKey(Schema.NonEmptyArray(PersonId)) },
  decide: (notice, _input, { presence }) => Result.succeed({ chain: inOrder(Notice.after(notice), presence) }),
  evolve: (notice, { facts: { chain = Notice.after(notice) } }) => ({ ...notice, chain, turn: 0, inVain: 0 }),
  performs: { notify }
})

const Arrive = stay({ title: { zh: "获知已送达", en: "hear that it has arrived" }, from: ["Open"], by: "world" })

/** It has not reached somebody, or nobody knows whether it has. When it has reached nobody of the chain, they are told again after a while. */
const missing = {
  from: ["Open"],
  to: ["Open"],
  by: "world",
  evolve: (notice: Notice.Open) => ({ ...notice, turn: notice.turn + 1, inVain: notice.inVain + 1 }),
  performs: { notify: (notice: Notice.Open) => (notice.inVain < notice.chain.length ? notify(notice) : undefined) }
} as const
const Miss = step({
  title: { zh: "获知未送达", en: "hear that it has not arrived" },
  ...missing,
  input: Action.refused
})
const MissPerhaps = step({
  title: { zh: "是否送达不明", en: "not know whether it has arrived" },
  ...missing,
  input: Action.unknown
})

/** Something that a person has to know of, until one does. */
export const NoticeProcess = process({
  about: ({ message }) => message,
  awaits: (notice) => (notice._tag === "Open" ? [Notice.toTell(notice)] : []),
  steps: { TurnUp, Acknowledge, PassOn, Arrive, Miss, MissPerhaps },
  final: ["Acknowledged"],
  deadlines: {
    attention: deadline({
      title: { zh: "处理期限", en: "attention" },
      while: ["Open"],
      within: ({ attention }) => attention,
      warnAt: 1,
      fires: "PassOn"
    })
  },
  outcomes: { notify: { done: "Arrive", refused: "Miss", unknown: "MissPerhaps" } }
})
