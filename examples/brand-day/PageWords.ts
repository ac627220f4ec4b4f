/**
 * The words and the picture of the day's page.
 *
 * @module
 */
import type { Bilingual, Post } from "@dualops/core"
import type { Outcome } from "./Day.ts"
import { timeOf } from "./Progress.ts"

/** Whether a post is out, waits for a person, or was taken back. */
export const kindOf = ({ _tag }: Post.State): "out" | "open" | "gone" =>
  _tag === "Published" ? "out" : _tag === "Withdrawn" ? "gone" : "open"

const states: Readonly<Record<Post.State["_tag"], Bilingual.Bilingual>> = {
  Draft: { zh: "草稿", en: "a draft" },
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
  Withdrawn: { zh: "已撤回", en: "withdrawn" }
}

/** What a state is called. */
export const stateName = ({ _tag }: Post.State): Bilingual.Bilingual => states[_tag]

const steps: Readonly<Record<string, Bilingual.Bilingual>> = {
  Edit: { zh: "修改", en: "edit" },
  Submit: { zh: "送审", en: "submit" },
  Approve: { zh: "通过", en: "approve" },
  RequestChanges: { zh: "要求修改", en: "ask for changes" },
  Schedule: { zh: "重新排期", en: "give it a slot" },
  Withdraw: { zh: "撤回", en: "withdraw" },
  Hold: { zh: "暂缓", en: "hold" },
  Release: { zh: "解除暂缓", en: "release" },
  Find: { zh: "确认已发出", en: "confirm that it is out" },
  GiveUp: { zh: "确认未发出", en: "confirm that it is not" }
}

/** What a step is called. */
export const stepName = (step: string): Bilingual.Bilingual => steps[step] ?? { zh: step, en: step }

/** The day from left to right, a mark for every slot. Holds no text but times. */
export const timeline = (posts: ReadonlyArray<Outcome>): string => {
  const slots = posts.map(({ state }) => state.slot.epochMilliseconds)
  const from = Math.min(...slots)
  const span = Math.max(...slots) - from || 1
  const marks = posts.map(({ state }, index) => {
    const x = 30 + ((state.slot.epochMilliseconds - from) / span) * 900
    const y = index % 2 === 0 ? 26 : 74
    return `<circle cx="${x}" cy="50" r="7" class="${kindOf(state)}"/><text x="${x}" y="${y}" text-anchor="middle">${timeOf(state.slot)}</text>`
  })
  return `<svg class="timeline" viewBox="0 0 960 96" role="img"><line x1="12" y1="50" x2="948" y2="50"/>${marks.join("")}</svg>`
}
