/**
 * Names by which one part of a handbook stands for another: a person, a resource, a calendar. The schema of a name says what it names; the
 * keys of a record of that schema are the names there are, and wherever else it stands, it is a reference to one of them.
 *
 *     const ResourceId = Schema.NonEmptyString.annotate(Name.of({ zh: "资源", en: "resource" })).pipe(Schema.brand("ResourceId"))
 *     Schema.Record(ResourceId, Resource)   // the resources there are
 *     Schema.Array(ResourceId)              // references: each has to name one of them
 *
 * @module
 */
import type { Bilingual } from "./Bilingual.ts"

/** What a name names. */
export interface Named {
  readonly what: Bilingual
  /** Known without being written. */
  readonly besides: ReadonlyArray<string>
}

/** What a reference is beyond that. */
export interface Use {
  /** Whether a person is counted on here; `urgent`: for something that cannot wait until they look at their desk. */
  readonly counted?: "urgent" | "soon"
  /**
   * Whether by standing here a name is one of those that there are, and no reference: as a person's skills are, and the keys of a record, unless it says
   * that they are not.
   */
  readonly declares?: boolean
}

const namedKey = "~dualops/Name"
const useKey = "~dualops/Name/use"

type Annotating = Readonly<Record<string, unknown>>

/** Annotations of the schema of a name. */
export const of = (what: Bilingual, ...besides: ReadonlyArray<string>): Annotating => ({
  [namedKey]: { what, besides } satisfies Named
})

/** The person who stands here is counted on for something that cannot wait: the contact has to reach them at once. */
export const urgent: Annotating = { [useKey]: { counted: "urgent" } satisfies Use }

/** The person who stands here is counted on. */
export const counted: Annotating = { [useKey]: { counted: "soon" } satisfies Use }

/** What stands here is one of the names there are. */
export const declares: Annotating = { [useKey]: { declares: true } satisfies Use }

/** What stands here refers to one of the names there are, also as the key of a record. */
export const refers: Annotating = { [useKey]: { declares: false } satisfies Use }

/** A name, as the schema at its place marks it. Names of one kind have the same `named`. */
export interface Mark extends Use {
  readonly named: Named
}

/** What the annotations of a schema say of the names that it is for. */
export const markOf = (annotations: Annotating): Mark | undefined => {
  // Both keys are written here and nowhere else.
  const named = annotations[namedKey] as Named | undefined
  return named && { named, ...(annotations[useKey] as Use | undefined) }
}

/** Whether a name that stands so is one of those that there are, and no reference to one. */
export const isDeclared = ({ declares }: Mark, isKey: boolean): boolean => declares ?? isKey
