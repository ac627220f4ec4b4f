/**
 * What a process declares of its children, the cases that one of its orders begins: what it hears of them, and what becomes of them when it is over.
 *
 * @module
 */

/** The step by which a case is stopped whose parent is over. */
export interface Stop<Step extends string, Input> {
  readonly stop: Step
  /** What the step is told, where it asks for something. */
  readonly told?: Input
  /** Where the step does not lead from the state that a child has reached, the child goes on; without it, a person has to see to it. */
  readonly orElse?: "goOn"
}

/** What a process hears of the cases that one of its orders begins, and what becomes of them. */
export interface Children {
  /** By the states in which such a case is over: the step that hears of it; `null` where nobody needs to. */
  readonly ends: Readonly<Record<string, string | null>>
  /** By states on its way, its *stations*: the step that hears, once, that such a case has come there. It is ordered with them: of others nothing is told. */
  readonly passes?: Readonly<Record<string, string>>
  /** What becomes of those that are open when this one is over: they go on, unheard, or each is told to take a step that ends it. */
  readonly whenOver: "goOn" | Stop<string, object>
}

/** Everything that is heard of such a case, in the order in which it comes: the state that it has come to, and the step that hears of it. */
export const news = ({ ends, passes = {} }: Pick<Children, "ends" | "passes">) => [
  ...Object.entries(passes),
  ...Object.entries(ends)
]
