/**
 * The variables of the environment that settings name, and those that have no value, or one that is too short for a secret. No value is in what is said.
 *
 * @module
 */
import type { Settings } from "./Settings.ts"
import type { Wrong } from "./Wrong.ts"

/** What is missing for a house that runs, or for one that is only read. */
export const missing = (settings: Settings, environment: NodeJS.Dict<string>, isReader = false): ReadonlyArray<Wrong> =>
  [...ofStore(settings), ...(isReader ? [] : ofRun(settings))]
    .filter(({ least, variable }) => (environment[variable] ?? "").length < least)
    .map(({ least, path, variable }) => ({
      path,
      ...((environment[variable] ?? "") === "" ? words.unset(variable) : words.short(variable, least))
    }))

/** A variable that the settings name, where they name it, and how long its value has to be. */
interface Wanted {
  readonly path: string
  readonly variable: string
  readonly least: number
}

const ofStore = ({ keys, store }: Settings): ReadonlyArray<Wanted> => [
  ...(typeof store === "string" ? [] : [{ path: "store.postgres", variable: store.postgres, least: 1 }]),
  ...(keys === undefined || typeof keys === "string"
    ? []
    : [{ path: "keys.postgres", variable: keys.postgres, least: 1 }])
]

const ofRun = ({ codes, desk, draws, invitations, weibo }: Settings): ReadonlyArray<Wanted> => [
  ...(weibo === "emulator" ? [] : [{ path: "weibo.token", variable: weibo.token, least: 1 }]),
  ...(desk.secret === undefined ? [] : [{ path: "desk.secret", variable: desk.secret, least: 16 }]),
  ...secretsOf(desk.door),
  ...(draws === undefined ? [] : [{ path: "draws.secret", variable: draws.secret, least: 32 }]),
  ...(invitations === undefined
    ? []
    : [{ path: "invitations.optOut.secret", variable: invitations.optOut.secret, least: 32 }]),
  ...(codes === undefined ? [] : [{ path: "codes.secret", variable: codes.secret, least: 32 }]),
  ...Object.entries(codes?.tills?.of ?? {}).map(([till, { token }]) => ({
    path: `codes.tills.of.${till}`,
    variable: token,
    least: 32
  }))
]

const secretsOf = (door: Settings["desk"]["door"]): ReadonlyArray<Wanted> => {
  if (door === "local") return []
  return "secret" in door
    ? [{ path: "desk.door.secret", variable: door.secret, least: 16 }]
    : [
        { path: "desk.door.clientSecret", variable: door.clientSecret, least: 1 },
        { path: "desk.door.cookies", variable: door.cookies, least: 16 }
      ]
}

const words = {
  unset: (name: string) => ({
    message: { zh: `环境变量 ${name} 没有值。`, en: `The variable ${name} is not set.` },
    fix: {
      zh: `在 .env 里写 ${name}=…，或设为环境变量。`,
      en: `Write ${name}=… into .env beside the file, or set it in the environment.`
    }
  }),
  short: (name: string, least: number) => ({
    message: { zh: `环境变量 ${name} 太短。`, en: `The variable ${name} is too short to be a secret.` },
    fix: { zh: `至少 ${least} 个随机字符。`, en: `Give it ${least} characters by chance, or more.` }
  })
}
