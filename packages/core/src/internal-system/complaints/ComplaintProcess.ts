/**
 * The complaint, whole: its steps stand in the files beside it.
 *
 * Nothing is closed of which the fan has not been told, and whatever the fan writes opens it again, until a stated time has passed in silence.
 *
 * @module
 */
import { same } from "../../finding/Bilingual.ts"
import * as Ladder from "../interaction/Ladder.ts"
import * as Complaint from "./Complaint.ts"
import * as Departments from "./ComplaintDepartments.ts"
import * as End from "./ComplaintEnd.ts"
import * as Intake from "./ComplaintIntake.ts"
import { AskInPublic, TellElsewhere } from "./ComplaintOutOfReach.ts"
import * as Saying from "./ComplaintSaying.ts"
import { AskHowItWas, DoNotAsk, NotAsked, Rate } from "./ComplaintSurvey.ts"

const { deadline, process } = Complaint.complaint

const triage = { zh: "分拣：同一粉丝的新留言", en: "triage, for what the same fan writes" }
/** What becomes of the question is the matter of the answer that sends it. */
const unheard = { Answered: null, PassedOn: null, Left: null }

/** A fan's complaint. */
export const ComplaintProcess = process({
  about: ({ interaction }) => same(interaction.text),
  promised: ({ interaction: { from } }) => ({
    zh: `应为粉丝 ${from.name ?? from.id} 解决问题`,
    en: `${from.name ?? from.id} is owed a solution`
  }),
  steps: {
    ...Intake,
    ...Saying,
    ...Departments,
    ...End,
    AskInPublic,
    TellElsewhere,
    AskHowItWas,
    DoNotAsk,
    NotAsked,
    Rate
  },
  final: ["Done", "Dismissed"],
  deadlines: {
    answer: deadline({
      title: { zh: "回应承诺", en: "answer" },
      while: ["Open", "Replying", "Asking", "Telling", "Answering"],
      within: ({ answers }) => Ladder.rungs(answers),
      warnAt: ({ answers }) => Ladder.warning(answers),
      fires: "Escalate"
    }),
    solution: deadline({
      title: { zh: "解决承诺", en: "solution" },
      while: ["Open", "InHand", "Replying", "Asking", "Telling"],
      // What was used stays used: a solution that does not satisfy comes out of the same time.
      pausedIn: ["WaitingForFan", "Proposed", "Closed", "Asked"],
      within: (settings, state) => Ladder.rungs(Complaint.solutionOf(settings, state)),
      warnAt: (settings, state) => Ladder.warning(Complaint.solutionOf(settings, state)),
      fires: "Escalate"
    }),
    fan: deadline({
      title: { zh: "等待粉丝", en: "wait for the fan" },
      while: ["WaitingForFan"],
      within: ({ fanReplies }) => fanReplies,
      warnAt: 1,
      fires: "FanSilent"
    }),
    silence: deadline({
      title: { zh: "异议期", en: "time to object" },
      while: ["Proposed"],
      within: ({ silence }) => silence,
      warnAt: 1,
      fires: "NoObjection"
    }),
    survey: deadline({
      title: { zh: "询问满意度", en: "time to ask how it was" },
      while: ["Closed"],
      at: ({ askAt }) => askAt,
      fires: "AskHowItWas"
    }),
    forGood: deadline({
      title: { zh: "了结", en: "end for good" },
      while: ["Closed", "Asked"],
      within: ({ silence }) => silence,
      warnAt: 1,
      fires: "Finish"
    })
  },
  outcomes: {
    reply: { refused: "NotSayable" },
    replyInPrivate: { refused: "NotSayable" },
    answerInPrivate: { refused: "NotSayable" },
    refer: { refused: "NotReferred" },
    answer: { refused: "NotSayable" },
    survey: { refused: "NotAsked" },
    surveyInPrivate: { refused: "NotAsked" }
  },
  sentBy: { FanWrites: triage, Rate: triage },
  children: {
    reply: {
      ends: { Answered: "Said", Hidden: "NotSaid", PassedOn: "NotSaid", Left: "NotSaid" },
      whenOver: "goOn"
    },
    replyInPrivate: {
      ends: { Answered: "Said", OutOfReach: "NotInTime", PassedOn: "NotSaid", Left: "NotSaid" },
      whenOver: "goOn"
    },
    refer: {
      ends: { Reported: "Reported", Refused: "NotTaken", Withdrawn: null },
      whenOver: { stop: "Withdraw" }
    },
    answer: {
      // Somebody has found that words cannot settle it: then it is a complaint.
      ends: { Answered: "Handled", Hidden: "Handled", PassedOn: "NotSaid", Left: "Handled" },
      whenOver: "goOn"
    },
    survey: { ends: { ...unheard, Hidden: null }, whenOver: "goOn" },
    surveyInPrivate: { ends: { ...unheard, OutOfReach: null }, whenOver: "goOn" },
    answerInPrivate: {
      ends: { Answered: "Handled", OutOfReach: "NotInTime", PassedOn: "NotSaid", Left: "Handled" },
      whenOver: "goOn"
    }
  }
})
