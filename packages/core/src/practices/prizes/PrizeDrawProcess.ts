/**
 * The rules of a draw, as one value: nothing of it changes once it is announced, nobody knows who wins before the list is frozen, and a prize that comes back goes to whoever
 * stands next in line, once.
 *
 * @module
 */
import { DateTime, Result, Schema } from "effect"
import { FanId } from "../../account/FanId.ts"
import * as Remark from "../../finding/Remark.ts"
import * as Action from "../../process/Action.ts"
import { PersonId } from "../../process/Actor.ts"
import { leadNow } from "../../process/Presence.ts"
import * as PrizeDraw from "./PrizeDraw.ts"
import * as Advice from "./PrizeDrawAdvice.ts"
import * as Awards from "./PrizeDrawAwards.ts"
import * as Says from "./PrizeDrawMessages.ts"
import { BadTimes, MomentHasCome, TooDear, UnclearPrizes } from "./PrizeDrawRefusals.ts"
import { Delivered, deliveryOf, Freed, NotBegun, stands, TakeBack } from "./PrizeDrawSettling.ts"
import { inOrder } from "./PrizeDrawTimes.ts"

const { deadline, process, start, stay, step } = PrizeDraw.prizeDraw

const Announce = start({
  title: { zh: "登记抽奖", en: "announce" },
  to: ["Preparing"],
  by: "promotion.draw",
  input: PrizeDraw.wish,
  advises: ({ prizes = [] }) => Advice.ofPrizes(prizes),
  decide: (input, { at }) => {
    const { closes, draws, opens, prizes } = input
    if (!inOrder(input, at)) return Result.fail(new BadTimes({ opens, closes, draws }))
    if (Advice.unclear(prizes).length > 0)
      return Result.fail(new UnclearPrizes({ names: prizes.map(({ name }) => name) }))
    const dear = prizes.find(({ yuan }) => yuan > Advice.lawful)
    return dear === undefined ? Result.succeed(input) : Result.fail(new TooDear({ prize: dear.name }))
  },
  evolve: ({ by, facts }) => ({ _tag: "Preparing", ...facts, by: by.person }),
  performs: { prepare: (draw) => wishOf(draw) }
})

const wishOf = ({ _tag, by: _, ...wish }: PrizeDraw.In<"Preparing">) => wish

const Prepared = step({
  title: { zh: "获知已备好", en: "hear that it is prepared" },
  from: ["Preparing"],
  to: ["Announced"],
  by: "world",
  input: PrizeDraw.prepared,
  evolve: ({ account, by, name }, { facts: { announced, fingerprint } }) => ({
    _tag: "Announced",
    account,
    name,
    by,
    announced,
    announcement: fingerprint
  }),
  performs: { notify: (draw, _, reading) => ({ to: draw.by, message: Says.announce(draw, reading) }) }
})

const freezeOf = ({ account, announced, excluded }: PrizeDraw.In<"Freezing">) => ({ account, announced, excluded })

const Close = step({
  title: { zh: "截止", en: "close" },
  from: ["Announced"],
  to: ["Freezing"],
  by: "clock",
  facts: { excluded: Schema.Array(FanId) },
  decide: (_draw, _input, { settings: { excluded } }) => Result.succeed({ excluded }),
  performs: { freeze: freezeOf }
})

const Froze = step({
  title: { zh: "获知已封存", en: "hear that the list is frozen" },
  from: ["Freezing"],
  to: ["Frozen"],
  by: "world",
  input: PrizeDraw.froze,
  evolve: ({ excluded: _, ...draw }, { facts: { fingerprint, frozen } }) => ({
    ...draw,
    _tag: "Frozen",
    frozen,
    freeze: fingerprint
  }),
  performs: { notify: (draw, _, reading) => ({ to: draw.by, message: Says.publishList(draw, reading), urgent: true }) }
})

const drawOf = ({ account, announced: { draw } }: PrizeDraw.In<"Drawing">) => ({ account, draw })

const Begin = step({
  title: { zh: "开奖", en: "begin to draw" },
  from: ["Frozen"],
  to: ["Drawing"],
  by: "clock",
  performs: { draw: drawOf }
})

/** Of whom nothing is known any more, the place goes to the next in line. */
const Drew = step({
  title: { zh: "获知中奖者", en: "hear who has won" },
  from: ["Drawing"],
  to: ["Drawn", "Settled"],
  by: "world",
  input: PrizeDraw.drew,
  facts: { awards: Schema.Array(PrizeDraw.Award), line: Schema.Array(FanId) },
  decide: (_draw, drew) => Result.succeed(Awards.first(drew)),
  evolve: (draw, { facts }) => stands({ ...draw, ...facts, _tag: "Drawn" }),
  performs: {
    deliver: (draw) => draw.awards.map((award) => deliveryOf(draw, award)),
    notify: (draw) => ({ to: draw.by, message: Says.publishRecord(draw) })
  }
})

