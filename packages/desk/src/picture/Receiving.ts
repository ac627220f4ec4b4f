/**
 * A form that brings files along: what was typed, and the files by the field that they were chosen for, within bounds. Nothing is kept of it yet.
 *
 * @module
 */
import { ByteSize, Effect, Stream } from "effect"
import { HttpIncomingMessage, type HttpServerRequest, Multipart } from "effect/http"

/** A file as it came: no more of it than may be taken. */
export interface Sent {
  /** The name of the control. */
  readonly control: string
  /** What whoever sent it calls it: a text, and no place. */
  readonly name: string
  /** Its bytes; nothing where there are more than are taken. */
  readonly bytes: Uint8Array | undefined
}

/** A form with its files. */
export interface Received {
  readonly told: URLSearchParams
  readonly sent: ReadonlyArray<Sent>
}

/** So large is the largest file that is taken; Weibo itself takes 5 MB of most. */
export const mostBytes = 10 * 1024 * 1024
/** So many files come with one form. */
export const mostFiles = 18

/** Reads the form. What is cut off, has no end or is none is an error, and leaves nothing behind. */
export const of = Effect.fnUntraced(function* (
  request: HttpServerRequest.HttpServerRequest
): Effect.fn.Return<Received, Multipart.MultipartError> {
  const told = new URLSearchParams()
  const sent: Array<Sent> = []
  yield* Stream.runForEach(request.multipartStream, (part) => {
    if (part._tag === "Field") return Effect.sync(() => told.append(part.key, part.value))
    return Effect.map(bytesOf(part), (bytes) => {
      // A control of which no file is chosen sends one that has neither name nor bytes.
      if (bytes === undefined || bytes.length > 0) sent.push({ control: part.key, name: part.name, bytes })
    })
  }).pipe(bounded)
  return { told, sent }
})

const bytesOf = (file: Multipart.File) => {
  const chunks: Array<Uint8Array> = []
  let size = 0
  return Stream.runForEach(file.content, (chunk) =>
    Effect.sync(() => {
      size += chunk.length
      // What is too large is read to its end, so that what was typed is not lost, and not kept in mind.
      if (size <= mostBytes) chunks.push(chunk)
      else chunks.length = 0
    })
  ).pipe(
    Effect.as(undefined),
    Effect.map(() => (size <= mostBytes ? new Uint8Array(Buffer.concat(chunks)) : undefined))
  )
}

const bounded = <A, E, R>(reading: Effect.Effect<A, E, R>) =>
  reading.pipe(
    Effect.provideService(Multipart.MaxParts, 1000),
    Effect.provideService(Multipart.MaxFieldSize, ByteSize.mebibytes(1)),
    Effect.provideService(Multipart.FieldMimeTypes, []),
    Effect.provideService(HttpIncomingMessage.MaxBodySize, ByteSize.mebibytes(64))
  )
