/**
 * What the handbook says of the account, and of how it speaks.
 *
 * @module
 */
import type { Bilingual } from "../../finding/Bilingual.ts"
import type { Handbook } from "../../handbook/Handbook.ts"
import type { Section } from "../../page/Page.ts"
import { factsOf, groupOf, listOf } from "../../page/Sections.ts"
import { styleBlocks } from "../../page/StyleBlocks.ts"

/** The account, whom it speaks to, and how. */
export const positioning = ({ account, positioning: { audience, never, style }, timeZone }: Handbook): Section => ({
  id: "account",
  title: { zh: "账号与口吻", en: "The account, and how it speaks" },
  blocks: [
    ...factsOf([
      [{ zh: "账号", en: "Account" }, [account.name, { code: account.id }]],
      [{ zh: "发布接口", en: "Way to publish" }, routes[account.route]],
      [
        { zh: "安全域名", en: "Safe domains" },
        account.safeDomains.length === 0 ? { zh: "无", en: "none" } : account.safeDomains.map((code) => ({ code }))
      ],
      [{ zh: "时区", en: "Time zone" }, { code: timeZone }]
    ]),
    ...groupOf({ zh: "写给谁", en: "Whom it speaks to" }, listOf(audience)),
    ...groupOf({ zh: "不做什么", en: "What it does not do" }, listOf(never)),
    ...groupOf({ zh: "口吻与用语", en: "How it speaks" }, styleBlocks(style, undefined))
  ]
})

const routes: Readonly<Record<Handbook["account"]["route"], Bilingual>> = {
  share: { zh: "分享接口", en: "share" },
  update: { zh: "普通接口", en: "update" },
  upload: { zh: "图文接口", en: "upload" },
  business: { zh: "商业接口", en: "business" }
}
