/**
 * How far a step reaches, as its process says: what a client asks its user for before a tool is called.
 *
 * @module
 */
import { CaseOrder, Declaration, Notify, type Process } from "@dualops/core/process"

/** Whether something outside is asked for by the step, or by what follows it without anybody: a deadline, the world, a case that it orders. */
export const isOutside = (process: Process.Any, step: string, seen: ReadonlySet<string> = new Set()): boolean => {
  const declared = process.steps[step]
  const name = `${process.name} ${step}`
  if (declared === undefined || seen.has(name)) return false
  const before = new Set([...seen, name])
  const asked = Object.keys(declared.performs).some((action) => {
    const kind = process.actions[action]
    if (kind === undefined || kind.name === Notify.notify.name) return false
    return !CaseOrder.isOrder(kind) || isOutside(kind.order.process, kind.order.step, before)
  })
  if (asked) return true
  const reached = new Set(Declaration.leadsTo(declared, "").filter((state) => state !== ""))
  return Object.values(process.deadlines).some(
    (deadline) =>
      deadline.while.some((state) => reached.has(state)) &&
      Declaration.firing(deadline).some((fired) => isOutside(process, fired, before))
  )
}

/** Whether a case may be over by it. */
export const mayEnd = ({ final, steps }: Process.Any, step: string): boolean =>
  steps[step]?.to.some((state) => final.includes(state)) === true
