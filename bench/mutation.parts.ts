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

/** All of both folders, but for what is data (the law's word lists) or sentences (of the soundness check). */
export const parts: ReadonlyArray<Part> = [
  {
    name: "process",
    sources: ["packages/core/src/process/*.ts", `${content}/Post*.ts`, "!**/SoundnessMessages.ts"],
    tests: [
      "test/process/*.test.ts",
      "test/testing/*.test.ts",
      "test/operations/Standing*.test.ts",
      "test/external-system/ResourceRequestProcess.test.ts",
      "test/internal-system/content/Post*.test.ts"
    ]
  },
  {
    name: "rules",
    sources: [`${content}/!(Post*).ts`, "!**/Advertising{Words,Exemptions}.ts"],
    tests: ["test/internal-system/content/!(Post*).test.ts"]
  }
]
