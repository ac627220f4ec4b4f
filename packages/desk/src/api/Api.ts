/**
 * The API as a value: its addresses, what they are asked and what they answer. The document that describes it, and clients, are made of it.
 *
 * @module
 */
import { Context, Schema } from "effect"
import { HttpApi, HttpApiEndpoint, HttpApiGroup, HttpApiMiddleware, HttpApiSchema, OpenApi } from "effect/http-api"
import type { Visitor } from "../door/Door.ts"
import * as Words from "./Words.ts"

/** Whoever was let in, in whose place they act. */
export class Caller extends Context.Service<Caller, Visitor>()("@dualops/desk/Caller") {}

const [tooLarge, noPicture] = [Words.problem(413), Words.problem(415)] as const
const [notFound, conflict, refused, unavailable, forbidden, unread, nobody, tooMany] = [
  Words.problem(404),
  Words.problem(409),
  Words.problem(422),
  Words.problem(503),
  Words.problem(403),
  Words.problem(400),
  Words.problem(401),
  Words.problem(429)
] as const

/** Nobody is asked who was not let in. */
export class LetIn extends HttpApiMiddleware.Service<LetIn, { provides: Caller }>()("@dualops/desk/LetIn", {
  error: [nobody, forbidden, tooMany]
}) {}

const inCase = { process: Schema.String, case: Schema.String }
const inPlaceOf = Schema.optionalKey(Schema.String)
/** A page of a list: how many at most, and where it begins. */
const page = { after: Schema.optionalKey(Schema.String), most: Schema.optionalKey(Schema.String) }
/** The person in whose place the caller acts, where it is not themselves. */
const headers = { "in-place-of": inPlaceOf }

/** What there is to be asked. */
export const desk = HttpApiGroup.make("desk")
  .add(
    HttpApiEndpoint.get("reference", "/api/openapi.json", { success: Schema.Json }).annotateMerge(
      OpenApi.annotations({ summary: "This document" })
    ),
    HttpApiEndpoint.get("desk", "/api/desk", {
      query: page,
      headers,
      success: Words.pageOf(Words.TaskJson),
      error: [unread, unavailable]
    }).annotateMerge(OpenApi.annotations({ summary: "The cases in which the caller may act now, by deadline" })),
    HttpApiEndpoint.get("offers", "/api/offers", {
      query: page,
      headers,
      success: Words.pageOf(Words.OfferJson),
      error: [unread, unavailable]
    }).annotateMerge(
      OpenApi.annotations({ summary: "Every step that the caller may take now, with the schema of its input" })
    ),
    HttpApiEndpoint.get("case", "/api/cases/:process/:case", {
      params: inCase,
      headers,
      success: Schema.Struct({ case: Words.CaseJson, offers: Schema.Array(Words.OfferJson) }),
      error: [notFound, unavailable]
    }).annotateMerge(OpenApi.annotations({ summary: "A case, and what the caller may do in it now" })),
    HttpApiEndpoint.get("events", "/api/cases/:process/:case/events", {
      params: inCase,
      query: page,
      headers,
      success: Words.pageOf(Words.EventJson),
      error: [unread, notFound, unavailable]
    }).annotateMerge(OpenApi.annotations({ summary: "What has happened in a case, the oldest first" })),
    HttpApiEndpoint.post("take", "/api/cases/:process/:case/:step", {
      params: { ...inCase, step: Schema.String },
      headers: { ...headers, "idempotency-key": Schema.NonEmptyString },
      payload: Words.Order,
      success: Words.Taken,
      error: [notFound, forbidden, conflict, refused, unavailable]
    }).annotateMerge(
      OpenApi.annotations({
        summary: "Takes a step, which may begin the case; the same key is the same order, however often it arrives"
      })
    )
  )
  .add(
    HttpApiEndpoint.post("check", "/api/cases/:process/:case/:step/check", {
      params: { ...inCase, step: Schema.String },
      headers,
      payload: Words.Order,
      success: Words.Checked,
      error: [notFound, unavailable]
    }).annotateMerge(
      OpenApi.annotations({
        summary:
          "Tries an order, which may be half written: whether it would be taken, and what the rules hold against it"
      })
    ),
    HttpApiEndpoint.post("picture", "/api/pictures/:process/:step", {
      params: { process: Schema.String, step: Schema.String },
      headers,
      payload: HttpApiSchema.StreamUint8Array({
        contentType: ["application/octet-stream", "image/jpeg", "image/png", "image/gif"]
      }),
      success: Words.PictureJson,
      error: [notFound, forbidden, tooLarge, noPicture, unavailable]
    }).annotateMerge(
      OpenApi.annotations({
        summary:
          "Puts a picture on the shelf, for the input of a step that takes one; the same bytes are the same picture"
      })
    )
  )
  .middleware(LetIn)
  .middleware(HttpApiMiddleware.ProblemDetails)

/** The API. */
export const api = HttpApi.make("desk")
  .add(desk)
  .annotateMerge(OpenApi.annotations({ title: "dualops desk", version: "1" }))
