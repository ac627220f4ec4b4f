/** Another judge: draws by what docs/draws.md says, with what Node has and nothing of this project. */
import { createHash, createHmac } from "node:crypto"

const sha256 = (bytes: Buffer | string) => createHash("sha256").update(bytes).digest()
/** Canonical JSON for a record's values: keys sorted, no blanks. */
const canon = (value: unknown): string =>
  JSON.stringify(value, (_, part) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(
          Object.keys(part)
            .sort()
            .map((key) => [key, part[key]])
        )
      : part
  )

/** Who wins by the record, and in which order others stand in line. */
export const judge = (text: string): { winners: Array<[string, string]>; alternates: Array<string> } => {
  const { announced, drawn, frozen, tickets } = JSON.parse(text)
  if (sha256(canon(announced)).toString("hex") !== frozen.announcement) throw new Error("other rules")
  if (sha256(canon(frozen)).toString("hex") !== drawn.freeze) throw new Error("another list")
  if (sha256(Buffer.from(tickets.join(""), "hex")).toString("hex") !== frozen.tickets) throw new Error("other tickets")
  if (sha256(Buffer.from(drawn.seed, "hex")).toString("hex") !== announced.commitment) throw new Error("another seed")
  const key = createHmac("sha256", Buffer.from(drawn.seed, "hex"))
    .update(Buffer.from(drawn.freeze, "hex"))
    .update(Buffer.from(drawn.randomness, "hex"))
    .digest()
  let counter = 0n
  const below = (bound: number): number => {
    for (;;) {
      const message = Buffer.alloc(8)
      message.writeBigUInt64BE(counter++)
      const number = createHmac("sha256", key).update(message).digest().readUIntBE(0, 6)
      if (number < 2 ** 48 - (2 ** 48 % bound)) return number % bound
    }
  }
  const people = [...tickets]
  const each = announced.prizes.flatMap((one: { count: number; prize: string }) => Array(one.count).fill(one.prize))
  const wanted = Math.min(each.length + announced.alternates, people.length)
  for (let place = 0; place < wanted; place++) {
    const other = place + below(people.length - place)
    ;[people[place], people[other]] = [people[other], people[place]]
  }
  return {
    winners: people.slice(0, Math.min(each.length, wanted)).map((ticket, place) => [ticket, each[place]]),
    alternates: people.slice(each.length, wanted)
  }
}
