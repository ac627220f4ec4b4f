/**
 * The files of a command. One that cannot be read or written ends the command with a sentence; one that was read is never written over, and
 * none is ever left half written.
 *
 * @module
 */
import { createReadStream } from "node:fs"
import { basename, dirname, join, resolve } from "node:path"
import * as NodeStream from "@effect/platform-node-shared/NodeStream"
import { Effect, FileSystem, Option, Random, Result, Stdio, Stream } from "effect"
import { type PlatformError, systemError } from "effect/PlatformError"
import * as Problems from "./Problems.ts"
import { type Undone, undone } from "./Words.ts"

/** The name that stands for standard input. */
export const standardInput = "-"

/** The bytes of a file, or of standard input. */
export const readBytes = Effect.fn("Files.readBytes")(function* (file: string) {
  return yield* file === standardInput ? readStandardInput : readFile(file)
})

/** The text of a file, or of standard input. */
export const read = Effect.fn("Files.read")(function* (file: string) {
  const bytes = yield* readBytes(file)
  const text = Result.try(() => utf8.decode(bytes))
  return Result.isSuccess(text)
    ? text.success
    : yield* unreadable(file, { zh: "不是 UTF-8 编码，请另存为 UTF-8", en: "it is not in UTF-8; save it as UTF-8" })
})

/** What people call a file. */
export const nameOf = (file: string): string => (file === standardInput ? "stdin" : file)

/** Refuses files of which more than one would be standard input, which is read only once. */
export const onlyOnce = (files: ReadonlyArray<string>): Effect.Effect<void, Undone> =>
  files.filter((file) => file === standardInput).length > 1
    ? undone("标准输入只能读一次，「-」只写一个。", "Standard input can be read only once; write - only once.")
    : Effect.void

/** Puts a text or bytes into a file, whole or not at all, unless it is one of those that were read. */
export const write = Effect.fn("Files.write")(function* (
  file: string,
  content: string | Uint8Array,
  read: ReadonlyArray<string>
) {
  const files = yield* FileSystem.FileSystem
  const there = yield* replaces(file, read)
  const target = yield* Effect.orElseSucceed(files.realPath(file), () => resolve(file)).pipe(
    Effect.flatMap((path) => (Option.isSome(there) ? Effect.succeed(path) : leadsTo(path)))
  )
  const beside = join(dirname(target), `.${basename(target)}.${yield* Random.nextIntBetween(0, 2 ** 31)}`)
  const mode = Option.match(there, { onNone: () => 0o666, onSome: (info) => info.mode & 0o777 })
  const options = { flag: "wx", mode } as const
  const written =
    typeof content === "string"
      ? files.writeFileString(beside, content, options)
      : files.writeFile(beside, content, options)
  yield* written.pipe(
    Effect.andThen(files.rename(beside, target)),
    Effect.onError(() => Effect.ignore(files.remove(beside, { force: true }))),
    Effect.catchTag("PlatformError", (error) => unwritable(file, Problems.of(error)))
  )
})

/** What stands where a file is to be written; refused where it is none, or one of those that were read. */
export const replaces = Effect.fn("Files.replaces")(function* (file: string, read: ReadonlyArray<string>) {
  const files = yield* FileSystem.FileSystem
  const there = yield* Effect.option(files.stat(file))
  if (Option.isNone(there)) return there
  const { type } = there.value
  if (type !== "File") return yield* unwritable(file, Problems.noFile(type))
  for (const one of read) {
    const info = yield* Effect.option(files.stat(one))
    if (Option.isSome(info) && isSame(info.value, there.value))
      return yield* undone(
        `${file} 就是读入的手册，请换一个文件名。`,
        `${file} is the handbook itself; name another file.`
      )
  }
  return there
})

/** A link stays a link: the file that it leads to is written, also where that is not there yet. */
const leadsTo = (path: string, links = mostLinks): Effect.Effect<string, never, FileSystem.FileSystem> =>
  Effect.flatMap(FileSystem.FileSystem, (files) =>
    Effect.matchEffect(files.readLink(path), {
      onFailure: () => Effect.succeed(path),
      onSuccess: (next) => (links === 0 ? Effect.succeed(path) : leadsTo(resolve(dirname(path), next), links - 1))
    })
  )
/** As many as a system follows. */
const mostLinks = 40

const utf8 = new TextDecoder("utf-8", { fatal: true })

/** Bytes after which nobody has written the file by hand. */
const largest = 2 ** 24

const readFile = Effect.fnUntraced(
  function* (file: string) {
    const files = yield* FileSystem.FileSystem
    const { size, type } = yield* files.stat(file)
    if (type === "FIFO" && isOpen(file)) return yield* asItComes(file, piped(file))
    if (type !== "File") return yield* unreadable(file, Problems.noFile(type))
    // What the system shows as files without a size may never end, or wait for ever, as /proc/kmsg does.
    if (size === 0n) return new Uint8Array()
    return size <= largest ? yield* files.readFile(file) : yield* unreadable(file, Problems.tooLarge(largest))
  },
  (effect, file) => Effect.catchTag(effect, "PlatformError", (error) => unreadable(file, Problems.of(error)))
)

/** Shells hand over what a command prints under such a name, as in `dualops check <(…)`. Other pipes may have nobody at their other end. */
const isOpen = (file: string): boolean => /^\/(dev\/fd\/\d+|dev\/stdin|proc\/self\/fd\/\d+)$/.test(file)

const readStandardInput = Effect.flatMap(Stdio.Stdio, ({ stdin }) => asItComes(standardInput, stdin)).pipe(
  Effect.catchTag("PlatformError", (error) => unreadable(standardInput, Problems.of(error)))
)

/** A pipe has no place to seek to, which the files of the platform do. */
const piped = (file: string) =>
  NodeStream.fromReadable<Uint8Array, PlatformError>({
    evaluate: () => createReadStream(file),
    onError: (cause) =>
      systemError({ _tag: "Unknown", module: "FileSystem", method: "read", pathOrDescriptor: file, cause })
  })

/** What has no size beforehand, and may have no end: no more of it is read than a file may have. */
const asItComes = Effect.fnUntraced(function* (file: string, bytes: Stream.Stream<Uint8Array, PlatformError>) {
  const parts: Array<Uint8Array> = []
  let size = 0
  yield* Stream.runForEachWhile(bytes, (part) => {
    parts.push(part)
    size += part.length
    return Effect.succeed(size <= largest)
  })
  return size <= largest ? Buffer.concat(parts) : yield* unreadable(file, Problems.tooLarge(largest))
})

const unreadable = (file: string, { zh, en }: Problems.Problem) =>
  undone(`读不了 ${nameOf(file)}：${zh}。`, `${nameOf(file)} cannot be read: ${en}.`)

const unwritable = (file: string, { zh, en }: Problems.Problem) =>
  undone(`写不了 ${file}：${zh}。`, `${file} cannot be written: ${en}.`)

/** One file under two names has one number on one device, through links as well as through letters that the folder takes for the same. */
const isSame = (one: FileSystem.File.Info, other: FileSystem.File.Info): boolean =>
  one.dev === other.dev && Option.isSome(one.ino) && Option.getOrUndefined(one.ino) === Option.getOrUndefined(other.ino)
