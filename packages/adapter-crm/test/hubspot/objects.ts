/** The objects of a portal: unique properties, histories, associations, and a search that is late. */

/** An object as it is kept. */
export interface Kept {
  readonly id: string
  readonly createdAt: number
  updatedAt: number
  readonly properties: Record<string, string | null>
  readonly history: Record<string, Array<{ value: string; timestamp: string; sourceType: string }>>
  readonly associations: Map<string, Set<string>>
  /** What search knew of it, and since when. */
  readonly seen: Array<{ readonly at: number; readonly properties: Readonly<Record<string, string | null>> }>
}

/** Values by the names of properties. */
export type Values = Readonly<Record<string, string>>
/** An association that is asked for. */
export interface Link {
  readonly to: { readonly id: string }
  readonly types: ReadonlyArray<{ readonly associationTypeId: number }>
}

/** What a portal was set up with: properties beside HubSpot's own, of which those with a star are unique. */
const declared: Readonly<Record<string, ReadonlyArray<string>>> = {
  contacts: ["firstname", "email*", "weibo_uid*", "weibo_segments", "weibo_consent"],
  tickets: [
    "subject",
    "content",
    "hs_pipeline",
    "hs_pipeline_stage",
    "hs_ticket_priority",
    "weibo_key*",
    "weibo_post",
    "weibo_interaction"
  ],
  notes: ["hs_note_body", "hs_timestamp", "weibo_note_key"],
  orders: [
    "weibo_redemption_key*",
    "weibo_fan",
    "weibo_coupon_code",
    "weibo_campaign",
    "weibo_order",
    "weibo_redeemed_at"
  ]
}
const linksOf: Readonly<Record<number, readonly [string, string]>> = {
  16: ["tickets", "contacts"],
  228: ["notes", "tickets"]
}
const own = ["hs_object_id", "createdate", "hs_lastmodifieddate", "lastmodifieddate"]

/** The portal refuses. */
export class No extends Error {
  readonly status: number
  readonly category: string
  constructor(status: number, category: string, message: string) {
    super(message)
    this.status = status
    this.category = category
  }
}

