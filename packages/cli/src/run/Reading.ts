/**
 * Reads what a house is started with, and says everything that is missing or wrong in it at once: in its file, in the environment, in the handbook, on
 * this machine. No value of a secret is in what it says.
 *
 * @module
 */
import { existsSync, readFileSync, statSync } from "node:fs"
import { createServer } from "node:net"
import { dirname, join, resolve } from "node:path"
import { parseEnv } from "node:util"
import { ChineseHolidays } from "@dualops/core/calendar"
import { HandbookFile } from "@dualops/core/files"
import { type Bilingual, Finding, FindingText, SchemaFindings } from "@dualops/core/finding"
import type { Handbook } from "@dualops/core/handbook"
import type { Carrier } from "@dualops/core/operations"
import { type Practice, Practices } from "@dualops/core/practices"
import { Verifier } from "@dualops/core/verifier"
import { DateTime, Predicate, Redacted, Result, Schema } from "effect"
import * as OwnModule from "../OwnModule.ts"
import * as Crm from "./Crm.ts"
import * as Hooks from "./Hooks.ts"
import * as MemberSettings from "./MemberSettings.ts"
import * as ResourceSettings from "./ResourceSettings.ts"
import { Settings, usualPort } from "./Settings.ts"
import * as Telling from "./Telling.ts"
import * as Variables from "./Variables.ts"
import type { Wrong } from "./Wrong.ts"

/** What was asked for on the command line. */
export interface Asked {
  /** The file; the first of those that are looked for in the working directory, if left out. */
  readonly config?: string | undefined
  readonly emulator: boolean
  readonly port?: number | undefined
  readonly language: Bilingual.Language
  /** What is only read of a house, beside one that may be running: its desk is not opened, and nobody outside is spoken to. */
  readonly isReader?: true
}

/** All that a house needs, read and found right. */
export interface Ready {
  readonly folder: string
  readonly settings: Settings
  readonly emulated: boolean
  readonly port: number
  readonly handbook: Handbook.Handbook
  readonly practices: ReadonlyArray<Practice.Practice>
  readonly carriers: ReadonlyArray<Carrier.AnyCarrier<never>>
  /** The value of a variable that the settings name; each is there. */
  readonly secret: (variable: string) => Redacted.Redacted
}

/** Why a house is not started, in words for whoever starts it. */
export class Refused {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

/** The files that are looked for. */
export const names = ["ts", "mts", "js", "mjs", "json"].map((ending) => `dualops.config.${ending}`)

/** Reads it all; what is wrong is thrown as {@link Refused}. */
export const read = async ({ config, emulator, isReader, language, port }: Asked): Promise<Ready> => {
  const say = (zh: string, en: string) => (language === "zh" ? zh : en)
  const file = config ?? names.find((name) => existsSync(name))
  if (file === undefined || !existsSync(file))
    throw new Refused(
      say(
        `没有找到 ${file ?? "dualops.config.ts"}。先运行：npx dualops init`,
        `There is no ${file ?? "dualops.config.ts"}. Begin with: npx dualops init`
      )
    )
  const written = await load(file).catch((why) => {
    throw new Refused(say(`${file} 无法读取：${messageOf(why)}`, `${file} cannot be read: ${messageOf(why)}`))
  })
  const decoded = Schema.decodeUnknownResult(Settings)(written, { errors: "all", onExcessProperty: "error" })
  // What stands there is not shown: it may be a secret that somebody has put into the wrong place.
  if (Result.isFailure(decoded))
    throw refuse(SchemaFindings.fromIssue(decoded.failure.issue, (path) => at(file, SchemaFindings.pathText(path))))
  const settings = decoded.success
  const folder = resolve(dirname(file))
  const emulated = emulator || settings.weibo === "emulator"
  const environment = { ...ofFile(join(folder, ".env")), ...process.env }
  const chosen = { ...settings, ...(port !== undefined && { desk: { ...settings.desk, port } }) }
  const outside = (): ReadonlyArray<Finding.Finding> => [
    ...originless(file, settings),
    ...Telling.wrong(settings.tell ?? {}, environment).map((one) => finding(file, one)),
    ...Crm.wrong("customerDesk", settings.customerDesk, environment).map((one) => finding(file, one)),
    ...MemberSettings.wrong(settings, environment).map((one) => finding(file, one)),
    ...Hooks.wrong(settings.webhooks ?? [], environment).map((one) => finding(file, one))
  ]
  const findings: Array<Finding.Finding> = [
    ...(emulated ? [] : Variables.missing(settings, environment, isReader)).map((one) => finding(file, one)),
    ...(emulated || isReader ? [] : outside()),
    ...(isReader ? [] : await busy(file, chosen.desk.port ?? usualPort))
  ]
  const { practices, wrong } = practicesOf(file, settings.practices)
  findings.push(...wrong)
  const carriers = Array.isArray(settings.carriers) ? settings.carriers.filter(isCarrier) : []
  if (
    settings.carriers !== undefined &&
    (!Array.isArray(settings.carriers) || carriers.length < settings.carriers.length)
  )
    findings.push(finding(file, { path: "carriers", ...words.carriers }))
  const path = join(folder, settings.handbook)
  if (!existsSync(path) || !statSync(path).isFile()) {
    findings.push(finding(file, { path: "handbook", ...words.noHandbook(settings.handbook) }))
    throw refuse(findings)
  }
  const text = readFileSync(path, "utf8")
  const checked = Verifier.checkFile(settings.handbook, text, {
    holidays: ChineseHolidays.holidays,
    at: DateTime.nowUnsafe(),
    practices
  })
  const known = HandbookFile.read(settings.handbook, text, practices)
  if (!emulated && !isReader && Result.isSuccess(known))
    findings.push(
      ...[ResourceSettings, MemberSettings]
        .flatMap(({ lacking }) => lacking(known.success, settings, carriers))
        .map((one) => finding(file, one))
    )
  const errors = checked.filter(({ severity }) => severity === "error")
  if (findings.length + errors.length > 0)
    throw new Refused(
      (findings.length > 0 ? FindingText.print(findings, "", language) : "") +
        (errors.length > 0 ? FindingText.print(errors, text, language) : "")
    )
  const secret = (variable: string) => Redacted.make(environment[variable] ?? "")
  const handbook = Result.getOrThrow(known)
  return { folder, settings, emulated, port: chosen.desk.port ?? usualPort, handbook, practices, carriers, secret }

  function refuse(all: ReadonlyArray<Finding.Finding>) {
    return new Refused(FindingText.print(all, "", language))
  }
}

const load = async (file: string): Promise<unknown> =>
  file.endsWith(".json") ? JSON.parse(readFileSync(file, "utf8")) : OwnModule.load(file)

const messageOf = (why: unknown) => (why instanceof Error ? why.message : String(why))

/** The variables that a file beside the settings has; those of the environment itself go before. */
const ofFile = (path: string): NodeJS.Dict<string> => (existsSync(path) ? parseEnv(readFileSync(path, "utf8")) : {})

/** A provider leads people back to an origin, which has to be known. */
const originless = (file: string, { desk: { door, origin } }: Settings): ReadonlyArray<Finding.Finding> =>
  door === "local" ||
  "secret" in door ||
  (origin !== undefined && URL.canParse(origin) && new URL(origin).origin === origin)
    ? []
    : [finding(file, { path: "desk.origin", ...words.origin })]

const busy = async (file: string, port: number): Promise<ReadonlyArray<Finding.Finding>> => {
  if (port === 0) return []
  const isFree = await new Promise<boolean>((resolve) => {
    const server = createServer()
    server.once("error", () => resolve(false))
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)))
  })
  return isFree ? [] : [finding(file, { path: "desk.port", ...words.busy(port) })]
}

