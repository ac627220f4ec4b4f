/**
 * `Pictures` and `PictureShelf` in a folder of this machine. What is put there is a file of its own, called by its digest, which nothing overwrites; what is
 * read lies in the folder, and no link leads out of it.
 *
 * @module
 */
import { randomUUID } from "node:crypto"
import { link, mkdir, open, readFile, realpath, rm } from "node:fs/promises"
import { join, sep } from "node:path"
import { PictureShelf, Pictures } from "@dualops/core/pictures"
import { Context, Effect, Layer } from "effect"

/** The pictures of a folder, which is made where it is not there yet. */
export const layer = (folder: string): Layer.Layer<Pictures.Pictures | PictureShelf.PictureShelf> =>
  Layer.succeedContext(
    Context.make(Pictures.Pictures, {
      read: ({ source }) =>
        Effect.tryPromise({ try: () => bytesAt(folder, source), catch: () => new Pictures.Missing({ source }) })
    }).pipe(
      Context.add(PictureShelf.PictureShelf, {
        keep: (chosen) =>
          Effect.tryPromise({
            try: () => put(folder, chosen),
            catch: (why) => new PictureShelf.NotKept({ why: why instanceof Error ? why.message : String(why) })
          })
      })
    )
  )

const bytesAt = async (folder: string, source: string): Promise<Uint8Array> => {
  const real = await realpath(join(folder, source))
  if (!real.startsWith((await realpath(folder)) + sep)) throw new Error("it lies elsewhere")
  return new Uint8Array(await readFile(real))
}

/** A whole file is put in its place at once, and none that is there is touched: whoever dies meanwhile leaves nothing under its name. */
const put = async (folder: string, chosen: PictureShelf.Chosen) => {
  const picture = PictureShelf.named(chosen)
  await mkdir(folder, { recursive: true })
  const [part, place] = [join(folder, `.${randomUUID()}.part`), join(folder, picture.source)]
  try {
    const file = await open(part, "wx", 0o644)
    await file.writeFile(chosen.bytes)
    await file.sync()
    await file.close()
    await link(part, place).catch((why: unknown) => {
      if (!(why instanceof Error && "code" in why && why.code === "EEXIST")) throw why
    })
  } finally {
    await rm(part, { force: true })
  }
  // What lay there before has to be these very bytes.
  const found = await bytesAt(folder, picture.source)
  if (PictureShelf.named({ ...chosen, bytes: found }).sha256 !== picture.sha256)
    throw new Error(`${picture.source} has other bytes`)
  return picture
}
