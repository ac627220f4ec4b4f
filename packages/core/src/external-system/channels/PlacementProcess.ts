/**
 * The rules of a placement, as one value. Its steps stand in the files beside it.
 *
 * @module
 */
import * as Bilingual from "../../finding/Bilingual.ts"
import * as Placement from "./Placement.ts"
import * as Asking from "./PlacementAsk.ts"
import * as End from "./PlacementEnd.ts"
import * as Watch from "./PlacementWatch.ts"

const { deadline, process } = Placement.placement
const { against: _, ...asking } = Asking
const { bare: __, notTheirs: ___, ...watching } = Watch

/** A link in a channel of the company's own. */
export const PlacementProcess = process({
  about: ({ named, where }) => {
    const { en, zh } = named ?? Bilingual.same("")
    return { zh: `${zh}${where}`, en: `${en} ${where}`.trim() }
  },
  promised: ({ askedBy, owner }, called) => ({
    zh: `${called(owner)} 应为 ${called(askedBy.person)} 投放`,
    en: `${called(owner)} places it for ${called(askedBy.person)}`
  }),
  awaits: (placement) =>
    placement._tag === "Asked" || placement._tag === "Granted" || placement._tag === "Missing" ? [placement.owner] : [],
  steps: { ...asking, ...watching, ...End },
  final: ["Removed", "Refused", "Withdrawn"],
  deadlines: {
    // One for each: a clock that runs over several states does not begin anew in the next.
    answer: deadline({
      title: { zh: "等待答复", en: "answer" },
      while: ["Asked"],
      within: ({ attention }) => attention,
      fires: "Remind"
    }),
    placing: deadline({
      title: { zh: "投放期限", en: "placing" },
      while: ["Granted"],
      within: ({ attention }) => attention,
      fires: "Remind"
    }),
    restoring: deadline({
      title: { zh: "恢复期限", en: "restoring" },
      while: ["Missing"],
      within: ({ attention }) => attention,
      fires: "Remind"
    }),
    look: deadline({
      title: { zh: "下次查看", en: "next look" },
      while: ["Placed", "Missing"],
      at: ({ next }) => next,
      warnAt: 1,
      fires: "Check"
    }),
    end: deadline({
      title: { zh: "到期", en: "end" },
      while: ["Granted", "Placed", "Missing"],
      at: ({ until }) => until,
      warnAt: 1,
      fires: "Expire"
    })
  },
  outcomes: {
    ask: { refused: "NotAsked" },
    look: { done: "Looked", refused: "NotLooked", unknown: "NotLooked" }
  },
  children: {
    ask: {
      ends: { Granted: "Granted", Refused: "Refused", Withdrawn: "WasWithdrawn" },
      whenOver: { stop: "Withdraw", orElse: "goOn" }
    }
  }
})