const practicesOf = (file: string, given: unknown) => {
  if (given === undefined) return { practices: Practices.house, wrong: [] }
  const isList = Array.isArray(given) && given.every(isPractice)
  return isList
    ? { practices: given as ReadonlyArray<Practice.Practice>, wrong: [] }
    : { practices: Practices.house, wrong: [finding(file, { path: "practices", ...words.practices })] }
}

const isPractice = (value: unknown): value is Practice.Practice =>
  ["name", "title", "sections", "runs", "rules", "pages"].every((key) => Predicate.hasProperty(value, key))

const isCarrier = (value: unknown): value is Carrier.AnyCarrier<never> =>
  Predicate.hasProperty(value, "kind") && Predicate.hasProperty(value, "carry")

const at = (file: string, path: string): Finding.Place => ({ file, path })

const finding = (file: string, { fix, message, path }: Wrong): Finding.Finding =>
  Finding.bounded({ code: "config/cannot-start", severity: "error", where: at(file, path), message, evidence: "", fix })

const words = {
  busy: (port: number) => ({
    message: { zh: `端口 ${port} 已被占用。`, en: `Something listens on port ${port} already.` },
    fix: { zh: "换一个端口，或用 --port。", en: "Name another port, here or with --port." }
  }),
  origin: {
    message: {
      zh: "用身份服务登录，就要写明浏览器看到的工作台地址。",
      en: "Whoever signs in at a provider is led back: to which address, is not said."
    },
    fix: { zh: "写成 https://desk.example.com。", en: "Write it as https://desk.example.com, without a path." }
  },
  practices: {
    message: { zh: "这里应是一列 practice。", en: "There should be a list of practices here." },
    fix: { zh: "写 [...Practices.house, 自己的]。", en: "Write [...Practices.house, yours], or leave it out." }
  },
  carriers: {
    message: { zh: "这里应是一列 carrier。", en: "There should be a list of carriers here." },
    fix: { zh: "用 dualops 的 carrier(kind, async …)。", en: "Make them with carrier(kind, async …) of dualops." }
  },
  noHandbook: (name: string) => ({
    message: { zh: `没有手册 ${name}。`, en: `There is no handbook ${name} beside the file.` },
    fix: { zh: "改名称，或运行 npx dualops init。", en: "Mend the name, or begin one with npx dualops init." }
  })
}
