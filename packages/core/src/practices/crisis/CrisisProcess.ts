/**
 * The crisis, whole: its steps stand in the files beside it, and here what it holds from its declaration until it is stood down.
 *
 * @module
 */
import { kind as accountKind } from "../../account/AccountId.ts"
import * as Tag from "../../account/Tag.ts"
import * as ContentMix from "../../internal-system/content/ContentMix.ts"
import { answerable } from "../../process/Actor.ts"
import * as Standing from "../../process/Standing.ts"
import * as GoingOut from "../embargo/GoingOut.ts"
import * as Crisis from "./Crisis.ts"
import * as Course from "./CrisisCourse.ts"
import * as Declaring from "./CrisisDeclaring.ts"
import * as Messages from "./CrisisMessages.ts"
import * as Review from "./CrisisReview.ts"
import * as Speaking from "./CrisisSpeaking.ts"

const { deadline, process } = Crisis.crisis

const ofAccount = ({ account }: Crisis.Lasting) => Tag.of(accountKind, account)
const heldBy = ({ voice }: Crisis.Lasting) => voice

// #region standing
/** Posts of the categories that go on, and those of its own statements: one that did not come out may be published by hand. */
const goesOn = ({ level, statements }: Crisis.Lasting) => [
  ...(level.goesOn ?? []).map(ContentMix.tagOf),
  ...statements.map(({ post }) => Standing.ofCase(post))
]

/** Nothing goes out, whoever asks; only the voice answers, where the level says so, and what is on its way goes on. The voice of an account is whoever was named last. */
const holds: ReadonlyArray<Standing.Suspends<Crisis.Lasting>> = [
  ...GoingOut.suspended(GoingOut.unasked, { of: ofAccount, notOf: goesOn, heldBy }),
  ...GoingOut.suspended(GoingOut.answers, {
    of: (crisis: Crisis.Lasting) => (crisis.level.closesAnswers === true ? ofAccount(crisis) : undefined),
    except: ({ voice }) => [voice],
    since: ({ voiceSince }) => voiceSince,
    heldBy,
    sparesAsked: true
  })
]
// #endregion

/** A crisis, from its declaration to what was learnt of it. */
export const CrisisProcess = process({
  about: Messages.about,
  awaits: (crisis) => (crisis._tag === "Silent" && !Crisis.isOnItsWay(crisis) ? [crisis.voice] : []),
  steps: { ...Declaring, ...Speaking, ...Course, ...Review },
  final: ["Over"],
  deadlines: {
    statement: deadline({
      title: { zh: "发声期限", en: "statement" },
      while: ["Silent", "Drafted"],
      within: (_, { level }) => level.statement,
      warnAt: 1,
      fires: "Press"
    }),
    figures: deadline({
      title: { zh: "数据上报", en: "figures" },
      while: Crisis.lasts,
      at: ({ nextFigures }) => nextFigures,
      warnAt: 1,
      fires: "MissFigures"
    }),
    review: deadline({
      title: { zh: "复盘期限", en: "review" },
      while: ["Reviewing"],
      within: ({ review }) => review,
      fires: "Remind"
    })
  },
  outcomes: { post: { refused: "NotOut" }, problem: { refused: "NotRaised" } },
  children: {
    // What becomes of a statement after it is out is told by the post, of a lesson by the problem.
    post: {
      passes: { Published: "StatementOut" },
      ends: { Archived: null, TakenDown: null, Withdrawn: "GivenUp" },
      whenOver: "goOn"
    },
    problem: { ends: { Solved: null, Declined: null, Settled: null }, whenOver: "goOn" }
  },
  separate: [["Draft", "Approve"]],
  standing: { Silent: holds, Drafted: holds, Speaking: holds },
  invariants: {
    "whoever approves a statement has not written it": ({ statements }) =>
      statements.every(({ approvedBy, authors }) => !authors.some((one) => answerable(approvedBy).includes(one))),
    "the voice is told first": ({ chain, voice }) => chain[0] === voice,
    "it speaks only after something is out": (crisis) =>
      crisis._tag === "Silent"
        ? !crisis.statements.some(Crisis.isOut)
        : crisis._tag !== "Speaking" || crisis.statements.some(Crisis.isOut)
  }
})
