/**
 * The campaign, whole: its steps stand in the files beside it.
 *
 * @module
 */
import { same } from "../../finding/Bilingual.ts"
import { always } from "../../process/Allowance.ts"
import { codesOf, drawsOf } from "./Brief.ts"
import * as Campaign from "./Campaign.ts"
import * as Asking from "./CampaignAsking.ts"
import { isOpen, isThere } from "./CampaignChild.ts"
import * as Hearing from "./CampaignHearing.ts"
import * as Idea from "./CampaignIdea.ts"
import * as Run from "./CampaignRun.ts"

const { deadline, process } = Campaign.campaign

/** A campaign, from an idea to the review of what it brought. */
export const CampaignProcess = process({
  about: ({ name }) => same(name),
  awaits: (campaign) => (campaign._tag === "ToRevise" || campaign._tag === "Reporting" ? [campaign.author.person] : []),
  steps: { ...Idea, ...Asking, ...Hearing, ...Run },
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
    preparation: deadline({
      title: { zh: "抽奖和暗号到位", en: "draws and codes there" },
      while: ["Preparing"],
      at: ({ brief: { from } }) => from,
      fires: "Decide"
    }),
    settling: deadline({
      title: { zh: "了结期限", en: "settlement" },
      while: ["WindingUp"],
      within: ({ attention, draws }) => draws?.settlesWithin ?? attention,
      warnAt: 1,
      fires: "Remind"
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
    draw: { refused: "NotBegun" },
    codes: { refused: "NotBegun" },
    callOffDraw: { refused: "NotCalledOff" },
    callOffCodes: { refused: "NotCalledOff" },
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
    // A campaign is over only when they are; what may be called off is called off when it stops.
    draw: {
      passes: { Announced: "Came", Drawn: "Came" },
      ends: { Settled: "Ended", Abandoned: "Ended" },
      whenOver: "goOn"
    },
    codes: {
      passes: { Issued: "Came", Running: "Came" },
      ends: { Ended: "Ended", Stopped: "Ended", Discarded: "Ended" },
      whenOver: "goOn"
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
    "nothing begins without the draws and codes of its brief": (campaign) =>
      (campaign._tag !== "Ready" && campaign._tag !== "WarmingUp") ||
      [...drawsOf(campaign.brief), ...codesOf(campaign.brief)].every(({ name }) =>
        campaign.children.some((one) => one.name === name && isThere(one))
      ),
    "nothing is reported before its prizes are delivered or back": (campaign) =>
      (campaign._tag !== "Reporting" && campaign._tag !== "Reviewing" && campaign._tag !== "Over") ||
      !campaign.children.some(isOpen),
    "no campaign spends more than it has, its prizes among it": (campaign) =>
      !("spent" in campaign) || Campaign.usedBy(campaign) <= campaign.brief.budget
  }
})
