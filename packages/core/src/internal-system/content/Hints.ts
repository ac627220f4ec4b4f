/**
 * Ways to hint at a word that neither its sound nor its look betrays: written backwards (信微加), with an initial for a character (s单), or by a name
 * that those who sell give it (加卫星).
 *
 * @module
 */
import * as Disguises from "./Disguises.ts"
import * as Sound from "./Sound.ts"

/** What hints at a list's words; nothing for a list that is too long to be listened for. Two characters turned round may be chance: 说了算, 单刷. */
export const of = (words: ReadonlyArray<string>): ReadonlyArray<string> => {
  if (words.length > Disguises.most) return []
  const known = new Set(words)
  const hints = words
    .filter((word) => /^[\u4e00-\u9fff]{2,}$/.test(word))
    .flatMap((word) => [...(word.length > 2 ? [backwards(word)] : []), ...abbreviated(word), ...(names[word] ?? [])])
  return [...new Set(hints)].filter((hint) => !known.has(hint))
}

const backwards = (word: string): string => Array.from(word).reverse().join("")

/** The word with the initial of its sound in the place of each of its characters in turn. */
const abbreviated = (word: string): ReadonlyArray<string> =>
  Array.from(word).flatMap((character, at) => {
    const initial = Sound.initialOf(character)
    return initial === "" ? [] : [word.slice(0, at) + initial + word.slice(at + 1)]
  })

/** What the application is called, and how somebody is asked to add one there. */
const added = ["加", "+", "➕"]
  .flatMap((sign) => ["", "我", "个", "下", "一下", "你"].map((whom) => sign + whom))
  .flatMap((add) =>
    "卫星 微星 绿泡泡 绿泡 绿色软件 绿色app 绿色图标 小绿软件 小绿app 绿软 🛰".split(" ").map((name) => add + name)
  )

/** Names in use on Chinese platforms, whose characters mean something else by themselves. */
const names: Readonly<Record<string, ReadonlyArray<string>>> = {
  微信: [...added, "绿泡泡号", "卫星号", "卫星同号", "威信同号", "维信同号", "微心同号", "we chat"],
  加微信: added,
  刷单: ["剁单", "涮单"],
  代购: ["带购"]
}