/** What goes by itself did not: whoever announced it sees to it. */
const Failed = stay({
  title: { zh: "获知未成", en: "hear that it was not done" },
  from: ["Preparing", "Freezing", "Drawing"],
  by: "world",
  input: Action.unknown,
  performs: {
    notify: (draw, { facts: { detail } }) => ({ to: draw.by, message: Says.notDone(draw, detail), urgent: true })
  }
})

const Retry = stay({
  title: { zh: "重试", en: "retry" },
  from: ["Preparing", "Freezing", "Drawing"],
  by: "promotion.draw",
  performs: {
    prepare: (draw) => (draw._tag === "Preparing" ? wishOf(draw) : undefined),
    freeze: (draw) => (draw._tag === "Freezing" ? freezeOf(draw) : undefined),
    draw: (draw) => (draw._tag === "Drawing" ? drawOf(draw) : undefined)
  }
})

/** While nobody can know who would win. A list that was not frozen in time is never drawn from, and may be abandoned at any time. */
const Abandon = step({
  title: { zh: "取消", en: "abandon" },
  from: ["Preparing", "Announced", "Freezing", "Frozen"],
  to: ["Abandoned"],
  by: "promotion.draw",
  input: { reason: Remark.Reason },
  unless: (draw, { at }) => {
    if (draw._tag !== "Frozen") return undefined
    const draws = DateTime.makeUnsafe(draw.announced.draws)
    return DateTime.isLessThan(at, draws) ? undefined : new MomentHasCome({ draws: DateTime.toUtc(draws) })
  },
  evolve: ({ account, by, name }, { facts: { reason } }) => ({ _tag: "Abandoned", account, name, by, reason })
})

/** The campaign that has ordered it stops before anybody was told of it. What is announced goes on: its campaign cannot take it back. */
const CallOff = step({
  title: { zh: "随活动取消", en: "call off with its campaign" },
  from: ["Preparing"],
  to: ["Abandoned"],
  by: "world",
  input: { reason: Remark.Reason },
  evolve: ({ account, by, name }, { facts: { reason } }) => ({ _tag: "Abandoned", account, name, by, reason })
})

const Remind = stay({
  title: { zh: "提醒", en: "remind" },
  from: ["Preparing", "Freezing", "Drawing", "Drawn"],
  by: "clock",
  facts: { to: PersonId },
  decide: (_draw, _input, circumstances) => Result.succeed({ to: leadNow(circumstances) }),
  performs: { notify: (draw, { facts: { to } }, reading) => ({ to, message: Says.lies(draw, reading) }) }
})

/** A draw of prizes. */
export const PrizeDrawProcess = process({
  about: Says.about,
  promised: ({ name }) => ({
    zh: `「${name}」的奖品应如数送到中奖者手中`,
    en: `those who win “${name}” are owed their prizes`
  }),
  steps: {
    Announce,
    Prepared,
    Close,
    Froze,
    Begin,
    Drew,
    Delivered,
    Freed,
    TakeBack,
    NotBegun,
    Failed,
    Retry,
    Abandon,
    CallOff,
    Remind
  },
  final: ["Settled", "Abandoned"],
  deadlines: {
    end: deadline({
      title: { zh: "截止时间", en: "end" },
      while: ["Announced"],
      at: ({ announced }) => DateTime.toUtc(DateTime.makeUnsafe(announced.closes)),
      warnAt: 1,
      fires: "Close"
    }),
    draw: deadline({
      title: { zh: "开奖时间", en: "moment of the draw" },
      while: ["Frozen"],
      at: ({ announced }) => DateTime.toUtc(DateTime.makeUnsafe(announced.draws)),
      warnAt: 1,
      fires: "Begin"
    }),
    attention: deadline({
      title: { zh: "处理期限", en: "attention" },
      while: ["Preparing", "Freezing", "Drawing"],
      within: ({ attention }) => attention,
      warnAt: 1,
      fires: "Remind"
    }),
    settlement: deadline({
      title: { zh: "兑奖期限", en: "settlement" },
      while: ["Drawn"],
      within: ({ settlesWithin }) => settlesWithin,
      fires: "Remind"
    })
  },
  outcomes: {
    prepare: { done: "Prepared", refused: "Failed", unknown: "Failed" },
    freeze: { done: "Froze", refused: "Failed", unknown: "Failed" },
    draw: { done: "Drew", refused: "Failed", unknown: "Failed" },
    deliver: { refused: "NotBegun" }
  },
  sentBy: { CallOff: { zh: "活动停止时，由活动自己", en: "the campaign, when it stops" } },
  children: {
    deliver: {
      ends: { Delivered: "Delivered", Returned: "Freed", Unclaimed: "Freed", Declined: "Freed" },
      whenOver: "goOn"
    }
  },
  invariants: {
    "nobody has two prizes, and nobody in line has one": Awards.areOneEach,
    "no more of a prize is held and delivered than there is": Awards.areWithin
  }
})
