/**
 * What people call states, steps, times and intervals; what is not listed is called by its own name.
 *
 * @module
 */
import { Duration } from "effect"
import type { Cadence, Per } from "../calendar/Cadence.ts"
import type { Moment } from "../calendar/Moment.ts"
import { inWords } from "../calendar/TimeSpan.ts"
import * as WallClock from "../calendar/WallClock.ts"
import type { Bilingual } from "../finding/Bilingual.ts"
import type { Allowance } from "../process/Allowance.ts"

const states: Readonly<Record<string, Bilingual>> = {
  Draft: { zh: "草稿", en: "draft" },
  InReview: { zh: "审核中", en: "in review" },
  ChangesRequested: { zh: "要求修改", en: "to be changed" },
  Approved: { zh: "已通过", en: "approved" },
  Scheduled: { zh: "已排期", en: "scheduled" },
  Publishing: { zh: "发布中", en: "on its way" },
  Published: { zh: "已发布", en: "out" },
  Unconfirmed: { zh: "结果不明", en: "of unknown outcome" },
  Failed: { zh: "未发出", en: "not out" },
  Missed: { zh: "错过时间", en: "missed its slot" },
  OnHold: { zh: "暂缓", en: "on hold" },
  TakingDown: { zh: "删除中", en: "being taken down" },
  MaybeGone: { zh: "是否已删除不明", en: "perhaps gone" },
  StillOut: { zh: "仍未删除", en: "still out" },
  TakenDown: { zh: "已删除", en: "taken down" },
  Archived: { zh: "已归档", en: "archived" },
  Wanted: { zh: "待重新授权", en: "to be renewed" },
  Renewing: { zh: "授权中", en: "being renewed" },
  Renewed: { zh: "已重新授权", en: "renewed" },
  Settled: { zh: "已了结", en: "settled" },
  Withdrawn: { zh: "已撤回", en: "withdrawn" },
  Asked: { zh: "已提出", en: "asked" },
  Escalated: { zh: "已上报", en: "escalated" },
  Granted: { zh: "已同意", en: "granted" },
  Refused: { zh: "已拒绝", en: "refused" },
  Taken: { zh: "代管中", en: "taken over" },
  HandedBack: { zh: "已交还", en: "handed back" },
  Prepared: { zh: "待确认", en: "to be acknowledged" },
  Acknowledged: { zh: "已确认", en: "acknowledged" },
  Lapsed: { zh: "已过期", en: "lapsed" },
  Open: { zh: "待处理", en: "open" },
  Unclaimed: { zh: "无人认领", en: "taken in by no case" }
}

const steps: Readonly<Record<string, Bilingual>> = {
  Edit: { zh: "修改", en: "edit" },
  Submit: { zh: "送审", en: "submit" },
  Approve: { zh: "通过", en: "approve" },
  RequestChanges: { zh: "要求修改", en: "ask for changes" },
  Schedule: { zh: "排期", en: "schedule" },
  Withdraw: { zh: "撤回", en: "withdraw" },
  Hold: { zh: "暂缓", en: "hold" },
  Release: { zh: "解除暂缓", en: "release" },
  Find: { zh: "确认已发出", en: "confirm that it is out" },
  GiveUp: { zh: "确认未发出", en: "confirm that it is not out" },
  TakeDown: { zh: "删除", en: "take down" },
  FindGone: { zh: "确认已删除", en: "confirm that it is gone" },
  LeaveOut: { zh: "保留", en: "leave it out" },
  TakeOn: { zh: "着手授权", en: "take on" },
  Settle: { zh: "了结", en: "settle" },
  Grant: { zh: "同意", en: "grant" },
  Refuse: { zh: "拒绝", en: "refuse" },
  MissSlot: { zh: "错过时间", en: "miss its slot" },
  HandBack: { zh: "交还", en: "hand back" },
  Acknowledge: { zh: "确认", en: "acknowledge" },
  Compose: { zh: "写稿", en: "compose" },
  Publish: { zh: "发布", en: "publish" },
  Confirm: { zh: "确认发出", en: "confirm" },
  LoseSight: { zh: "结果不明", en: "lose sight" },
  Fail: { zh: "未发出", en: "fail" }
}

const processes: Readonly<Record<string, Bilingual>> = {
  Post: { zh: "微博", en: "Post" },
  ResourceRequest: { zh: "资源请求", en: "Request" },
  Takeover: { zh: "紧急接手", en: "Takeover" },
  HandOver: { zh: "交接", en: "Hand-over" },
  Renewal: { zh: "重新授权", en: "Renewal" },
  Stray: { zh: "无主结果", en: "Stray outcome" },
  Notice: { zh: "通知", en: "Notice" },
  Complaint: { zh: "投诉", en: "Complaint" }
}

const looked = (names: Readonly<Record<string, Bilingual>>) => {
  const known = new Map(Object.entries(names))
  return (name: string): Bilingual => known.get(name) ?? { zh: name, en: name }
}

/** What a state is called. */
export const stateName: (state: string) => Bilingual = looked(states)
/** What a step is called. */
export const stepName: (step: string) => Bilingual = looked(steps)
/** What a process is called. */
export const processName: (process: string) => Bilingual = looked(processes)

/** How moments are written on the wall of a time zone: 09-18 22:40. */
export const clockOf = (timeZone: string): ((moment: Moment) => string) => {
  const wall = WallClock.make(timeZone)
  return ({ epochMilliseconds }) =>
    new Date(wall.wallAt(epochMilliseconds)).toISOString().slice(5, 16).replace("T", " ")
}

const per: Readonly<Record<Per, Bilingual>> = {
  day: { zh: "每天", en: "a day" },
  week: { zh: "每周", en: "a week" },
  month: { zh: "每月", en: "a month" },
  quarter: { zh: "每季度", en: "a quarter" },
  year: { zh: "每年", en: "a year" }
}

/** How often a duty is done. */
export const cadenceName = (cadence: Cadence): Bilingual => {
  if (cadence === "always") return { zh: "随时", en: "all the time" }
  if (cadence === "on demand") return { zh: "有事即办", en: "on demand" }
  return { zh: `${per[cadence.per].zh} ${cadence.times} 次`, en: `${times(cadence.times)} ${per[cadence.per].en}` }
}

const times = (count: number): string => (count === 1 ? "once" : count === 2 ? "twice" : `${count} times`)

/** A time and the calendar that it counts on. */
export const allowanceName = ({ calendar, time }: Allowance): Bilingual =>
  calendar === "always"
    ? { zh: spanName(time).zh, en: spanName(time).en }
    : { zh: `${spanName(time).zh}（按「${calendar}」日历）`, en: `${spanName(time).en} (${calendar} calendar)` }

/** A length of time. */
export const spanName = (span: Duration.Duration): Bilingual => {
  const en = inWords(span)
  const minutes = Duration.toMinutes(span)
  const zh =
    minutes % 1440 === 0
      ? `${minutes / 1440} 天`
      : minutes % 60 === 0
        ? `${minutes / 60} 小时`
        : Number.isInteger(minutes)
          ? `${minutes} 分钟`
          : `${Duration.toSeconds(span)} 秒`
  return { zh, en }
}
