/**
 * The company's own channels, as a practice: links are placed in them, and looked at for as long as they stand there.
 *
 *     channels:
 *       every: { time: 1 day, calendar: always }
 *       attention: { time: 9 hours, calendar: office }
 *
 * @module
 */
import { Record, Schema } from "effect"
import type * as Placement from "../../external-system/channels/Placement.ts"
import { PlacementProcess } from "../../external-system/channels/PlacementProcess.ts"
import type { Handbook } from "../../handbook/Handbook.ts"
import * as HandbookSection from "../../handbook/HandbookSection.ts"
import * as Settings from "../../handbook/Settings.ts"
import { factsOf } from "../../page/Sections.ts"
import { make, run } from "../../practice/Practice.ts"
import { Allowance } from "../../process/Allowance.ts"

/** The section of handbooks by which links are placed in the company's own channels. */
export const ChannelsSection = HandbookSection.make("channels", {
  title: { zh: "自有渠道", en: "Own channels" },
  schema: Schema.Struct({
    every: Allowance.annotateKey({ description: "How often a link that was placed is looked at." }),
    attention: Allowance.annotateKey({
      description: "How long a link that was granted may wait to be placed, and a missing one to be put back."
    })
  }).annotate({
    description: "Links in the resources of the kind own channel: asked for, placed, and looked at again and again."
  })
})

/** The company's own channels. */
export const channels = make({
  name: "channels",
  title: { zh: "自有渠道投放", en: "own channels" },
  sections: [ChannelsSection],
  runs: [run(PlacementProcess, settingsOf)],
  pages: (handbook, { words }) => {
    const { attention, channels: all, every } = settingsOf(handbook)
    return [
      {
        id: "channels",
        title: ChannelsSection.title,
        blocks: factsOf([
          [{ zh: "渠道", en: "Channels" }, words.titles(handbook.resources, Record.keys(all))],
          [{ zh: "多久查看一次", en: "Looked at every" }, words.allowance(every)],
          [{ zh: "处理期限", en: "Waits for a person" }, words.allowance(attention)]
        ])
      }
    ]
  }
})

/** Its channels are the resources of that kind. */
function settingsOf(handbook: Handbook): Placement.Settings {
  return {
    ...Settings.ofWarnings(handbook),
    ...ChannelsSection.of(handbook),
    channels: Record.filter(handbook.resources, ({ kind }) => kind === "own channel")
  }
}
