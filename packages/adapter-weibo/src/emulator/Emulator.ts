/**
 * A Weibo on this machine: an HTTP server that speaks Weibo's contract as far as a brand account uses it.
 *
 * Its record of what really went out is the judge in tests; the emulator lets calls go wrong by script or by chance.
 *
 * @module
 */
import { once } from "node:events"
import type { AddressInfo } from "node:net"
import { Quota } from "@dualops/core/planning"
import { Clock, Context, Effect, Layer, type Scope } from "effect"
import * as AccountPage from "./AccountPage.ts"
import * as Chance from "./Chance.ts"
import * as Control from "./Control.ts"
import type * as Delivery from "./Delivery.ts"
import type { App, Desk } from "./Desk.ts"
import * as Fans from "./Fans.ts"
import type { Name } from "./Fault.ts"
import * as FaultPlan from "./FaultPlan.ts"
import type { Happening, Posted } from "./Happening.ts"
import * as Interfaces from "./Interfaces.ts"
import * as Journal from "./Journal.ts"
import * as OAuth from "./OAuth.ts"
import type { LongPosts } from "./PostText.ts"
import * as QuotaMeter from "./QuotaMeter.ts"
import * as Server from "./Server.ts"
import * as World from "./World.ts"

/** The emulated world as it is at the start, and how it behaves. */
export interface Options {
  readonly accounts: ReadonlyArray<World.Account>
  /** Other people, with their names; whoever is not here has a number for a name. */
  readonly fans?: ReadonlyArray<World.Fan>
  /** Hosts registered with the app; a shared post must hold a link to one of them. None unless told, as for a new app. */
  readonly safeDomains?: ReadonlyArray<string>
  /** What else Weibo knows of the app: only the route `share` is granted unless told. */
  readonly app?: Partial<Omit<App, "safeDomains">>
  /** Where accounts take pushes, by account id. */
  readonly push?: Readonly<Record<string, Delivery.Target>>
  /** What differs from an ordinary app's quotas. */
  readonly limits?: Partial<Quota.Limits>
  /** A file that keeps what happened; it is written before an answer is sent, and read again at the next start. */
  readonly journal?: string
  /** Decides ids and faults; 1 unless told. */
  readonly seed?: number
  /** The time in milliseconds: the machine's, or under Effect the clock of the fibre, unless told. */
  readonly now?: () => number
  /** Takes the same text twice in a row, so that whoever sends twice is found out; no unless told, as at Weibo. */
  readonly takesRepeats?: boolean
  /** How long posts are shown: cut bare unless told, as in the newest recordings. */
  readonly longPosts?: LongPosts
  /** Faults by chance from the start. */
  readonly weather?: FaultPlan.Weather
  /** How long a silent connection is held before it is cut, in milliseconds; 60,000 unless told. */
  readonly silence?: number
  /** How long a slow answer takes, in milliseconds; 1,000 unless told. */
  readonly slowness?: number
  /** How long an effect is under way that comes after its call was cut off, in milliseconds; 1,000 unless told. */
  readonly lateness?: number
  /** How long a request may take to come in whole before it is refused, in milliseconds; 10,000 unless told. */
  readonly timeout?: number
  /** The port on the loopback address; one that is free unless told. */
  readonly port?: number
}

/** A running emulator. */
export interface Running {
  /** The base address, without a slash at the end. */
  readonly url: string
  /** The address of the page on which people see what is out of an account, and can be a fan. */
  readonly page: (account: string) => string
  /** What the accounts published and did not delete, in the order in which it went out; of one account if told. */
  readonly posts: (account?: string) => ReadonlyArray<Posted>
  /** What fans do. */
  readonly fans: Fans.Fans
  /** Everything that happened. */
  readonly happenings: () => ReadonlyArray<Happening>
  /** The next calls to a path (`/2/statuses/share.json`) meet these faults, one each; `null` lets a call through. */
  readonly next: (path: string, ...faults: ReadonlyArray<Name | null>) => void
  /** From now on faults come by chance; `undefined` ends it. */
  readonly weather: (weather: FaultPlan.Weather | undefined) => void
  /** From now on a token is answered with this code: 21327 expired, 21321 revoked. */
  readonly kill: (token: string, code: number) => void
}