/** Objects that search knows as they were so many milliseconds ago. */
export const make = (lag: number) => {
  const kinds = new Map(Object.keys(declared).map((kind) => [kind, new Map<string, Kept>()]))
  let [last, ids] = [0, 1_000]

  const now = () => {
    last = Math.max(last + 1, Date.now())
    return last
  }
  const iso = (at: number) => new Date(at).toISOString()
  const of = (kind: string) =>
    kinds.get(kind) ?? no(404, "OBJECT_NOT_FOUND", `Unable to infer object type from: ${kind}`)
  const no = (status: number, category: string, message: string): never => {
    throw new No(status, category, message)
  }

  const write = (kind: string, one: Kept, values: Values) => {
    const at = now()
    for (const name of Object.keys(values)) {
      if (!declared[kind]?.some((known) => known === name || known === `${name}*`)) {
        no(
          400,
          "VALIDATION_ERROR",
          `Property values were not valid: [{"isValid":false,"error":"PROPERTY_DOESNT_EXIST","name":"${name}"}]`
        )
      }
      const isUnique = declared[kind]?.includes(`${name}*`)
      const other =
        isUnique && [...of(kind).values()].find((some) => some !== one && some.properties[name] === values[name])
      if (other) {
        const why = `{"isValid":false,"message":"${values[name]} is already used","error":"CONFLICTING_UNIQUE_VALUE","name":"${name}"}`
        no(
          name === "email" ? 409 : 400,
          name === "email" ? "CONFLICT" : "VALIDATION_ERROR",
          `Property values were not valid: [${why}]`
        )
      }
    }
    for (const [name, value] of Object.entries(values)) {
      one.properties[name] = value === "" ? null : value
      const versions = one.history[name] ?? []
      one.history[name] = versions
      // The same value is a version as well.
      versions.unshift({ value, timestamp: iso(at), sourceType: "INTEGRATION" })
    }
    one.updatedAt = at
    one.properties.hs_lastmodifieddate = iso(at)
    one.seen.push({ at, properties: { ...one.properties } })
  }

  const link = (one: string, id: string, other: string, otherId: string) => {
    const its = of(one).get(id)?.associations
    its?.set(other, (its.get(other) ?? new Set()).add(otherId))
  }

  const shown = (one: Kept, properties: ReadonlyArray<string>, history: ReadonlyArray<string> = []) => ({
    id: one.id,
    createdAt: iso(one.createdAt),
    updatedAt: iso(one.updatedAt),
    archived: false,
    properties: Object.fromEntries([...own, ...properties].map((name) => [name, one.properties[name] ?? null])),
    ...(history.length > 0 && {
      propertiesWithHistory: Object.fromEntries(history.map((name) => [name, one.history[name] ?? []]))
    })
  })

  const find = (kind: string, id: string, by: string | null) =>
    (by === null ? of(kind).get(id) : [...of(kind).values()].find((one) => one.properties[by] === id)) ??
    no(404, "OBJECT_NOT_FOUND", "resource not found")

  const create = (
    kind: string,
    { associations = [], properties }: { properties: Values; associations?: ReadonlyArray<Link> }
  ) => {
    const at = now()
    const id = String(ids++)
    const seen: Kept["seen"] = []
    const one: Kept = {
      id,
      createdAt: at,
      updatedAt: at,
      properties: { hs_object_id: id, createdate: iso(at) },
      history: {},
      associations: new Map(),
      seen
    }
    for (const { to, types } of associations) {
      const ends = linksOf[types[0]?.associationTypeId ?? 0]
      if (ends === undefined || ends[0] !== kind || !of(ends[1]).has(to.id))
        no(400, "VALIDATION_ERROR", "invalid association")
    }
    write(kind, one, properties)
    of(kind).set(id, one)
    for (const { to, types } of associations) {
      const [, other = ""] = linksOf[types[0]?.associationTypeId ?? 0] ?? []
      link(kind, id, other, to.id)
      link(other, to.id, kind, id)
    }
    return shown(one, Object.keys(properties))
  }

  interface Search {
    readonly filterGroups: ReadonlyArray<{
      readonly filters: ReadonlyArray<{ propertyName: string; operator: string; value?: string; highValue?: string }>
    }>
    readonly sorts: ReadonlyArray<string>
    readonly properties: ReadonlyArray<string>
    readonly limit: number
    readonly after: string
  }
  const search = (kind: string, { after, filterGroups, limit, properties, sorts }: Search) => {
    const until = Date.now() - lag
    const known = [...of(kind).values()].flatMap((one) => {
      const version = one.seen.findLast(({ at }) => at <= until)
      return version === undefined ? [] : [{ one, values: version.properties }]
    })
    const fits = known.filter(({ values }) =>
      filterGroups.some(({ filters }) =>
        filters.every(({ highValue, operator, propertyName, value }) => {
          const has = values[propertyName] ?? null
          if (operator === "HAS_PROPERTY") return has !== null
          if (operator === "GTE") return has !== null && Date.parse(has) >= Number(value)
          if (operator === "GT") return has !== null && Number(has) > Number(value)
          if (operator === "BETWEEN")
            return has !== null && Date.parse(has) >= Number(value) && Date.parse(has) <= Number(highValue)
          return operator === "EQ" ? has === value : no(400, "VALIDATION_ERROR", `operator ${operator}`)
        })
      )
    )
    const by = sorts[0] ?? "hs_object_id"
    fits.sort((one, other) => String(one.values[by]).localeCompare(String(other.values[by])))
    if (limit > 200 || Number(after) + limit > 10_000) no(400, "VALIDATION_ERROR", "too many results")
    const end = Number(after) + limit
    return {
      total: fits.length,
      results: fits
        .slice(Number(after), end)
        .map(({ one, values }) => ({ ...shown(one, properties), properties: { ...values } })),
      ...(end < fits.length && { paging: { next: { after: String(end) } } })
    }
  }

  return { kinds, now, iso, of, no, write, link, shown, find, create, search }
}
