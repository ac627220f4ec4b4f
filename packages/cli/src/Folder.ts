/**
 * What stands beside a handbook to begin with: the settings that `dualops run` starts a house by, the names of its secrets, and what git leaves alone. A file
 * that is there already is left as it is, but for what git has to leave alone.
 *
 * @module
 */
import { basename, dirname, join } from "node:path"
import type { Bilingual } from "@dualops/core/finding"
import { Effect, FileSystem } from "effect"
import * as Files from "./Files.ts"
import { inWords } from "./Words.ts"

/** Writes what is not there yet beside the handbook; answers the files that were written, and those that were left alone. */
export const begin = Effect.fnUntraced(function* (handbook: string, from: string, language: Bilingual.Language) {
  const files = yield* FileSystem.FileSystem
  const folder = dirname(handbook)
  const written: Array<string> = []
  const left: Array<string> = []
  for (const [name, text] of Object.entries(texts(basename(handbook), from, language))) {
    const path = join(folder, name)
    const there = name === configName ? configs.map((one) => join(folder, one)) : [path]
    const found = yield* Effect.filter(there, (one) => Effect.isSuccess(files.stat(one)))
    if (name === ".gitignore" && found.length > 0) {
      if (yield* add(path, text)) written.push(path)
    } else if (found.length > 0) left.push(...found)
    else {
      yield* Files.write(path, text, [])
      written.push(path)
    }
  }
  return { written, left }
})

/** The lines that a file lacks come behind those that it has; answers whether it lacked some. */
const add = Effect.fnUntraced(function* (path: string, text: string) {
  const there = yield* Files.read(path)
  const known = there.split(/\r?\n/)
  const lacking = text
    .trimEnd()
    .split("\n")
    .filter((line) => !known.includes(line))
  if (lacking.length === 0) return false
  yield* Files.write(path, `${there}${there === "" || there.endsWith("\n") ? "" : "\n"}${lacking.join("\n")}\n`, [])
  return true
})

const configName = "dualops.config.ts"
const configs = ["ts", "mts", "js", "mjs", "json"].map((ending) => `dualops.config.${ending}`)

const texts = (handbook: string, from: string, language: Bilingual.Language): Readonly<Record<string, string>> => {
  const say = inWords(language)
  return {
    [configName]: `${say(
      "// dualops run 按这个文件启动。密钥写在 .env，这里只写变量名。",
      "// What dualops run starts. Secrets stand in .env; here stand the names of their variables only."
    )}
export default {
  handbook: ${JSON.stringify(handbook)},
  ${say('// 一个文件；或 PostgreSQL：{ postgres: "DATABASE_URL" }。', '// A file; or PostgreSQL: { postgres: "DATABASE_URL" }.')}
  store: "store.sqlite",
  ${say(
    '// 账号授权的 token、本机的公网地址，以及从哪天起听粉丝说话；授权到期日写 expires: "YYYY-MM-DD"，提前三天提醒。--emulator 时都用不到。',
    '// The token of the account\'s grant, the address that you write from, and since when fans are heard; with expires: "YYYY-MM-DD" the end of the grant is told three days ahead. With --emulator none of it is needed.'
  )}
  weibo: { token: "WEIBO_TOKEN", rip: "127.0.0.1", from: ${JSON.stringify(from)} },
  ${say(
    '// 只有本机能打开。多人使用时放在已登录的代理之后：door: { header: "X-Person", secretHeader: "X-Proof", secret: "DESK_PROXY" }。',
    '// For this machine alone. For a team, behind a proxy that signs people in: door: { header: "X-Person", secretHeader: "X-Proof", secret: "DESK_PROXY" }.'
  )}
  desk: { port: 8400, door: "local" }
  ${say(
    '// 消息发到企业微信等：tell: { wecom: "WECOM" }。不写则显示在终端。',
    '// Messages to people by WeCom and others: tell: { wecom: "WECOM" }. Left out, they are lines on the terminal.'
  )}
}
`,
    ".env.example": `${say("# 复制为 .env，填入真实的值；.env 不进版本库。", "# Copy it to .env and put the real values there; .env stays out of the repository.")}
WEIBO_TOKEN=
`,
    "package.json": `${JSON.stringify(
      {
        private: true,
        type: "module",
        scripts: { check: `dualops check ${handbook}`, start: "dualops run", try: "dualops run --emulator" }
      },
      undefined,
      2
    )}
`,
    ".gitignore": "node_modules\n.env\n*.sqlite*\nemulator\n"
  }
}
