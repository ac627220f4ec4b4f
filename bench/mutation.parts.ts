/**
 * What is changed, and which tests have to notice.
 *
 * @module
 */

/** Sources, and the tests of them. */
export interface Part {
  readonly name: string
  readonly sources: ReadonlyArray<string>
  readonly tests: ReadonlyArray<string>
}

const content = "packages/core/src/internal-system/content"

/** The law's word lists are data, and the sentences of the soundness check are sentences: both are left out. */
export const parts: ReadonlyArray<Part> = [
  {
    name: "process",
    sources: [
      "packages/core/src/process/*.ts",
      `${content}/Post{,Process,Publication,Review}.ts`,
      "!**/SoundnessWords.ts"
    ],
    tests: [
      "test/process/*.test.ts",
      "test/testing/*.test.ts",
      "test/external-system/ResourceRequestProcess.test.ts",
      "test/internal-system/content/Post*.test.ts"
    ]
  },
  {
    name: "rules",
    sources: [
      `${content}/{AdvertisingLaw,AdvertisingStatements,BannedWords,ContentRule,FoldedText,Lexicon,Link,WordStarts}.ts`,
      `${content}/{Lottery,Route,Screening,Sighting,StylePack,TextLength,WeiboPack,WeiboStatements}.ts`
    ],
    tests: ["test/internal-system/content/!(Post*).test.ts"]
  }
]
