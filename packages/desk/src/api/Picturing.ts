/**
 * A picture that a program sends: put on the shelf for whoever may take the step that it is for, as the files of a form are, and for nobody else.
 *
 * @module
 */
import { Handbooks } from "@dualops/core/operations"
import { Declaration } from "@dualops/core/process"
import { DateTime, Effect, Stream } from "effect"
import * as Fields from "../form/Fields.ts"
import type { House } from "../house/House.ts"
import * as StepForm from "../pages/StepForm.ts"
import * as Kind from "../picture/Kind.ts"
import { mostBytes } from "../picture/Receiving.ts"
import { Caller } from "./Api.ts"
import * as Problems from "./Problems.ts"

/** Takes it in; answers what an order says of it. */
export const put = Effect.fnUntraced(function* (
  { caseload: { processes }, shelf }: House,
  { process: name, step }: { readonly process: string; readonly step: string },
  sent: Stream.Stream<Uint8Array, unknown>
) {
  const { person } = yield* Caller
  const process = processes.find((one) => one.name === name)
  const by = process && Object.hasOwn(process.steps, step) ? process.steps[step]?.by : undefined
  // Where no step takes pictures, or the house has no shelf, there is nothing to send one to.
  if (process === undefined || by === undefined || shelf === undefined) return yield* Effect.fail(Problems.notFound)
  if (Fields.pictures(StepForm.fieldsOf(process, step), "").length === 0) return yield* Effect.fail(Problems.notFound)
  const [seen, at] = [yield* Handbooks.seenBy(person), yield* DateTime.now]
  if (!Declaration.isPersonal(by) || !seen.some(({ entitled }) => entitled(person, by, at)))
    return yield* Effect.fail(Problems.notTheirs)
  const bytes = yield* bytesOf(sent)
  const format = Kind.of(bytes)
  if (format === undefined) return yield* Effect.fail(Problems.noPicture)
  return yield* shelf.keep({ bytes, format }).pipe(
    Effect.tapError(({ message }) => Effect.logError(message)),
    Effect.mapError(() => Problems.notKept)
  )
})

/** No more of it is read than may be taken. */
const bytesOf = (sent: Stream.Stream<Uint8Array, unknown>) => {
  const chunks: Array<Uint8Array> = []
  let size = 0
  return Stream.runForEach(Stream.orDie(sent), (chunk) => {
    size += chunk.length
    if (size > mostBytes) return Effect.fail(Problems.tooLarge)
    return Effect.sync(() => void chunks.push(chunk))
  }).pipe(Effect.map(() => new Uint8Array(Buffer.concat(chunks))))
}
