/**
 * What fans meet: it is read from the cases and from the platform, and from nothing else.
 *
 * @module
 */
import { MemoryPublisher } from "@dualops/adapter-memory"
import { Operations } from "@dualops/core"
import { CampaignProcess } from "@dualops/core/practices"
import { Case } from "@dualops/core/process"
import { Effect } from "effect"

/** The cases that people begin by hand; a campaign orders its draw and its codes by itself. */
export const cases = {
  notice: Case.CaseId.make("notice of the codes"),
  campaign: Case.CaseId.make("mysterious codes"),
  inPosts: Case.CaseId.make("codes in posts"),
  /** Where no campaign has ordered them: the codes in advertisements, … */
  series: Case.CaseId.make("codes of november"),
  /** … and the draw. */
  draw: Case.CaseId.make("forty cups")
}

/** What the campaign asks the company for. */
export const needs = {
  prizes: "四十个杯子，十月底入库",
  adverts: "广告稿右下角写上“暗号怎么用，问 @星河茶饮”",
  shops: "店员知道暗号怎么收",
  service: "客服知道暗号怎么答"
}

/** What fans meet now. */
export interface Circumstances {
  /** Whether the artwork names the account. */
  readonly isNamed: boolean
  readonly areShopsBriefed: boolean
  readonly isServiceBriefed: boolean
  /** How many posts about the codes are out, … */
  readonly posts: number
  /** … and whether one of them tells of prizes. */
  readonly tellsOfPrizes: boolean
}

/** How it stands. */
export const now = Effect.gen(function* () {
  const campaign = yield* Effect.orDie(Operations.load(CampaignProcess, cases.campaign))
  const given = campaign !== undefined && "given" in campaign.state ? campaign.state.given.map(({ need }) => need) : []
  const posts = yield* MemoryPublisher.Platform.use((platform) => platform.posts)
  const about = posts.filter(({ text }) => text.includes("暗号"))
  return {
    isNamed: given.includes(needs.adverts),
    areShopsBriefed: given.includes(needs.shops),
    isServiceBriefed: given.includes(needs.service),
    posts: about.length,
    tellsOfPrizes: about.some(({ text }) => text.includes("晒图"))
  } satisfies Circumstances
})
