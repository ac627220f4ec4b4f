/**
 * Posts: what they are, the rules that screen them, how they are reviewed and published, once.
 *
 * @module
 */

export * as Content from "./Content.ts"
export * as ContentMix from "./ContentMix.ts"
export * as ContentRule from "./ContentRule.ts"
export * as OwnPosts from "./OwnPosts.ts"
export * as Post from "./Post.ts"
export * as PostCarriers from "./PostCarriers.ts"
export { PostProcess } from "./PostProcess.ts"
export * as Publication from "./Publication.ts"
export * as Publisher from "./Publisher.ts"
export * as Route from "./Route.ts"
export * as Screening from "./Screening.ts"

// What these are made of.

export * as AdvertisingLaw from "./AdvertisingLaw.ts"
export * as BannedWords from "./BannedWords.ts"
export * as FoldedText from "./FoldedText.ts"
export * as Link from "./Link.ts"
export * as Lottery from "./Lottery.ts"
export * as Repost from "./Repost.ts"
export * as Sighting from "./Sighting.ts"
export * as StylePack from "./StylePack.ts"
export * as TextLength from "./TextLength.ts"
export * as WeiboPack from "./WeiboPack.ts"
