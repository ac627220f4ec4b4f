/**
 * The rules of a notice, as one value: everybody of its chain is told in turn, until one says that they have it.
 *
 * @module
 */
import { Result, Schema } from "effect"
import * as Remark from "../finding/Remark.ts"
import { inOrder } from "../process/Presence.ts"
import * as Chain from "./Chain.ts"
import * as Notice from "./Notice.ts"

const { deadline, start, process, stay, step } = Notice.notice

const notify = (notice: Notice.Open) => ({ to: Notice.toTell(notice), message: notice.message })

const TurnUp = start({
  ...Chain.turnUp,
  input: Notice.matter,
  facts: { ...Notice.matter, chain: Chain.told.chain },
  decide: (input, { presence, settings }) => {
    const chain = Chain.after([], settings, input.missed)
    return Result.succeed({ ...input, chain: inOrder(chain, presence) })
  },
  evolve: ({ facts }) => ({ _tag: "Open", ...facts, ...Chain.begun }),
  performs: { notify }
})

const Acknowledge = step({
  title: { zh: "确认", en: "acknowledge" },
  from: ["Open"],
  to: ["Acknowledged"],
  by: "monitoring.hold",
  input: { note: Remark.Note },
  evolve: (notice, { by, facts }) => ({ ...notice, _tag: "Acknowledged", note: facts.note, by: by.person })
})

const PassOn = step({
  title: { zh: "转告下一人", en: "tell the next" },
  from: ["Open"],
  to: ["Open"],
  by: "clock",
  facts: { chain: Schema.optionalKey(Chain.told.chain) },
  decide: (notice, _input, { presence }) => Result.succeed({ chain: inOrder(Notice.after(notice), presence) }),
  evolve: (notice, { facts: { chain = Notice.after(notice) } }) => ({ ...notice, chain, ...Chain.begun }),
  performs: { notify }
})

const Arrive = stay(Chain.arrive)

/** When it has reached nobody of the chain, they are told again after a while. */
const missing = {
  to: ["Open"],
  evolve: Chain.passOver<Notice.Open>,
  performs: { notify: (notice: Notice.Open) => (notice.inVain < notice.chain.length ? notify(notice) : undefined) }
} as const
const Miss = step({ ...Chain.miss, ...missing })
const MissPerhaps = step({ ...Chain.missPerhaps, ...missing })

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
  outcomes: Chain.outcomes
})
