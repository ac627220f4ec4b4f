/**
 * The rules of an idea, as one value: it is judged in time, never lies on a heap, and whoever proposed it hears what became of it. Its steps stand in the files beside it.
 *
 * @module
 */
import * as Bilingual from "../../finding/Bilingual.ts"
import * as Ladder from "../../internal-system/interaction/Ladder.ts"
import * as Idea from "./Idea.ts"
import * as Judging from "./IdeaJudging.ts"
import * as Waiting from "./IdeaWaiting.ts"
import * as Writing from "./IdeaWriting.ts"

const { deadline, process } = Idea.idea

/** An idea for a post. */
export const IdeaProcess = process({
  about: ({ idea }) => Bilingual.same(idea),
  awaits: (idea) => (idea._tag === "AskedBack" ? [idea.by] : []),
  steps: { ...Judging, ...Writing, ...Waiting },
  final: ["Became", "Declined", "Withdrawn", "Lapsed"],
  deadlines: {
    judging: deadline({
      title: { zh: "评审期限", en: "judging" },
      while: ["Proposed", "Missed"],
      within: ({ hot, judgedWithin }, idea) => (idea.hot ? hot.judgedWithin : judgedWithin),
      fires: "Remind"
    }),
    answering: deadline({
      title: { zh: "补充期限", en: "answering" },
      while: ["AskedBack"],
      within: ({ answeredWithin, hot }, idea) => (idea.hot ? hot.judgedWithin : answeredWithin),
      fires: "Remind"
    }),
    writing: deadline({
      title: { zh: "成稿期限", en: "writing" },
      while: ["Accepted", "Becoming"],
      within: ({ hot, writtenWithin }, idea) => (idea.hot ? hot.writtenWithin : writtenWithin),
      fires: "Remind"
    }),
    slot: deadline({
      title: { zh: "发布时间", en: "slot" },
      while: ["Accepted"],
      at: ({ slot }) => slot,
      fires: "MissSlot"
    }),
    whole: deadline({
      title: { zh: "热点全程", en: "hot topic" },
      while: ["Proposed", "AskedBack", "Accepted", "Missed", "Becoming"],
      within: ({ hot }, idea) => (idea.hot && hot.whole ? Ladder.rungs(hot.whole) : undefined),
      warnAt: ({ hot }) => (hot.whole === undefined ? 1 : Ladder.warning(hot.whole)),
      fires: "Hasten"
    }),
    end: deadline({
      title: { zh: "时效", en: "end" },
      while: ["Proposed", "AskedBack", "Accepted", "Missed"],
      at: ({ ends }) => ends,
      fires: "Lapse"
    })
  },
  outcomes: { compose: { done: "Begin", refused: "NotBegun" } },
  children: { compose: { ends: { Archived: null, TakenDown: null, Withdrawn: null }, whenOver: "goOn" } }
})
