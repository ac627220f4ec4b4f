import { Beacon, Canonical, Draw, type DrawRecord, DrawSecrets, TicketList } from "@dualops/core/prizes"
import { bytesToHex } from "@noble/hashes/utils.js"
import { Redacted } from "effect"

/** Rounds as the League of Entropy has published them, of quicknet and of its first chain; also in the tests of noislabs/drand-verify. */
export const round123: Beacon.Beacon = {
  round: 123,
  randomness: "fb8f7bc29bf24db51871ec8c79f3a1e4bd0557bc0dfcee9ed1d924e69d1c60dc",
  signature: "b75c69d0b72a5d906e854e808ba7e2accb1542ac355ae486d591aa9d43765482e26cd02df835d3546d23c4b13e0dfc92"
}
export const round1000: Beacon.Beacon = {
  round: 1_000,
  randomness: "fe290beca10872ef2fb164d2aa4442de4566183ec51c56ff3cd603d930e54fdd",
  signature: "b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39"
}
export const round72785: Beacon.Beacon = {
  round: 72_785,
  randomness: "8b676484b5fb1f37f9ec5c413d7d29883504e5b669f604a1ce68b3388e9ae3d9",
  signature:
    "82f5d3d2de4db19d40a6980e8aa37842a0e55d1df06bd68bddc8d60002e8e959eb9cfa368b3c1b77d18f02a54fe047b80f0989315f83b12a74fd8679c4f12aae86eaf6ab5690b34f1fddd50ee3cc6f6cdf59e95526d5a5d82aaa84fa6f181e42",
  previous:
    "a609e19a03c2fcc559e8dae14900aaefe517cb55c840f6e69bc8e4f66c8d18e8a609685d9917efbfb0c37f058c2de88f13d297c7e19e0ab24813079efe57a182554ff054c7638153f9b26a60e7111f71a0ff63d9571704905d3ca6df0b031747"
}

export const house: DrawSecrets.HouseSecret = Redacted.make(new Uint8Array(32).fill(9))

const iso = (time: number) => new Date(time).toISOString()
const minute = 60_000

export interface Sample {
  readonly draw?: string
  readonly fans?: ReadonlyArray<string>
  readonly prizes?: DrawRecord.Announced["prizes"]
  readonly alternates?: number
  readonly chain?: Beacon.Chain
  readonly beacon?: Beacon.Beacon
}

const prizeOf = (prize: string, count: number): DrawRecord.Prize => ({
  prize,
  name: { zh: `${prize}奖`, en: `prize ${prize}` },
  count,
  value: 19_900
})
/** A phone, and three mugs. */
export const phoneAndMugs: DrawRecord.Announced["prizes"] = [prizeOf("phone", 1), prizeOf("mug", 3)]

export const fansOf = (count: number, from = 1_000_000_000): ReadonlyArray<string> =>
  Array.from({ length: count }, (_, index) => `${from + index * 7}`)

/** A draw that was held as it has to be; its round is the first from its moment. */
export const recordOf = ({
  alternates = 2,
  beacon = round123,
  chain = Beacon.quicknet,
  draw = "mid-autumn",
  fans = fansOf(20),
  prizes = phoneAndMugs
}: Sample = {}): DrawRecord.DrawRecord => {
  const draws = Beacon.timeOf(chain, beacon.round) - 500
  const seed = DrawSecrets.seedOf(house, draw)
  const announced: DrawRecord.Announced = {
    draw,
    account: "1234567890",
    opens: iso(draws - 600 * minute),
    closes: iso(draws - 60 * minute),
    draws: iso(draws),
    prizes,
    alternates,
    requires: ["repost"],
    excludes: ["本公司员工不参加。"],
    chain: chain.hash,
    commitment: DrawSecrets.commitmentOf(seed)
  }
  const done = fans.map((fan, index) => ({ fan, did: "repost", at: draws - 400 * minute + index }))
  const list = Draw.freeze(announced, Draw.sift(announced, done), {
    at: iso(draws - 30 * minute),
    round: Beacon.firstFrom(chain, draws),
    slips: DrawSecrets.slipsOf(house, draw)
  })
  const drawn = Draw.draw(announced, list, seed, beacon)
  const tickets = TicketList.toHex(list.tickets)
  return { format: "dualops-draw", version: 1, announced, frozen: list.frozen, drawn, tickets }
}

/** What was said in public of a draw before anybody could know how it ends. */
export const saidOf = ({ announced, frozen }: DrawRecord.DrawRecord) => ({
  announcement: Canonical.fingerprint(announced),
  freeze: Canonical.fingerprint(frozen)
})

/** Numbers from 0 until below 1, by the seed alone (mulberry32). */
export const chanceOf = (seed: number) => (): number => {
  seed = (seed + 0x6d2b79f5) | 0
  let mixed = Math.imul(seed ^ (seed >>> 15), seed | 1)
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
}

export const someHex = (chance: () => number, bytes: number): string =>
  bytesToHex(Uint8Array.from({ length: bytes }, () => Math.floor(chance() * 256)))
