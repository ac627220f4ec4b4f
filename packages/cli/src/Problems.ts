/**
 * What a system says of files, in Chinese and in English: pieces of a sentence, to stand behind a colon.
 *
 * @module
 */
import type { FileSystem } from "effect"
import type { PlatformError } from "effect/PlatformError"

/** What is wrong with a file. */
export interface Problem {
  readonly zh: string
  readonly en: string
}

/** What a failure of the system means; one that is not known here is told as the system tells it. */
export const of = (error: PlatformError): Problem => {
  const { cause } = error.reason
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : ""
  const said = cause instanceof Error ? cause.message : error.message
  return Object.hasOwn(problems, code) ? (problems[code] ?? same(said)) : same(said)
}

/** There is something else than a file. */
export const noFile = (type: FileSystem.File.Type): Problem => kinds[type] ?? { zh: "不是文件", en: "it is not a file" }

/** The file is larger than anybody writes. */
export const tooLarge = (bytes: number): Problem => ({
  zh: `超过 ${bytes / 2 ** 20} MB`,
  en: `it has more than ${bytes / 2 ** 20} MB`
})

const same = (said: string): Problem => ({ zh: said, en: said })

const permission: Problem = { zh: "没有权限", en: "permission is denied" }
const full: Problem = { zh: "磁盘已满", en: "the disk is full" }

/** By the codes of POSIX. */
const problems: Readonly<Record<string, Problem>> = {
  ENOENT: { zh: "没有这个文件或文件夹", en: "there is no such file or folder" },
  ENOTDIR: { zh: "路径中有一段不是文件夹", en: "a part of its path is no folder" },
  EISDIR: { zh: "是文件夹，不是文件", en: "it is a folder, not a file" },
  ELOOP: { zh: "链接绕成了圈", en: "its links lead in a circle" },
  ENAMETOOLONG: { zh: "文件名太长", en: "its name is too long" },
  EACCES: permission,
  EPERM: permission,
  EROFS: { zh: "所在的磁盘只能读", en: "its disk is read-only" },
  ENOSPC: full,
  EDQUOT: full,
  EFBIG: { zh: "文件太大", en: "the file would be too large" },
  EBUSY: { zh: "正被别的程序占用", en: "another program has it in use" },
  EMFILE: { zh: "打开的文件太多", en: "too many files are open" },
  EIO: { zh: "磁盘出错", en: "the disk has failed" }
}

const kinds: Readonly<Partial<Record<FileSystem.File.Type, Problem>>> = {
  Directory: { zh: "是文件夹，不是文件", en: "it is a folder, not a file" },
  CharacterDevice: { zh: "是设备，不是文件", en: "it is a device, not a file" },
  BlockDevice: { zh: "是设备，不是文件", en: "it is a device, not a file" },
  FIFO: { zh: "是管道；要从管道读入，写「-」", en: "it is a pipe; to read what is piped in, write -" },
  Socket: { zh: "是套接字，不是文件", en: "it is a socket, not a file" }
}
