/**
 * Why a post is not out, for whoever has to decide about it. Found from where the post stands, so every start says the same.
 *
 * @module
 */
import type { Bilingual } from "@dualops/core"
import { type Post, Screening } from "@dualops/core/content"
import { type Handbook, Settings } from "@dualops/core/handbook"
import type { DateTime } from "effect"

/** A reason, and the words of the post that it is about, if there are any. */
export interface Reason {
  readonly evidence: string
  readonly said: Bilingual.Bilingual
}

/** The reasons of a post: what the content rules have at a moment against a text that nobody let pass, or else what its state says. */
export const of = (handbook: Handbook.Handbook, state: Post.State, at: DateTime.Utc): ReadonlyArray<Reason> => {
  const { rules } = Settings.ofPosts(handbook)
  const findings = wasSentBack(state) ? Screening.of(rules).screen(state.content, at) : []
  const reasons = findings
    .filter(({ severity }) => severity !== "note")
    .map(({ evidence, fix, message }) => ({
      evidence,
      said: { zh: `${message.zh}${fix.zh}`, en: `${message.en} ${fix.en}` }
    }))
  return reasons.length > 0 ? reasons : saidBy(state).map((said) => ({ evidence: "", said }))
}

/** Whether its text went no further than the content rules, or than a reviewer who keeps to them. */
const wasSentBack = (state: Post.State): boolean =>
  ["Draft", "ChangesRequested"].includes(state._tag === "Missed" ? state.was : state._tag)

const saidBy = (state: Post.State): ReadonlyArray<Bilingual.Bilingual> => {
  switch (state._tag) {
    case "Failed":
      return [asWritten(`${state.code}: ${state.detail}`)]
    case "Missed":
      return [{ zh: notReady.get(state.was) ?? state.detail, en: state.detail }]
    case "Unconfirmed":
      return [asWritten(state.detail)]
    case "OnHold":
      return [asWritten(state.reason)]
    case "ChangesRequested":
      return [asWritten(state.note)]
    default:
      return []
  }
}

const asWritten = (text: string): Bilingual.Bilingual => ({ zh: text, en: text })

const notReady = new Map([
  ["Draft", "没有人送审"],
  ["InReview", "审核通过的人数不够"],
  ["Approved", "没有人排期"]
])
