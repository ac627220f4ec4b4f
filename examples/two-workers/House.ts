/**
 * What two workers share: one SQLite file, one account at Weibo, one edition of the handbook.
 *
 * @module
 */

import { NodeSqlite, SqlStore } from "@dualops/adapter-sql"
import { WeiboApi, WeiboGrants, WeiboHosts, WeiboPublisher } from "@dualops/adapter-weibo"
import { Actor, Allowance, Case, Editions } from "@dualops/core"
import { AccountId } from "@dualops/core/account"
import type { Post } from "@dualops/core/content"
import { Pictures } from "@dualops/core/pictures"
import { Calendars } from "@dualops/core/process"
import { Duration, Effect, Layer, Redacted } from "effect"
import { FetchHttpClient } from "effect/http"

/** The account, as Weibo knows it. */
export const account = {
  uid: "1902538057",
  name: "星河茶饮",
  token: "2.00two-workers",
  domain: "xinghe.example.com"
}

/** Who writes, approves and schedules. */
export const [lin, zhou, tang] = ["lin", "zhou", "tang"].map((id) => Actor.person(id)) as [
  // Three names make three people.
  Actor.Person,
  Actor.Person,
  Actor.Person
]

/** A house in a hurry: what takes hours elsewhere takes seconds here. */
const posts: Post.Settings = {
  review: { approvers: [zhou.person], needs: "any", within: Allowance.always("1 hour") },
  lead: tang.person,
  attention: Allowance.always("3 hours"),
  tolerance: Duration.minutes(10),
  patience: Duration.seconds(20),
  looks: { every: Duration.millis(500), times: 3 },
  rules: { route: "share", safeDomains: [account.domain] }
}

const edition: Editions.Edition = {
  version: Case.HandbookVersion.make("1"),
  // Posts are the only process here, besides unclaimed outcomes, which need less.
  settings: () => posts as never,
  entitled: () => true,
  accounts: [account.uid],
  calendars: Calendars.everyMinute
}

/** The store in the file, and the editions. */
export const store = (filename: string) =>
  Layer.merge(
    SqlStore.layer.pipe(Layer.provide(NodeSqlite.layer({ filename, synchronous: "normal" }))),
    Editions.layer(edition)
  )

/** The account's publisher at a Weibo of that address. */
export const publisher = (url: string) =>
  WeiboPublisher.layer({ rip: "127.0.0.1" }).pipe(
    Layer.provide(WeiboApi.layer({ hosts: WeiboHosts.at(url) })),
    Layer.provide([
      FetchHttpClient.layer,
      WeiboGrants.layer({ [AccountId.make(account.uid)]: { token: Redacted.make(account.token) } }),
      Layer.succeed(Pictures.Pictures, {
        read: ({ source }) => Effect.fail(new Pictures.Missing({ source }))
      })
    ])
  )
