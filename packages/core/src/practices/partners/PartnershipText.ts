/**
 * How the text of a partnership is written, approved by both sides and published: both approve one text, and that text goes out, marked 广告.
 *
 * @module
 */
import { Result, Schema } from "effect"
import { blocks } from "../../finding/Finding.ts"
import * as AdvertisingMark from "../../internal-system/content/AdvertisingMark.ts"
import { BoundContent } from "../../internal-system/content/Content.ts"
import { Slot } from "../../internal-system/content/Post.ts"
import * as Screening from "../../internal-system/content/Screening.ts"
import * as Action from "../../process/Action.ts"
import { authority, PersonId } from "../../process/Actor.ts"
import { caseFor } from "../../process/CaseName.ts"
import * as Partnership from "./Partnership.ts"

const { stay, step } = Partnership.partnership

/** Everything that is wrong with a text that somebody pays for. */
const against = (content: BoundContent, { rules }: Partnership.Settings) => [
  ...AdvertisingMark.ofPaid(content),
  ...Screening.of(rules).screen(content)
]

/** Written anew, it has nobody's approval any more. */
export const Write = step({
  title: { zh: "写内容", en: "write" },
  from: ["Agreed", "Written"],
  to: ["Written"],
  by: "content.compose",
  input: { content: BoundContent, slot: Slot },
  facts: { content: BoundContent, slot: Slot, digest: Partnership.Digest },
  advises: (_, { content }, { settings }) => (content === undefined ? [] : against(content, settings)),
  decide: (_, input, { settings }) => {
    const findings = against(input.content, settings)
    return blocks(findings)
      ? Result.fail(new Partnership.BadText({ findings }))
      : Result.succeed({ ...input, digest: Partnership.digestOf(input.content) })
  },
  evolve: (partnership, { by, facts }) => ({ ...agreedOf(partnership), _tag: "Written", ...facts, author: by })
})

/** What was agreed, without a text. */
export const agreedOf = (partnership: Exclude<Partnership.State, Partnership.In<"Offered" | "Refused" | "Ended">>) => {
  const { account, amount, offer, offeredBy, partner, pays, terms, until } = partnership
  return { account, amount, offer, offeredBy, partner, pays, terms, until }
}

/** Only the text that is there is approved. */
const isThis = ({ digest }: Partnership.In<"Written">, input: { readonly digest: string }) =>
  digest === input.digest ? Result.void : Result.fail(new Partnership.NotApproved({ lacks: ["this text"] }))

export const Approve = stay({
  title: { zh: "我方确认", en: "approve" },
  from: ["Written"],
  by: "partner.approve",
  input: { digest: Partnership.Digest },
  facts: { ours: PersonId },
  opensWith: ({ digest }) => ({ digest }),
  decide: (partnership, input, { by }) => Result.map(isThis(partnership, input), () => ({ ours: authority(by) })),
  evolve: (partnership, { facts }) => ({ ...partnership, ...facts })
})

/** The partner has no desk here: somebody has their word, and says where it can be read. */
export const HearApproval = stay({
  title: { zh: "记对方确认", en: "hear their approval" },
  from: ["Written"],
  by: "partner.manage",
  input: { digest: Partnership.Digest, ...Partnership.theirs },
  facts: { theirs: Schema.Struct(Partnership.theirs) },
  opensWith: ({ digest }) => ({ digest }),
  decide: (partnership, { digest, ...theirs }) => Result.map(isThis(partnership, { digest }), () => ({ theirs })),
  evolve: (partnership, { facts }) => ({ ...partnership, ...facts })
})

/** The text that both have approved becomes a post, and goes the way of every post; nobody edits it there. */
export const Publish = step({
  title: { zh: "发布", en: "publish" },
  from: ["Written"],
  to: ["Out"],
  by: "partner.manage",
  facts: { ours: PersonId, theirs: Schema.Struct(Partnership.theirs) },
  decide: ({ ours, theirs }) =>
    ours === undefined || theirs === undefined
      ? Result.fail(
          new Partnership.NotApproved({
            lacks: [...(ours ? [] : (["ours"] as const)), ...(theirs ? [] : (["theirs"] as const))]
          })
        )
      : Result.succeed({ ours, theirs }),
  evolve: (partnership, { case: id, facts, version }) => ({
    ...partnership,
    ...facts,
    _tag: "Out",
    // The name that the order gives to its child.
    post: caseFor(`Partnership/${id}/${version}/post`)
  }),
  performs: { post: ({ account, author: by, content, slot }) => ({ input: { account, content, slot }, by }) }
})

/** There is no post: it is written anew. */
export const NotWritten = step({
  title: { zh: "得知微博没有写成", en: "hear that there is no post" },
  from: ["Out"],
  to: ["Agreed"],
  by: "world",
  input: Action.refused,
  evolve: (partnership) => ({ ...agreedOf(partnership), _tag: "Agreed" }),
  performs: {
    notify: ({ offeredBy, partner }, { facts: { detail } }) => ({
      to: offeredBy.person,
      message: {
        zh: `与「${partner}」合作的微博没有写成：${detail}`,
        en: `The post with ${partner} was not begun: ${detail}`
      }
    })
  }
})

/** The post was given up before it was out. */
export const PostLeft = step({
  title: { zh: "得知微博没有发布", en: "hear that its post was withdrawn" },
  from: ["Out"],
  to: ["Agreed"],
  by: "child",
  evolve: (partnership) => ({ ...agreedOf(partnership), _tag: "Agreed" }),
  performs: {
    notify: ({ offeredBy, partner }) => ({
      to: offeredBy.person,
      message: {
        zh: `与「${partner}」合作的微博已撤回，须重写`,
        en: `The post with ${partner} was withdrawn; write it anew`
      }
    })
  }
})
