/**
 * The published record of a draw: all that anybody needs to draw again and compare. It is plain JSON; nothing in it names a person, and its whole numbers, hexadecimal
 * texts and moments in UTC are written in one way only, so that each part has one fingerprint (`Canonical`).
 *
 * Each part is bound to the one before: `frozen` to `announced` by its fingerprint, `drawn` to `frozen`, and `tickets` to `frozen`.
 *
 * @module
 */
import { Schema } from "effect"
import { Bilingual } from "../../finding/Bilingual.ts"

const hex = (bytes: number) => Schema.String.check(Schema.isPattern(new RegExp(`^[0-9a-f]{${2 * bytes}}$`)))
/** A SHA-256, and whatever else has 32 bytes. */
export const Digest = hex(32)
/** What stands for a person in the list: nobody can tell whose it is without her slip. */
export const TicketHex = hex(16)
const Signature = Schema.String.check(Schema.isPattern(/^(?:[0-9a-f]{96}|[0-9a-f]{192})$/))
/** A moment in UTC, to the millisecond: no zone is left to be guessed. */
export const Instant = Schema.String.check(Schema.isPattern(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/))
const Count = Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 2 ** 32 - 1 }))
const Word = Schema.String.check(Schema.isPattern(/^[\w.:-]{1,200}$/))
const Line = Schema.NonEmptyString.check(Schema.isMaxLength(1_000))

/** How many prizes, and how many alternates, a draw has at most. */
export const most = 10_000

/** A prize, and how many of it there are. */
export const Prize = Schema.Struct({
  prize: Word,
  name: Bilingual,
  count: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: most })),
  /** What one is worth, in fen. */
  value: Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 100_000_000_000 }))
})
/** A prize, and how many of it there are. */
export type Prize = typeof Prize.Type

/** What is said before anybody enters, and never changed. */
export const Announced = Schema.Struct({
  draw: Line,
  account: Line,
  opens: Instant,
  /** Who enters then or later is late. */
  closes: Instant,
  /** The first round of public randomness from then on decides. */
  draws: Instant,
  /** The first drawn has the first prize. */
  prizes: Schema.NonEmptyArray(Prize).check(Schema.isMaxLength(100)),
  /** How many stand in line for what comes back. */
  alternates: Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: most })),
  /** What everybody who takes part has to have done: `repost`, `follow`. */
  requires: Schema.Array(Word).check(Schema.isMaxLength(20)),
  /** Who may not take part, in words: the company's own people. */
  excludes: Schema.Array(Line).check(Schema.isMaxLength(100)),
  /** Which chain of public randomness: its hash. */
  chain: Digest,
  /** The SHA-256 of the seed. */
  commitment: Digest
})
/** What is said before anybody enters. */
export type Announced = typeof Announced.Type

/** Why people did not take part, and how many; `repeated` are further entries of whoever entered already. */
export const TurnedAway = Schema.Struct({
  early: Count,
  late: Count,
  lacking: Count,
  excluded: Count,
  malformed: Count,
  repeated: Count
})
/** Why people did not take part, and how many. */
export type TurnedAway = typeof TurnedAway.Type

/** What is published after the end and before the round is out. */
export const Frozen = Schema.Struct({
  announcement: Digest,
  at: Instant,
  entries: Count,
  /** The SHA-256 of the tickets' bytes, one after the other in ascending order. */
  tickets: Digest,
  turnedAway: TurnedAway,
  round: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }))
})
/** What is published before the round is out. */
export type Frozen = typeof Frozen.Type

/** What comes out. */
export const Drawn = Schema.Struct({
  freeze: Digest,
  seed: Digest,
  randomness: Digest,
  signature: Signature,
  /** The signature of the round before, where the chain signs it too. */
  previous: Schema.optionalKey(Signature),
  winners: Schema.Array(Schema.Struct({ ticket: TicketHex, prize: Word })),
  /** In the order in which they get what comes back. */
  alternates: Schema.Array(TicketHex)
})
/** What comes out. */
export type Drawn = typeof Drawn.Type

/** The whole, as it is published. */
export const DrawRecord = Schema.Struct({
  format: Schema.Literal("dualops-draw"),
  version: Schema.Literal(1),
  announced: Announced,
  frozen: Frozen,
  drawn: Drawn,
  tickets: Schema.Array(TicketHex)
})
/** The whole, as it is published. */
export type DrawRecord = typeof DrawRecord.Type

/** The number of prizes of all kinds. */
export const countOf = (prizes: ReadonlyArray<Pick<Prize, "count">>): number =>
  prizes.reduce((sum, { count }) => sum + count, 0)
