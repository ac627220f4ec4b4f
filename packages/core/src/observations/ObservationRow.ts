/**
 * An observation as a store keeps it, written and read: what cannot be is told in a sentence.
 *
 * @module
 */
import { sha256 } from "@noble/hashes/sha2.js"
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js"
import { Result, Schema } from "effect"
import { brief } from "../finding/Nearest.ts"
import type { AnyKind, ObservationOf, RecordedOf } from "./Observation.ts"
import type { Entry, Row } from "./ObservationStore.ts"

/** Writes observations of a kind; says why one is none of it. */
export const writer = <K extends AnyKind>(kind: K): ((one: ObservationOf<K>) => Result.Result<Row, string>) => {
  const encodeFacts = Schema.encodeResult(kind.facts)
  const encodePersonal = kind.personal && Schema.encodeResult(kind.personal)
  return (one) => {
    const facts = encodeFacts(one.facts)
    if (Result.isFailure(facts)) return whyNot("facts", facts.failure)
    const { account, at, key, source } = one
    const tags = kind.tagsOf(one.facts)
    const row: Row = { kind: kind.name, account, key, at, source, tags, facts: facts.success }
    if (one.personal === undefined || encodePersonal === undefined) return Result.succeed(row)
    const data = encodePersonal(one.personal)
    if (Result.isFailure(data)) return whyNot("personal", data.failure)
    const persons = kind.personsOf(one.personal)
    const names = persons.some((person) => key.includes(person))
    return Result.succeed({ ...row, key: names ? digest(key) : key, personal: { persons, data: data.success } })
  }
}

/** Reads observations of kinds; says why one cannot be read, and nothing where it is of another kind. */
export const reader = <K extends AnyKind>(
  kinds: ReadonlyArray<K>
): ((entry: Entry) => Result.Result<RecordedOf<K>, string> | undefined) => {
  const readers = new Map(
    kinds.map((kind) => [
      kind.name,
      {
        facts: Schema.decodeUnknownResult(kind.facts),
        personal: kind.personal && Schema.decodeUnknownResult(kind.personal)
      }
    ])
  )
  return (entry) => {
    const decode = readers.get(entry.kind)
    if (decode === undefined) return undefined
    const facts = decode.facts(entry.facts)
    if (Result.isFailure(facts)) return whyNot("facts", facts.failure)
    const { personal: kept, ...rest } = entry
    const one = { ...rest, facts: facts.success }
    // The kind of that name has read it.
    if (kept === undefined || decode.personal === undefined) return Result.succeed(one as never)
    const personal = decode.personal(kept)
    if (Result.isFailure(personal)) return whyNot("personal", personal.failure)
    // The same kind has read what is said of people.
    return Result.succeed({ ...one, personal: personal.success } as never)
  }
}

/** The same for the same key, and without the fan's name in it. */
export const digest = (key: string): string => bytesToHex(sha256(utf8ToBytes(key.toWellFormed())))

/** The words of a schema echo the value, which may be a fan's. */
const whyNot = (part: string, { message }: { readonly message: string }) =>
  Result.fail(brief(`Its ${part} are not those of its kind: ${message}`))
