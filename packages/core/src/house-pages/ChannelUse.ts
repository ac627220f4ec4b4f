/**
 * The company's own channels as they are used now: in which no link of the account stands, which links no open campaign and no post of these weeks needs, and which
 * are dead. A part of the page of both systems.
 *
 * @module
 */
import type * as Placement from "../external-system/channels/Placement.ts"
import { type Had, isHad } from "../external-system/channels/PlacementHad.ts"
import { PlacementProcess } from "../external-system/channels/PlacementProcess.ts"
import { whoIs } from "../handbook/Called.ts"
import * as Names from "../handbook/Names.ts"
import type * as Post from "../internal-system/content/Post.ts"
import { PostProcess } from "../internal-system/content/PostProcess.ts"
import type { Read } from "../operations/CaseSheets.ts"
import { type Inline, joined, type Section, type Text } from "../page/Page.ts"
import { tableSection } from "../page/Sections.ts"
import type * as Campaign from "../practices/campaigns/Campaign.ts"
import { CampaignProcess } from "../practices/campaigns/CampaignProcess.ts"
import type { Book } from "./Book.ts"
import type { Look } from "./HousePage.ts"

/** Each channel of the company's own, with the links that stand in it. */
export const section = ({ handbook }: Book, { cases, to }: Look): Section => {
  const time = Names.clockOf(handbook.timeZone)
  const linkTo = ({ case: { id }, process, sheet }: Read): Inline => ({
    link: sheet.about,
    to: to.case({ process: process.name, case: id })
  })
  const links = cases.flatMap((one) => {
    // A case of the process is in one of its states.
    const placement = one.process.name === PlacementProcess.name ? (one.case.state as Placement.State) : undefined
    return placement === undefined || !isHad(placement) ? [] : [{ one, placement }]
  })
  const rows = Object.entries(handbook.resources)
    .filter(([, { kind }]) => kind === "own channel")
    .flatMap(([id, { owner, title }]): ReadonlyArray<ReadonlyArray<Text>> => {
      const head = [{ strong: title }, whoIs(handbook, owner).name] as const
      const own = links.filter(({ placement }) => placement.channel === id)
      if (own.length === 0)
        return [[...head, "—", { badge: { zh: "没有投放", en: "no link in it" }, tone: "warn" }, "—"]]
      return own.map(({ one, placement }) => {
        const users = cases.filter((other) => needs(other, placement))
        return [
          ...head,
          linkTo(one),
          placement._tag === "Missing"
            ? [{ badge: { zh: "已失效", en: "dead" }, tone: "bad" as const }, time(placement.missedAt)]
            : one.sheet.state.title,
          users.length === 0
            ? { badge: { zh: "没有微博或活动在用", en: "used by no post or campaign" }, tone: "warn" as const }
            : joined(users.slice(0, 5).map(linkTo), "·")
        ]
      })
    })
  return tableSection(
    "channels",
    { zh: "自有渠道的使用", en: "Own channels in use" },
    [
      { zh: "渠道", en: "Channel" },
      { zh: "负责人", en: "Owner" },
      { zh: "链接", en: "Link" },
      { zh: "状态", en: "State" },
      { zh: "用在", en: "Used by" }
    ],
    rows
  )
}

/** Whether an open case needs a link: a campaign by the name that the link was asked for, a post by the link or the address behind it in its text. */
const needs = ({ case: { id, state }, process }: Read, placement: Had) => {
  // A case of a process is in one of its states.
  if (process.name === CampaignProcess.name)
    return placement.campaign === id || placement.campaign === (state as Campaign.State).name
  if (process.name !== PostProcess.name) return false
  const { content } = state as Post.State
  return content.text.includes(placement.link) || content.text.includes(placement.to)
}
