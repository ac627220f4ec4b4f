/**
 * The posts about the codes, and how each goes out: written by one, approved by another, scheduled.
 *
 * @module
 */
import { type Actor, type Case, Operations, type Process } from "@dualops/core"
import { type Content, PostProcess } from "@dualops/core/content"
import { type DateTime, Effect } from "effect"
import { at, people } from "./House.ts"

/** A post that is to be written, once. */
export interface Planned {
  readonly key: string
  readonly text: string
  readonly slot: DateTime.Utc
}

const planned = (slot: string, text: string): Planned => ({
  key: slot,
  text: `${text} #星河茶饮# 喝口茶再走。`,
  slot: at(slot)
})

/** What a campaign that was told of in time has: three before, one at the beginning, and three with codes in them. */
export const ofCampaign: ReadonlyArray<Planned> = [
  planned("2026-10-26T12:00", "十一月二日起，城里会藏进一些暗号。小河先不说在哪里。"),
  planned("2026-10-28T15:00", "暗号会出现在地铁二号线和杯套上，报出来第二杯半价。看不懂的来这里问小河。"),
  planned("2026-10-30T15:00", "周一开始找暗号。找到的晒图转发，有四十个联名杯。"),
  planned("2026-11-02T10:00", "暗号开始了：门店点单时报出来，第二杯半价，每个用一次。晒图转发，有四十个联名杯。"),
  planned("2026-11-04T12:00", "小河在这条微博里也藏了暗号，看图找找。"),
  planned("2026-11-09T12:00", "第二批暗号在这里，只给关注的你。"),
  planned("2026-11-13T15:00", "暗号到周日为止，还没用的别忘了。晒图的周一公布名单。")
]

/** What the team writes when it has heard of it by itself. */
export const afterwards = (slot: DateTime.Utc): Planned => ({
  key: "afterwards",
  text: "大家问的暗号，小河问到了：门店点单时报出来，第二杯半价，每个用一次。 #星河茶饮# 喝口茶再走。",
  slot
})

/** Lin writes, or Zhou where Lin is away. */
export const author = (isThere: (by: Actor.Person) => boolean): Actor.Person =>
  isThere(people.lin) ? people.lin : people.zhou

/** Has each written once. */
export const write = <A, E, R>(
  all: ReadonlyArray<Planned>,
  send: (key: string, content: Content.BoundContent, slot: DateTime.Utc) => Effect.Effect<A, E, R>
) => Effect.forEach(all, ({ key, slot, text }) => send(key, { text, pictures: [] }, slot), { discard: true })

/** The next step of a post, by whoever is there for it. */
export const goOn = Effect.fnUntraced(function* (
  { id, state, version }: Case.Case<Process.StateOf<typeof PostProcess>>,
  isThere: (by: Actor.Person) => boolean
) {
  const [first] = "authors" in state ? state.authors : []
  const by = [people.lin, people.zhou].find(({ person }) => person === first) ?? people.lin
  const order = { case: id, key: `${version}` }
  if (state._tag === "Draft" && isThere(by)) {
    yield* Operations.send(PostProcess, { ...order, by, step: "Submit", input: {} })
  }
  if (state._tag === "InReview") {
    const other = [people.zhou, people.he, people.lin].find((one) => one.person !== first && isThere(one))
    if (other !== undefined) yield* Operations.send(PostProcess, { ...order, by: other, step: "Approve", input: {} })
  }
  if (state._tag === "Approved" && isThere(by)) {
    yield* Operations.send(PostProcess, { ...order, by, step: "Schedule", input: { slot: state.slot } })
  }
})
