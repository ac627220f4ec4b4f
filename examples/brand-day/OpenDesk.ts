/**
 * The desks of the day's people, open on this machine: whoever looks can approve, answer and take over, be a fan on the emulator's page of the account, and see
 * what that leads to.
 *
 * @module
 */
import { Emulator } from "@dualops/adapter-weibo/emulator"
import { ChineseHolidays } from "@dualops/core"
import type { Handbook } from "@dualops/core/handbook"
import { HousePages } from "@dualops/core/house-pages"
import { Practices } from "@dualops/core/practices"
import { LocalDesks } from "@dualops/desk/node"
import { Effect } from "effect"

/** Opens them for as long as the scope is open; gives the address of the page that leads to all of them. */
export const open = Effect.fnUntraced(function* (handbook: Handbook.Handbook) {
  const { page } = yield* Emulator.Emulator
  const title = {
    zh: "账号的微博：看看发出了什么，当一回粉丝",
    en: "The account on Weibo: see what is out, and be a fan"
  }
  const url = yield* LocalDesks.serve({
    handbook,
    processes: Practices.processes(),
    pages: HousePages.of(handbook, ChineseHolidays.holidays),
    title: handbook.brand,
    beside: { weibo: { title, url: page(handbook.account.id) } }
  })
  return `${url}/`
})
