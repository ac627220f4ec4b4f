/**
 * The dual system of a company's Weibo account as code.
 *
 * @module
 */
export * as Moment from "./calendar/Moment.ts"
export * as Bilingual from "./finding/Bilingual.ts"
export * as Finding from "./finding/Finding.ts"
export * as AdvertisingLaw from "./internal-system/content/AdvertisingLaw.ts"
export * as BannedWords from "./internal-system/content/BannedWords.ts"
export * as Content from "./internal-system/content/Content.ts"
export * as ContentRule from "./internal-system/content/ContentRule.ts"
export * as FoldedText from "./internal-system/content/FoldedText.ts"
export * as Lottery from "./internal-system/content/Lottery.ts"
export * as Publisher from "./internal-system/content/Publisher.ts"
export * as Route from "./internal-system/content/Route.ts"
export * as Screening from "./internal-system/content/Screening.ts"
export * as StylePack from "./internal-system/content/StylePack.ts"
export * as TextLength from "./internal-system/content/TextLength.ts"
export * as WeiboPack from "./internal-system/content/WeiboPack.ts"
export * as StyleCard from "./internal-system/positioning/StyleCard.ts"
