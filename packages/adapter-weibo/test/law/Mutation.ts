/** Ways in which a text breaks: on the wire, in a proxy, in the next version of the interface, in hostile hands. */
import { Chance } from "@dualops/adapter-weibo/emulator"

const pick = <A>(chance: Chance.Chance, list: ReadonlyArray<A>, otherwise: A): A =>
  list[Chance.below(chance, list.length)] ?? otherwise

const values = [
  "null",
  "[]",
  "{}",
  '""',
  "-1",
  "0.5",
  "1e400",
  "99999999999999999999999",
  "true",
  '"\\ud800"',
  '"\\u0000"',
  '{"__proto__":{"error_code":21327}}',
  "[".repeat(5_000),
  `"${"长".repeat(2_000)}"`
]

type Break = (chance: Chance.Chance, text: string) => string

const at = (chance: Chance.Chance, text: string): number => Chance.below(chance, text.length + 1)

const cut: Break = (chance, text) => text.slice(0, at(chance, text))

const lose: Break = (chance, text) => {
  const from = at(chance, text)
  return text.slice(0, from) + text.slice(from + 1 + Chance.below(chance, 20))
}

const insert: Break = (chance, text) => {
  const from = at(chance, text)
  return text.slice(0, from) + String.fromCharCode(Chance.below(chance, 65_536)) + text.slice(from)
}

const double: Break = (chance, text) => {
  const from = at(chance, text)
  return text.slice(0, from) + text.slice(Math.max(0, from - 40))
}

/** The most telling one: still JSON, with another value where one was. */
const replaceValue: Break = (chance, text) => {
  const places = [...text.matchAll(/:\s*(?:"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?|true|false|null)/g)]
  const place = places[Chance.below(chance, places.length)]
  if (place === undefined) return cut(chance, text)
  return `${text.slice(0, place.index)}:${pick(chance, values, "null")}${text.slice(place.index + place[0].length)}`
}

const dropKey: Break = (chance, text) => {
  const places = [...text.matchAll(/"\w+"\s*:/g)]
  const place = places[Chance.below(chance, places.length)]
  return place === undefined ? text : text.replace(place[0], `"x${place[0].slice(1)}`)
}

const breaks: ReadonlyArray<Break> = [cut, lose, insert, double, replaceValue, replaceValue, replaceValue, dropKey]

/** The text, broken in one to three ways. */
export const mutate = (chance: Chance.Chance, text: string): string => {
  let broken = text
  for (let times = 1 + Chance.below(chance, 3); times > 0; times--) broken = pick(chance, breaks, cut)(chance, broken)
  return broken
}
