/**
 * What a campaign does that stops: what nobody was told of is called off, and whoever runs it reads what goes on, because the public was told.
 *
 * What was announced may not be changed (规范促销行为暂行规定, article 13), and a code that was issued may be in somebody's hand. So no campaign takes back either: a person
 * may, by a step of the draw or the series itself, with a reason, and says so where it was announced.
 *
 * @module
 */
import { same } from "../../finding/Bilingual.ts"
import * as Campaign from "./Campaign.ts"
import { type Child, isOpen, isThere } from "./CampaignChild.ts"

const calledOff = (state: Campaign.State, { version }: { readonly version: number }, kind: Child["kind"]) => {
  if (state._tag !== "WindingUp" || state.stop?.by !== version) return []
  const { children, stop } = state
  return children
    .filter((one) => one.kind === kind && one.stands === "ordered")
    .map((one) => ({ case: one.case, reason: stop.reason.zh }))
}

/** What whoever runs it reads where it stops. */
export const telling = (state: Campaign.State, { version }: { readonly version: number }) => {
  if (state._tag === "Stopped") {
    const { name, proposedBy, reason } = state
    return {
      to: proposedBy,
      message: { zh: `「${name}」已停止：${reason.zh}`, en: `“${name}” has stopped: ${reason.en}` }
    }
  }
  if (state._tag !== "WindingUp" || state.stop?.by !== version) return undefined
  const { author, name, stop } = state
  const all = state.children.filter((one) => isOpen(one) && isThere(one)).map((one) => one.name)
  const goOn = same(all.join("、"))
  return {
    to: author.person,
    message: {
      zh: `「${name}」停止：${stop.reason.zh}。${all.length > 0 ? `已经公布或发放的照常进行：${goOn.zh}。如须取消，请在该事项里写明理由并公开说明。` : ""}`,
      en: `“${name}” stops: ${stop.reason.en}.${all.length > 0 ? ` What was announced or issued goes on: ${all.join(", ")}. Whoever has to end one of these does so there, with a reason, and says so in public.` : ""}`
    }
  }
}

/** What a step asks for that may stop a campaign. */
export const ends = {
  settle: Campaign.settling,
  notify: telling,
  callOffDraw: (state: Campaign.State, event: { readonly version: number }) =>
    calledOff(state, event, "draw").map(({ case: id, reason }) => ({ case: id, input: { reason } })),
  callOffCodes: (state: Campaign.State, event: { readonly version: number }) =>
    calledOff(state, event, "codes").map(({ case: id }) => ({ case: id, input: {} }))
}
