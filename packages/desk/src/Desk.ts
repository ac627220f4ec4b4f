/**
 * The desk of a house: one handler of requests, with the pages, the API and what follows the log, derived from its processes.
 *
 * @module
 */
import { randomBytes } from "node:crypto"
import type { Bilingual } from "@dualops/core/finding"
import { type HousePage, provided } from "@dualops/core/house-pages"
import { Caseload } from "@dualops/core/operations"
import type { DrawnPage } from "@dualops/core/pages"
import { PictureShelf, Pictures } from "@dualops/core/pictures"
import type { Process } from "@dualops/core/process"
import { ByteSize, Context, Effect, Layer, Option, Redacted, type Schema, type Scope } from "effect"
import {
  HttpEffect,
  HttpIncomingMessage,
  HttpRouter,
  HttpServer,
  type HttpServerError,
  HttpServerRequest,
  type HttpServerResponse
} from "effect/http"
import * as Handlers from "./api/Handlers.ts"
import * as Reference from "./api/Reference.ts"
import * as AssistantHttp from "./assistant/AssistantHttp.ts"
import * as Attempts from "./door/Attempts.ts"
import { Door } from "./door/Door.ts"
import * as Once from "./door/Once.ts"
import { strong } from "./door/Secret.ts"
import * as Moves from "./follow/Moves.ts"
import type { House, Needs } from "./house/House.ts"
import * as Limits from "./limits/Limits.ts"
import * as TooMany from "./limits/TooMany.ts"
import * as Pages from "./pages/Pages.ts"

/** What a desk has to be told; its pages may need more than it does itself. */
export interface Options<PageNeeds = never> {
  /** The processes that the house runs: `Practices.processes()`, with those of its own. */
  readonly processes: ReadonlyArray<Process.Any>
  /** The pages beside those of cases: `HousePages.of(handbook, holidays)`, those of several handbooks one after the other, or none. */
  readonly pages?: ReadonlyArray<HousePage<PageNeeds>>
  /** What people call it; "Desk" where it is left out. */
  readonly title?: Bilingual.Bilingual
  /** The path below which it is mounted, such as `/desk`; nothing where it has the host for itself. */
  readonly base?: string
  /** The origin of its pages as browsers see it, where a proxy sends requests to another host: `https://desk.example.com`. */
  readonly origin?: string
  /**
   * By which forms are known as its own: the same for every program behind one address, 16 characters at least. Left out, one is made by chance, and
   * forms that are open while the program starts again have to be sent twice.
   */
  readonly secret?: Redacted.Redacted<string>
  /** Draws the charts of its pages as SVG: `ChartSvg.draw` of `@dualops/reports`; without it they are tables of their numbers. */
  readonly drawChart?: DrawnPage.Drawers["drawChart"]
  /** How much may be asked of it; generous where it is left out, and everything where it is `false`. */
  readonly limits?: Limits.Limits | false
}

/** A handler of requests, as every server on Node, and elsewhere, knows how to call one. */
export type Handler = (request: Request) => Promise<Response>

/**
 * The handler. It is closed with the scope. Where it is given `Pictures` and a `PictureShelf` as well, forms take pictures, and pages show them.
 */
export const handler = <PageNeeds = never>(
  options: Options<PageNeeds>
): Effect.Effect<Handler, never, Door | Needs | PageNeeds | Scope.Scope> =>
  Effect.flatMap(Door, (door) =>
    Effect.provideService(opened(options), Door, Once.make(Attempts.recorded(door, Attempts.make())))
  )

const opened = Effect.fnUntraced(function* <PageNeeds>(
  options: Options<PageNeeds>
): Effect.fn.Return<Handler, never, Door | Needs | PageNeeds | Scope.Scope> {
  const door = yield* Door
  const { limits = {} } = options
  const limit = limits === false ? () => Effect.undefined : Limits.make(limits)
  const context = yield* Effect.context<Door | Needs | PageNeeds>()
  const pages = options.pages?.map((page) => provided(page, context)) ?? []
  const house = { ...houseOf({ ...options, pages }), ...picturesOf(context) }
  const api = yield* HttpRouter.toHttpEffect(Layer.provide(Handlers.layer(house), HttpServer.layerServices))
  const moves = yield* Moves.make
  const assistant = yield* AssistantHttp.make(house)
  const answer = (request: HttpServerRequest.HttpServerRequest): Answer => {
    if (AssistantHttp.isFor(house, request)) return assistant
    if (!request.url.startsWith(`${house.base}/api/`)) return Pages.answer(house, moves, request)
    const below = request.modify({ url: request.url.slice(house.base.length) })
    const answered = Effect.provideService(api, HttpServerRequest.HttpServerRequest, below)
    // What is read of a picture is bounded where it is read, and said in words.
    return below.url.startsWith("/api/pictures/")
      ? Effect.provideService(answered, HttpIncomingMessage.MaxBodySize, undefined)
      : answered
  }
  const app = Effect.flatMap(HttpServerRequest.HttpServerRequest, (request) =>
    Effect.flatMap(limit(request, door), (seconds) =>
      seconds === undefined ? answer(request) : Effect.succeed(TooMany.answer(house, request, seconds))
    )
  )
  const bounded = Effect.provideService(app, HttpIncomingMessage.MaxBodySize, mostBody)
  return HttpEffect.toWebHandler(Effect.provide(bounded, context))
})

/**
 * The document of the API (OpenAPI 3.1) that such a desk hands out, without opening one: clients are generated of it. The pages of the house are none of
 * its business.
 */
export const document = ({ base = "", processes }: Pick<Options, "base" | "processes">): Schema.Json =>
  Reference.of(processes, base)

type Answer = Effect.Effect<
  HttpServerResponse.HttpServerResponse,
  HttpServerError.HttpServerError,
  Door | Needs | HttpServerRequest.HttpServerRequest | Scope.Scope
>

/** What a house has for pictures, where it has it. */
const picturesOf = (context: Context.Context<never>): Pick<House, "pictures" | "shelf"> => {
  const [pictures, shelf] = [
    Context.getOption(context, Pictures.Pictures),
    Context.getOption(context, PictureShelf.PictureShelf)
  ]
  return {
    ...(Option.isSome(pictures) && { pictures: pictures.value }),
    // What nobody could look at is not taken.
    ...(Option.isSome(pictures) && Option.isSome(shelf) && { shelf: shelf.value })
  }
}

/** No form without files and no order is larger. */
const mostBody = ByteSize.mebibytes(1)

const houseOf = ({ base = "", drawChart, origin, pages = [], processes, secret, title = desk }: Options): House => {
  if (!/^(?:\/[\w.~%-]+)*$/.test(base))
    throw new RangeError(`A desk is mounted below a path such as /desk, and not ${base}.`)
  return {
    caseload: Caseload.make(processes),
    pages,
    title,
    base,
    origin,
    ...(drawChart !== undefined && { drawChart }),
    secret: strong(secret ?? Redacted.make(randomBytes(32).toString("base64url")), "The secret of a desk")
  }
}

const desk = { zh: "工作台", en: "Desk" }
