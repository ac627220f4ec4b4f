/**
 * The mark 广告, by which readers can tell that a post was paid for.
 *
 * Source: 互联网广告管理办法 (in force from 1 May 2023), Art. 9: an advertisement is to be told apart, and what recommends goods or services and has a buying link is marked.
 *
 * @module
 */
import type { Finding } from "../../finding/Finding.ts"
import type { Content } from "./Content.ts"
import { inText, type Statement } from "./ContentRule.ts"
import * as FoldedText from "./FoldedText.ts"

const mark = /(?:^|[#[【(\s])广告(?:$|[#\]】)\s])/m

/** Whether a text has the mark, by itself or in brackets: 广告部 is none. */
export const isMarkedText = ({ text }: Pick<FoldedText.FoldedText, "text">): boolean => mark.test(text)

/** What was paid for by somebody else is an advertisement whatever it says, with or without a link. */
export const paidUnmarked: Statement = {
  code: "advertising-law/paid-unmarked",
  severity: "error",
  message: {
    zh: "合作（付费）内容须显著标明“广告”，使消费者能够辨明（《互联网广告管理办法》第九条）。",
    en: "What a partner has paid for has to be marked 广告, so that readers can tell (Measures for Internet Advertising, Art. 9)."
  },
  fix: { zh: "在开头加上【广告】。", en: "Put 【广告】 in front." }
}

/** What is to be said of the content of a post that somebody has paid for. */
export const ofPaid = (content: Content): ReadonlyArray<Finding> =>
  isMarkedText(FoldedText.fold(content.text)) ? [] : [inText(content, paidUnmarked)]
