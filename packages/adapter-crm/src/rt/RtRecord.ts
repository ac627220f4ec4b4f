/**
 * Records of Request Tracker as they are read: what is not there or has another form than expected is nothing, and never guessed.
 *
 * @module
 */
import { Predicate, Schema } from "effect"

/** A record: every field may have any form until it is asked for. */
export const RtRecord = Schema.Record(Schema.String, Schema.Unknown)
/** A record. */
export type RtRecord = typeof RtRecord.Type

/** A page of records. It says neither how many there are nor where the next one is. */
export const Page = Schema.Struct({ items: Schema.Array(RtRecord) })

/** A field as text: ids come as numbers and as texts. */
export const textOf = (record: RtRecord, field: string): string | undefined => {
  const value = record[field]
  // An EffectiveId comes as a text in lists, and as a record by itself.
  const plain = Predicate.isObject(value) && Predicate.hasProperty(value, "id") ? value.id : value
  return typeof plain === "string" || typeof plain === "number" ? String(plain) : undefined
}

/** The number of a record, which grows with each. */
export const numberOf = (record: RtRecord, field = "id"): number | undefined => {
  const text = textOf(record, field)
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined
}

/** The names of those who have a role in it. */
export const peopleOf = (record: RtRecord, role: string): ReadonlyArray<string> => {
  const value = record[role]
  const all = Array.isArray(value) ? value : [value]
  return all.flatMap((one: unknown) =>
    Predicate.isObject(one) && Predicate.hasProperty(one, "id") && typeof one.id === "string" ? [one.id] : []
  )
}

/** The values of a custom field; nothing where the record has no such field, or the robot may not see it. */
export const valuesOf = (record: RtRecord, name: string): ReadonlyArray<string> | undefined => {
  const fields = record.CustomFields
  if (!Array.isArray(fields)) return undefined
  for (const field of fields as ReadonlyArray<unknown>) {
    if (!Predicate.isObject(field) || !Predicate.hasProperty(field, "name") || field.name !== name) continue
    const values = Predicate.hasProperty(field, "values") ? field.values : []
    return Array.isArray(values) ? values.filter(Predicate.isString) : []
  }
  return undefined
}
