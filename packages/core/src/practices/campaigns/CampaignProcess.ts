/**
 * The campaign, whole: its steps stand in the files beside it.
 *
 * @module
 */
import { same } from "../../finding/Bilingual.ts"
import { always } from "../../process/Allowance.ts"
import * as Campaign from "./Campaign.ts"
import * as Asking from "./CampaignAsking.ts"
import * as Idea from "./CampaignIdea.ts"
import * as Run from "./CampaignRun.ts"

const { deadline, process } = Campaign.campaign

/** A campaign, from an idea to the review of what it brought. */
export const CampaignProcess = process({
  about: ({ name }) => same(name),
  awaits: (campaign) => (campaign._tag === "ToRevise" || campaign._tag === "Reporting" ? [campaign.author.person] : []),
  steps: { ...Idea, ...Asking, ...Run },
  final: ["Over", "Stopped"],
  deadlines: {
    attention: deadline({
      title: { zh: "处理期限", en: "attention" },
      while: ["Proposed", "Briefed", "ToRevise", "Reviewing"],
      within: ({ attention }) => attention,
      fires: "Remind"
    }),
    reserving: deadline({
      title: { zh: "预留期限", en: "reservation" },
      while: ["Reserving"],
      within: () => always("1 hour"),
      warnAt: 1,
      fires: "Remind"
    }),
    answers: deadline({
      title: { zh: "资源到位", en: "everything given" },
      while: ["Asking"],
      at: ({ brief: { from, warmUp = from } }) => warmUp,
      fires: "Decide"
    }),
    warmUp: deadline({
      title: { zh: "预热开始", en: "warm-up" },
      while: ["Ready"],
      at: ({ brief: { warmUp } }) => warmUp,
      warnAt: 1,
      fires: "WarmUp"
    }),
    start: deadline({
      title: { zh: "上线", en: "start" },
      while: ["Ready", "WarmingUp"],
      at: ({ brief: { from } }) => from,
      warnAt: 1,
      fires: "GoLive"
    }),
    end: deadline({
      title: { zh: "结束", en: "end" },
      while: ["Live"],
      at: ({ brief: { until } }) => until,
      warnAt: 1,
      fires: "Close"
    }),
    report: deadline({
      title: { zh: "活动报告", en: "report" },
      while: ["Reporting"],
      within: ({ report }) => report,
      fires: "Remind"
    })
  },
  outcomes: {
    reserve: { done: "Reserved", refused: "NotReserved" },
    ask: { refused: "NotAsked" },
    post: { refused: "NotWritten" },
    report: { refused: "NotReported" }
  },
  children: {
    // A report goes its own way to its readers.
    report: { ends: { Sent: null, LeftOut: null }, whenOver: "goOn" },
    ask: {
      ends: { Granted: "Granted", Refused: "Refused", Withdrawn: "Withdrawn" },
      whenOver: { stop: "Withdraw" }
    },
    post: {
      // What becomes of a post is told by the post.
      ends: { Archived: null, TakenDown: null, Withdrawn: null },
      whenOver: { stop: "Withdraw", told: { reason: "活动已结束 / the campaign is over" }, orElse: "goOn" }
    }
  },
  separate: [["WriteBrief", "Approve"]],
  invariants: {
    "nothing is live without what it must have": (campaign) =>
      !("given" in campaign) ||
      campaign._tag === "Asking" ||
      campaign.brief.needs.every(
        ({ must, need, resource }) =>
          !must || campaign.given.some((one) => one.resource === resource && one.need === need)
      ),
    "no campaign spends more than it has": (campaign) =>
      !("spent" in campaign) || Campaign.spentBy(campaign) <= campaign.brief.budget
  }
})
