/**
 * All that is put into the story, with the reason. Nothing else is: every figure of the page is what comes of these, of the handbook, and of the processes.
 *
 * What differs between the two stories is no number, and stands in `Differences`.
 *
 * @module
 */
import type { Bilingual } from "@dualops/core"

/** A number that is put in, and why it is that one. */
export interface Assumption {
  readonly value: number
  readonly what: Bilingual.Bilingual
  readonly why: Bilingual.Bilingual
}

const of = (value: number, zh: string, en: string, whyZh: string, whyEn: string): Assumption => ({
  value,
  what: { zh, en },
  why: { zh: whyZh, en: whyEn }
})

/** What holds in both stories alike. */
export const assumptions = {
  fans: of(
    420,
    "注意到暗号的粉丝",
    "fans who notice a code",
    "两周内够看出中位数，又能几秒跑完。",
    "Enough for a median in two weeks, and few enough to run in seconds."
  ),
  inPosts: of(
    0.2,
    "其中要在微博里才找得到的",
    "of them, those who find one in a post only",
    "一成微博里的暗号发给关注者。",
    "The series has codes in posts, for whoever follows."
  ),
  follows: of(
    0.35,
    "关注账号的比例",
    "share who follow the account",
    "三百万会员里多数没有被告知过账号。",
    "Most of three million members were never told of the account."
  ),
  reads: of(
    0.6,
    "关注者读到预热的比例",
    "share of followers who read of it in a post",
    "时间线有算法，一周三条以上才有多数人看到。",
    "A timeline is sorted by others; after three posts most have seen one."
  ),
  selfEvident: of(
    0.25,
    "自己就看懂的比例",
    "share who understand a code by themselves",
    "海报只有一串暗号和品牌名。",
    "The poster has a code and the brand's name, and nothing else."
  ),
  asksWhereNamed: of(
    0.75,
    "海报写着账号时，到微博问的比例",
    "share who ask on Weibo where the artwork names the account",
    "写明了去哪里问。",
    "They read where to ask."
  ),
  asksUnnamed: of(
    0.4,
    "没写账号时，@品牌问的比例",
    "share who ask on Weibo where it does not",
    "拍照@品牌是年轻人的习惯。",
    "To photograph and name the brand is a habit of the young."
  ),
  callsUnnamed: of(
    0.3,
    "没写账号时，打客服电话的比例",
    "share who call customer service where it does not",
    "杯身印着客服电话。",
    "The number of customer service is printed on the cup."
  ),
  patience: of(
    40,
    "等答复的平均小时数",
    "hours that a fan waits for an answer, on average",
    "从六小时到三天不等。",
    "Between six hours and three days."
  ),
  givesUpToCall: of(
    0.45,
    "等不到答复改打客服电话的比例",
    "share of the unanswered who then call",
    "客服最怕的就是第二次来问的人。",
    "Whoever asks a second time asks somewhere else."
  ),
  givesUpToComplain: of(
    0.2,
    "等不到答复就投诉的比例",
    "share of the unanswered who complain",
    "其余的人只是算了。",
    "The others let it be."
  ),
  turnedAway: of(
    0.35,
    "不知情的店员不认暗号的比例",
    "share of tills that turn a code away where the shop was not briefed",
    "收银机认得，店员不认得。",
    "The till knows the code, and the person at it does not."
  ),
  complainsTurnedAway: of(
    0.4,
    "被拒绝后投诉的比例",
    "share of those turned away who complain",
    "当面被拒最伤人。",
    "To be turned away in person hurts most."
  ),
  ordinaryComplaints: of(
    18,
    "与暗号无关的投诉",
    "complaints that have nothing to do with codes",
    "每天一件多，两个故事里是同样的人、同样的话。",
    "A good one a day; the same people and words in both stories."
  ),
  forwardsForPrize: of(
    0.4,
    "知道有奖后晒图转发的比例",
    "share who forward a picture where they have read of a prize",
    "四成愿意为一个杯子发一张图。",
    "Four in ten post a picture for a cup."
  ),
  forwardsForFun: of(0.08, "不知道有奖也晒图的比例", "share who do it without", "总有人爱晒。", "Some always do."),
  answersPrepared: of(
    3,
    "按标准答复回一条的分钟数",
    "minutes for an answer that is prepared",
    "核对后发出。",
    "Read, fitted, said."
  ),
  answersByHand: of(
    8,
    "手写一条的分钟数",
    "minutes for an answer that is written by hand",
    "手册写的是六分钟一件，另加两分钟翻找。",
    "The handbook counts six, and two more go into looking it up."
  ),
  complaintMinutes: of(
    10,
    "受理一件投诉的分钟数",
    "minutes for a complaint",
    "回应并转客服。",
    "A word to the fan, and the department asked."
  ),
  deskMinutes: of(
    30,
    "值班人每小时能用于此的分钟数",
    "minutes of an hour that the desk has for it",
    "另一半给其他留言。",
    "The other half goes to everything else that fans write."
  ),
  departmentLoad: of(
    0.9,
    "部门已排满的工时比例",
    "share of a department's hours that dated work takes",
    "有期限的先做，没有期限的等空档；自己活动的两周里，市场部几乎排满。",
    "What has a date is done first, and what has none waits for a gap; in the weeks of its own campaign marketing is nearly full."
  ),
  callMinutes: of(
    60,
    "部门答一件事的分钟数",
    "minutes that a department needs for one thing asked",
    "查清并说清。",
    "To look it up and say it."
  ),
  procurement: of(
    8,
    "奖品采购的工作日",
    "working days until prizes are there",
    "供应商的交期。",
    "The supplier's time."
  ),
  serviceTickets: of(
    24,
    "客服每天来自电话和门店的工单",
    "tickets a day at customer service from elsewhere",
    "每半小时办一件，一天二十六件：刚好够。",
    "One is solved each half hour, 26 a day: just enough."
  ),
  serviceBacklog: of(
    40,
    "活动前客服积压",
    "tickets that wait there beforehand",
    "一天半的量。",
    "A day and a half of work."
  ),
  cups: of(
    40,
    "奖品份数",
    "prizes",
    "每份一百五十元，共六千元，在手册上限之内。",
    "150 yuan each, 6,000 together, within the handbook's limit."
  ),
  claims: of(
    0.95,
    "中奖当天被告知时来领的比例",
    "share of winners who claim where they are told soon after they took part",
    "刚晒过图的人还记得。",
    "Whoever has just posted a picture remembers."
  ),
  forgets: of(
    0.02,
    "每晚一天，来领的人再少这个比例",
    "share lost for each day that lies between",
    "热度一天天过去。",
    "Interest goes, day by day."
  ),
  comesBack: of(
    0.06,
    "寄出后退回的比例",
    "share of parcels that come back",
    "地址写错或无人签收。",
    "A wrong address, or nobody at home."
  )
} as const
