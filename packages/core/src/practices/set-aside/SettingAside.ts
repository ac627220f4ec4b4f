/**
 * Cases that are set aside: what can wait leaves a desk until it is time.
 *
 *     setAside: { longest: 7 days }
 *
 * @module
 */
import { Schema } from "effect"
import { Wait } from "../../calendar/TimeSpan.ts"
import * as HandbookSection from "../../handbook/HandbookSection.ts"
import * as Names from "../../handbook/Names.ts"
import { factsOf } from "../../page/Sections.ts"
import { make, run } from "../../practice/Practice.ts"
import { SetAsideProcess } from "./SetAsideProcess.ts"

/** The section of handbooks by which cases are set aside. */
export const SettingAside = HandbookSection.make("setAside", {
  title: { zh: "搁置", en: "Set aside" },
  schema: Schema.Struct({
    longest: Wait.annotateKey({ description: "For how long at most somebody sets a case aside." })
  }).annotate({
    description:
      "Who sets a case aside does not see it on their desk until a moment, or until something happens in it or its deadline has come."
  })
})

/** What can wait leaves a desk until it is time. */
export const settingAside = make({
  name: "set-aside",
  title: { zh: "稍后处理", en: "setting cases aside" },
  sections: [SettingAside],
  runs: [run(SetAsideProcess, SettingAside.of)],
  pages: (handbook) => [
    {
      id: "set-aside",
      title: SettingAside.title,
      blocks: factsOf([
        [{ zh: "最长搁置", en: "A case is set aside for at most" }, Names.alwaysName(SettingAside.of(handbook).longest)]
      ])
    }
  ]
})
