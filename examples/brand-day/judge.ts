/**
 * Whether the day went as the calendar says, and every fan had their answer once: by the record of the (emulated) Weibo.
 *
 * @module
 */
import { join } from "node:path"
import { assert } from "@effect/vitest"
import { Result } from "effect"
import * as Files from "./Files.ts"
import * as Audience from "./fans/Audience.ts"
import { happenings, published, standing } from "./running.ts"

const file = (name: string) => join(import.meta.dirname, name)
const { entries } = Result.getOrThrow(Files.read(file("handbook.yaml"), file("calendar.csv")))

/** Every entry of the calendar is out exactly once, or is open and says why; answers how many are out. */
export const judge = async (out: string) => {
  const posts = published(out)
  const states = await standing(out)
  for (const { content, id } of entries) {
    const times = posts.filter(({ sent }) => sent.trim() === content.text.trim()).length
    const state = states.get(id)
    assert.isBelow(times, 2, `${id} is out ${times} times`)
    if (state?._tag === "Published") assert.strictEqual(times, 1, `${id} counts as out, and is not`)
    else
      assert.match(
        `${state?._tag} ${reason(state)}`,
        /^(Failed|Missed|Unconfirmed) .+/,
        `${id} is neither out nor open with a reason`
      )
  }
  const replies = happenings(out).flatMap((one) => (one._tag === "Commented" && "answers" in one ? [one.sent] : []))
  const said = Audience.lines.flatMap(({ say, solved }) => [say, solved].filter((words) => words !== undefined))
  assert.deepEqual(replies.toSorted(), said.toSorted(), "every fan is told once what there is to say")
  assert.strictEqual(posts.length, new Set(posts.map(({ sent }) => sent)).size)
  return [...states.values()].filter(({ _tag }) => _tag === "Published").length
}

const reason = (
  state: Awaited<ReturnType<typeof standing>> extends ReadonlyMap<string, infer S> ? S | undefined : never
) => (state !== undefined && "detail" in state ? state.detail : "")
