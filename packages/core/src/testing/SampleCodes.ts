/**
 * A series of codes for tests: of two placements, for a week.
 *
 * @module
 */
import { DateTime, Redacted } from "effect"
import { AccountId } from "../account/AccountId.ts"
import { PostId } from "../account/PostId.ts"
import * as Codes from "../external-system/codes/Codes.ts"
import * as CodeTerms from "../external-system/codes/CodeTerms.ts"
import * as RudeWords from "../external-system/codes/RudeWords.ts"
import { ResourceId } from "../external-system/Resource.ts"
import { CaseId } from "../process/CaseId.ts"

/** A secret that is none. */
export const secret: Redacted.Redacted<string> = Redacted.make("no secret: everybody who reads the tests knows it")

/** Redeemed from yesterday on, for a week, as seen from a moment. */
export const terms = (now: DateTime.Utc, changes: Partial<CodeTerms.Terms> = {}): CodeTerms.Terms => ({
  series: CaseId.make("spring codes"),
  account: AccountId.make("1234567890"),
  revision: 1,
  from: DateTime.subtract(now, { days: 1 }),
  until: DateTime.add(now, { days: 6 }),
  placements: CodeTerms.place([
    {
      id: CodeTerms.PlacementId.make("metro-line-2"),
      kind: "advertisement",
      resource: ResourceId.make("advertising"),
      codes: 2_000
    },
    {
      id: CodeTerms.PlacementId.make("second-post"),
      kind: "post",
      resource: ResourceId.make("advertising"),
      post: PostId.make("5034567890123456789"),
      codes: 100
    }
  ]),
  length: 12,
  edition: RudeWords.current,
  words: [],
  ...changes
})

/** The code of a number in the series. */
export const codeOf = (of: CodeTerms.Terms, number: number): string =>
  Codes.make(secret).of(CodeTerms.makingOf(of)).codeOf(number)
