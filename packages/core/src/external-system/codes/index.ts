/**
 * Codes that are hard to guess and easy to type: made by a secret, placed, redeemed exactly once, and led back to where they were found.
 *
 * @module
 */
export * as CodeList from "./CodeList.ts"
export * as CodeRedeemed from "./CodeRedeemed.ts"
export * as Codes from "./Codes.ts"
export * as CodeTally from "./CodeTally.ts"
export * as CodeTerms from "./CodeTerms.ts"
export * as CodeText from "./CodeText.ts"
export * as HouseTill from "./HouseTill.ts"
export * as Odds from "./Odds.ts"
export * as Redemption from "./Redemption.ts"
export { Redemptions } from "./Redemptions.ts"
export { Till } from "./Till.ts"

// What these are made of.

export * as Alphabet from "./Alphabet.ts"
export * as Checks from "./Checks.ts"
export * as Guesses from "./Guesses.ts"
export * as Rude from "./Rude.ts"
export * as RudeWords from "./RudeWords.ts"