/** A running emulator that is ended by hand. */
export interface Closable extends Running {
  /** Ends it and cuts what is open. */
  readonly close: () => Promise<void>
}

/** Starts an emulator; `close` ends it and cuts what is open. */
export const startAsync = async (options: Options): Promise<Closable> => {
  const chance = Chance.make(options.seed ?? 1)
  const plan = FaultPlan.make(chance, options.weather)
  const now = options.now ?? Date.now
  const desk: Desk = {
    world: World.make({
      accounts: options.accounts,
      fans: options.fans ?? [],
      chance,
      now,
      longPosts: options.longPosts ?? "bare",
      journal: options.journal === undefined ? Journal.none : Journal.toFile(options.journal),
      past: options.journal === undefined ? [] : Journal.replay(options.journal)
    }),
    app: { ...newApp, safeDomains: options.safeDomains ?? [], ...options.app },
    limits: { ...Quota.ordinary, ...options.limits },
    meter: QuotaMeter.make(),
    tokens: new Map(options.accounts.map(({ uid, token, expiresAt }) => [token, { uid, createdAt: now(), expiresAt }])),
    takesRepeats: options.takesRepeats ?? false,
    deadTokens: new Map(),
    shortened: new Map(),
    codes: new Map()
  }
  const fans = Fans.make(desk.world, options.push ?? {})
  const server = Server.make({
    serve: (call) => {
      if (call.path.startsWith("/emulator/")) return Control.serve(desk, plan, fans, call)
      return call.path.startsWith("/oauth2/") ? OAuth.serve(desk, call) : Interfaces.serve(desk, call)
    },
    meet: (path) => (path.startsWith("/emulator/") ? undefined : plan.meet(path)),
    chance,
    silence: options.silence ?? 60_000,
    slowness: options.slowness ?? 1_000,
    lateness: options.lateness ?? 1_000,
    timeout: options.timeout ?? 10_000
  })
  server.listen(options.port ?? 0, "127.0.0.1")
  await once(server, "listening")
  // A server that listens on a port has an address with that port.
  const { port } = server.address() as AddressInfo
  const url = `http://127.0.0.1:${port}`
  return {
    url,
    page: (account) => url + AccountPage.pathOf(account),
    posts: (account) =>
      desk.world.happenings.filter((one): one is Posted => one._tag === "Posted" && isOut(desk, one, account)),
    fans,
    happenings: () => [...desk.world.happenings],
    next: (path, ...faults) => plan.next(path, faults),
    weather: plan.weather,
    kill: (token, code) => void desk.deadTokens.set(token, code),
    close: async () => {
      server.close()
      server.closeAllConnections()
      if (server.listening) await once(server, "close")
    }
  }
}

/** An app as it is when nobody has entered anything; its address is the page that Weibo offers to apps without one. */
const newApp = {
  key: "1352222456",
  secret: "emulated-secret",
  routes: ["share"],
  redirect: "https://api.weibo.com/oauth2/default.html",
  advanced: []
} as const

const isOut = ({ world }: Desk, { post, account }: Posted, wanted: string | undefined): boolean =>
  world.posts.has(post) && world.accounts.some(({ uid }) => uid === account && uid === (wanted ?? uid))

/** Starts an emulator that ends with the scope, on the clock of the fibre unless another is told. */
export const start = (options: Options): Effect.Effect<Running, never, Scope.Scope> =>
  Effect.gen(function* () {
    const clock = yield* Clock.Clock
    return yield* Effect.acquireRelease(
      Effect.promise(() => startAsync({ now: () => clock.currentTimeMillisUnsafe(), ...options })),
      (emulator) => Effect.promise(() => emulator.close())
    )
  })

/** A running emulator, as a service. */
export class Emulator extends Context.Service<Emulator, Running>()("@dualops/adapter-weibo/emulator/Emulator") {}

/** An emulator as a layer. */
export const layer = (options: Options): Layer.Layer<Emulator> => Layer.effect(Emulator, start(options))
